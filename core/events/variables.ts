import { dateText, intlLocale } from './date-text';
import type { Notice, NoticeTicket, Person } from './notice';

/** What a value is read from: the notice, the person written to, and the tickets it is about. */
export interface VariableSource {
	notice: Notice;
	person: Person;
	/** The person's own tickets; for a buyer every ticket of the order. */
	tickets: readonly NoticeTicket[];
	/** Language of the message: dates and lists are written in it. */
	language: string;
}

type Reader = (source: VariableSource) => string | undefined;

/** Where each value of a message template comes from. The names are those in the templates. */
const readers = {
	// A full name is never split: which part is the first one depends on the language.
	first_name: ({ person }) => person.firstName ?? person.name,
	event_name: ({ notice }) => notice.event.name,
	event_date: ({ notice, language }) =>
		dateText(notice.event.startsAt, notice.event.timeZone, language),
	event_url: ({ notice }) => notice.event.url,
	venue: ({ notice }) => notice.event.venue,
	ticket_name: (source) => ticketNames(source) ?? source.notice.event.ticketName,
	ticket_count: ({ tickets }) => String(Math.max(1, countTickets(tickets))),
	// A template's link has a fixed beginning and takes the rest: whichever of the three fits it.
	ticket_url: (source) => ticketUrl(source),
	ticket_path: (source) => pathOf(ticketUrl(source)),
	ticket_code: (source) => pathOf(ticketUrl(source))?.match(/([^/?#]+)\/?(?:[?#].*)?$/)?.[1],
	attendee_names: (source) => attendeeNames(source),
	order_id: ({ notice }) => notice.order?.number ?? notice.order?.id,
	previous_holder: ({ notice }) => notice.previous?.attendee?.name,
	session_title: ({ notice }) => notice.session?.title,
	session_date: ({ notice, language }) =>
		dateText(notice.session?.startsAt, notice.event.timeZone, language),
	session_room: ({ notice }) => notice.session?.room,
	company_name: ({ person }) => person.company ?? person.name,
} satisfies Record<string, Reader>;

export type VariableName = keyof typeof readers;

export const variableNames = Object.keys(readers) as VariableName[];

/** One value, trimmed; undefined where there is none, because WhatsApp refuses an empty one. */
export function readVariable(name: VariableName, source: VariableSource): string | undefined {
	const value = readers[name](source)?.trim();
	return value === '' ? undefined : value;
}

export const countTickets = (tickets: readonly NoticeTicket[]): number =>
	tickets.reduce((count, { quantity = 1 }) => count + quantity, 0);

function ticketNames({ notice, tickets, language }: VariableSource): string | undefined {
	const names = distinct(tickets.map(({ name }) => name));
	return names.length > 0 ? listText(names, language) : notice.ticket?.name;
}

/** Without named attendees the buyer stands for them: an empty list is no sentence. */
function attendeeNames({ tickets, person, language }: VariableSource): string | undefined {
	const names = distinct(tickets.map(({ attendee }) => attendee?.name ?? attendee?.firstName));
	return names.length > 0 ? listText(names, language) : (person.name ?? person.firstName);
}

const distinct = (texts: Array<string | undefined>): string[] => [
	...new Set(texts.filter((text) => text !== undefined)),
];

/** Ten names are enough for a message; the rest are counted. */
function listText(names: string[], language: string): string {
	const shown = names.length > 10 ? [...names.slice(0, 9), `+${names.length - 9}`] : names;
	return new Intl.ListFormat(intlLocale(language), { type: 'conjunction' }).format(shown);
}

const ticketUrl = ({ notice, tickets }: VariableSource): string | undefined =>
	tickets[0]?.url ?? notice.ticket?.url;

/** What follows the host: `https://host/t/AB` → `t/AB`. */
const pathOf = (url: string | undefined): string | undefined =>
	/^https?:\/\/[^/?#]+\/(.+)$/i.exec(url?.trim() ?? '')?.[1];
