// What each platform can set off, as its users read it, and what its reports carry of a registration.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { repoRoot } from '../../scripts/lib/paths.mjs';

/** Columns of the table in docs/guides/platforms.md, in its order. */
export const TRIGGERS = [
	'attendee.registration_confirmed',
	'attendee.ticket_reassigned',
	'attendee.order_cancelled',
	'buyer.registration_confirmed',
	'buyer.order_cancelled',
	'speaker.added_to_session',
	'speaker.removed_from_session',
	'sponsor.welcomed',
	'sponsor.proposal_denied',
	'sponsor.proposal_acknowledged',
];

/** The names users read → the ids of the simulator. */
const IDS = {
	'Zoho Backstage': 'zoho-backstage',
	Tito: 'tito',
	pretix: 'pretix',
	'Hi.Events': 'hi-events',
	Eventbrite: 'eventbrite',
	'Ticket Tailor': 'ticket-tailor',
	Luma: 'luma',
	Cvent: 'cvent',
	pretalx: 'pretalx',
	Sessionize: 'sessionize',
	'Other (JSON Mapping)': 'generic',
};

/**
 * `locale`: the report tells the person's language, so the message is in it. `date`: it tells the day only,
 * or nothing, and the flow's own facts stand. `namesHolders`: it names who holds each ticket of an order. Sources:
 * shared reference and examples/<platform>/README.md.
 */
const REPORTS = {
	'zoho-backstage': { locale: false, date: 'time', namesHolders: false },
	tito: { locale: false, date: 'day', namesHolders: true },
	pretix: { locale: true, date: 'time', namesHolders: true },
	'hi-events': { locale: true, date: 'time', namesHolders: true },
	eventbrite: { locale: false, date: 'time', namesHolders: true },
	'ticket-tailor': { locale: false, date: 'time', namesHolders: true },
	luma: { locale: false, date: 'time', namesHolders: true },
	cvent: { locale: false, date: 'time', namesHolders: true },
	pretalx: { locale: true, date: 'time', namesHolders: true },
	sessionize: { locale: false, date: 'time', namesHolders: true },
	generic: { locale: true, date: 'time', namesHolders: true },
};

/** The documented table: platforms with the triggers they set off, in its order. */
export async function documentedPlatforms() {
	const page = await readFile(path.join(repoRoot, 'docs/guides/platforms.md'), 'utf8');
	const rows = page.match(/^\| \[.*\|$/gm) ?? [];
	return rows.map((row) => {
		const [first, ...cellTexts] = row
			.split('|')
			.slice(1, -1)
			.map((text) => text.trim());
		const name = /^\[(.+)\]/.exec(first)?.[1];
		const id = IDS[name];
		if (id === undefined) throw new Error(`docs/guides/platforms.md: there is no platform ${name}`);
		if (cellTexts.length !== TRIGGERS.length)
			throw new Error(`${name} has ${cellTexts.length} columns`);
		return {
			id,
			name,
			...REPORTS[id],
			/** Trigger → `yes`, or the letter of the reason why not. */
			cells: Object.fromEntries(TRIGGERS.map((trigger, index) => [trigger, cellTexts[index]])),
		};
	});
}
