import { definedParts } from '../webhooks/json';
import type { Notice, NoticeTicket, Person } from './notice';

/**
 * Every ticket of one order, as all its notices of one call tell them: the order's own list, and the
 * tickets reported one by one. The same ticket told twice counts once.
 */
export function ticketsOf(notices: readonly Notice[]): NoticeTicket[] {
	const tickets: NoticeTicket[] = [];
	for (const notice of notices) {
		for (const ticket of notice.order?.tickets ?? []) add(ticket, tickets);
	}
	for (const { ticket, attendee, order } of notices) {
		if (ticket?.id !== undefined || (attendee !== undefined && !order?.tickets?.length)) {
			add({ ...ticket, attendee }, tickets);
		} else if (attendee !== undefined) {
			seat(attendee, tickets);
		}
	}
	return tickets;
}

function add(ticket: NoticeTicket, tickets: NoticeTicket[]): void {
	const known = tickets.find((other) => isSame(ticket, other));
	if (known === undefined) tickets.push(definedParts(ticket));
	else Object.assign(known, definedParts({ ...ticket, attendee: mergePeople(known, ticket) }));
}

/** By id; or a ticket with a holder fills a line of the order's list that names neither id nor holder. */
function isSame(ticket: NoticeTicket, other: NoticeTicket): boolean {
	if (ticket.id !== undefined && other.id !== undefined) return ticket.id === other.id;
	if (ticket.attendee === undefined || other.attendee !== undefined) return false;
	const alike = ticket.name === undefined || other.name === undefined || ticket.name === other.name;
	return other.id === undefined && (other.quantity ?? 1) === 1 && alike;
}

const mergePeople = (known: NoticeTicket, more: NoticeTicket): Person | undefined =>
	known.attendee || more.attendee
		? { ...known.attendee, ...definedParts(more.attendee ?? {}) }
		: undefined;

/**
 * An attendee named beside the list holds what nobody else holds: all came under that one name.
 * Where every ticket has a holder, it is the one of the same address or name, else one more ticket.
 */
function seat(attendee: Person, tickets: NoticeTicket[]): void {
	const free = tickets.filter((ticket) => ticket.attendee === undefined);
	for (const ticket of free) ticket.attendee = attendee;
	if (free.length > 0) return;
	const own = tickets.find(
		({ attendee: holder }) =>
			(holder?.email !== undefined && holder.email === attendee.email) ||
			(holder?.name !== undefined && holder.name === attendee.name),
	);
	if (own === undefined) tickets.push({ attendee });
	else own.attendee = { ...own.attendee, ...definedParts(attendee) };
}
