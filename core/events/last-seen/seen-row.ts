import { asText, isObject } from '../../webhooks/json';
import type { Notice } from '../notice';

export const seenKinds = ['ticket', 'session', 'sponsor', 'site'] as const;

export type SeenKind = (typeof seenKinds)[number];

/**
 * What was seen last of one ticket, session, sponsor or website: one row of a table, because n8n
 * keeps it in a Data Table and Node-RED in SQLite. Phones and e-mail addresses stand in it as keyed
 * hashes, except those of speakers and sponsors, who must still be reached when they are gone from
 * the platform's answer.
 */
export interface SeenRow {
	/** Names the thing; unique. */
	key: string;
	/** What is read together: the tickets of an order, the sessions of an event, all sponsors. */
	about: string;
	kind: SeenKind;
	/** The event's id, or empty. */
	event: string;
	/** JSON. */
	state: string;
	/** ISO 8601: the time of the newest report. */
	changedAt: string;
	/** Keyed hashes of the people in it, between spaces, so that a person can be forgotten. */
	people: string;
}

/** Rows as a table gives them; one that is not ours is left alone. */
export function readSeenRows(rows: unknown): SeenRow[] {
	if (!Array.isArray(rows)) return [];
	return rows.filter(isObject).flatMap((row) => {
		const key = asText(row.key);
		const kind = seenKinds.find((known) => known === row.kind);
		if (key === undefined || kind === undefined) return [];
		const text = (name: string) => asText(row[name]) ?? '';
		return [
			{
				...{ key, kind, about: text('about'), event: text('event') },
				...{ state: text('state'), changedAt: text('changedAt') },
				// Looked for as ` hash `: the spaces at both ends belong to it.
				people: peopleText(text('people').split(' ').filter(Boolean)),
			},
		];
	});
}

export const peopleText = (hashes: ReadonlyArray<string | undefined>): string => {
	const known = [...new Set(hashes.filter((hash) => hash !== undefined))];
	return known.length === 0 ? '' : ` ${known.join(' ')} `;
};

const SPONSORS = 'sponsors';

/** Which rows a notice is compared with; undefined where it is compared with none. */
export function aboutOf({ type, source, event, order, ticket }: Notice): string | undefined {
	if (type.startsWith('session.')) return nameOf(source, event.id, 'sessions');
	// Of every platform: sponsors come from a form or a table, the website from the ticketing platform.
	if (type.startsWith('sponsor.') || type === 'event.site_live') return SPONSORS;
	if (order?.id !== undefined) return nameOf(source, event.id, 'order', order.id);
	return ticket?.id === undefined ? undefined : nameOf(source, event.id, 'ticket', ticket.id);
}

/** Everything to be read before these notices can be compared. */
export const aboutsOf = (notices: readonly Notice[]): string[] => [
	...new Set(notices.map(aboutOf).filter((about) => about !== undefined)),
];

export const ticketKey = ({ source, event }: Notice, id: string): string =>
	nameOf(source, event.id, 'ticket', id);

export const sessionKey = ({ source, event }: Notice, id: string): string =>
	nameOf(source, event.id, 'session', id);

export const sponsorKey = ({ event }: Notice, id: string): string =>
	nameOf(SPONSORS, event.id ?? event.name, id);

export const siteKey = ({ source, event }: Notice): string => nameOf('site', source, event.id);

const nameOf = (...parts: Array<string | undefined>): string =>
	parts.map((part) => encodeURIComponent(part ?? '')).join('/');

/** The JSON of a row, or undefined where somebody has changed it into something else. */
export function stateOf<T extends object>(row: SeenRow | undefined): T | undefined {
	try {
		const state: unknown = JSON.parse(row?.state ?? '');
		return isObject(state) ? (state as T) : undefined;
	} catch {
		return undefined;
	}
}

/** How many reports of one thing are remembered by their id. */
const PAST = 12;

/** What every state remembers of the reports it was made from. */
export interface Reports {
	/** How often it has changed: the version of what changed. */
	changes: number;
	/** The report that brought the last change. */
	by?: string;
	/** Reports that were answered, newest first. */
	past?: string[];
}

export const withReport = (reports: Reports, id: string): Reports => ({
	changes: reports.changes + 1,
	by: id,
	past: [id, ...(reports.past ?? [])].slice(0, PAST),
});

/** Whether a report was overtaken: by itself, delivered once more, or by a newer one. */
export function overtaken(
	{ id, occurredAt }: Notice,
	reports: Reports,
	changedAt: string,
): 'already_known' | 'out_of_date' | undefined {
	if (reports.past?.includes(id)) return 'already_known';
	return Date.parse(occurredAt) < Date.parse(changedAt) ? 'out_of_date' : undefined;
}
