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
 * `locale`: reports tell the person's language, so the message is in it; `orders`: those of whole orders do. `date`: they
 * tell the day only, or the time, or the flow's own facts stand. `namesHolders`: they name who holds each ticket of an
 * order. `order`: how the number that people see looks, where it is not the inner one. `reportsBuyer`: an order names its
 * buyer only, and each attendee comes in a report of their own. `guests`: there is no order of several people, only a
 * guest with several tickets. `wholeName`: in reports of this kind first and last name are one. `ticketsToo`: with an
 * order each of its tickets is reported cancelled as well (docs/guides/platforms.md says what to tick who does not want
 * that). Sources: examples/<platform>/README.md.
 */
const REPORTS = {
	'zoho-backstage': { locale: false, date: 'time', namesHolders: false, reportsBuyer: true },
	tito: { locale: 'orders', date: 'day', namesHolders: true },
	pretix: { order: /^[A-Z0-9]{5}$/, locale: true, date: 'time', namesHolders: true },
	'hi-events': {
		...{ order: /^(O-[A-Z0-9]{7}|\d{10})$/, locale: true, date: 'time' },
		...{ namesHolders: true, ticketsToo: true },
	},
	eventbrite: { locale: false, date: 'time', namesHolders: true },
	'ticket-tailor': { order: /^or_\d+$/, locale: false, date: 'time', namesHolders: true },
	luma: { order: /^gst-[a-z0-9]+$/, locale: false, date: 'time', guests: true },
	cvent: { order: /^[A-Z0-9]{11}$/, locale: false, date: 'time', namesHolders: true },
	pretalx: { locale: true, date: 'time', wholeName: 'speaker' },
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
