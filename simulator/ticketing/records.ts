import { shifted, type TicketingEvent } from './event.ts';
import type { Person } from './person.ts';

/** A ticket and who holds it. */
export interface Ticket {
	/** Stable across reassignment. */
	id: string;
	ticketName: string;
	holder: Person;
	/** The holder's own number: another person, or the same one later, is another attendee. */
	holderId: string;
	status: 'valid' | 'cancelled';
	/** An answer of the form that has nothing to do with who holds the ticket. */
	diet?: string;
	/** ISO 8601. */
	changedAt: string;
}

/** Who bought which tickets. */
export interface Order {
	id: string;
	buyer: Person;
	status: 'complete' | 'unpaid' | 'cancelled';
	/** ISO 8601; absent while the money has not come. */
	paidAt?: string;
	tickets: Ticket[];
	/** A trial run of the organiser. */
	test: boolean;
	/** ISO 8601. */
	placedAt: string;
	/** ISO 8601. */
	changedAt: string;
}

/** Whether it was to be paid later than it was placed, by a transfer. */
export const isPaidLater = ({ paidAt, placedAt }: Order): boolean => paidAt !== placedAt;

/** The tickets that changed when the order last did: not those that were cancelled before it. */
export const changedTickets = ({ changedAt, tickets }: Order): Ticket[] =>
	tickets.filter((ticket) => ticket.changedAt === changedAt);

/** A speaker; the same e-mail address is the same person. */
export interface Speaker extends Person {
	id: string;
}

/** A session of the agenda, with everybody who speaks in it now. */
export interface Session {
	id: string;
	title: string;
	/** ISO 8601. */
	startsAt: string;
	/** ISO 8601. */
	endsAt: string;
	room: string;
	speakers: Speaker[];
	/** ISO 8601. */
	changedAt: string;
}

export interface Sponsor {
	id: string;
	company: string;
	contact: Person;
	state: 'proposed' | 'confirmed' | 'denied';
	/** ISO 8601. */
	changedAt: string;
}

/** What is kept per platform. */
export interface Records {
	order: Order;
	session: Session;
	sponsor: Sponsor;
	site: { id: string; live: boolean };
}

/** The agenda that every platform has from the start: two sessions without speakers. */
export function demoSessions(event: TicketingEvent): Session[] {
	const at = (hours: number) => shifted(event.startsAt, hours * 3_600_000);
	const session = (id: string, title: string, room: string, start: number): Session => ({
		id,
		title,
		room,
		startsAt: at(start),
		endsAt: at(start + 1),
		speakers: [],
		changedAt: at(-30 * 24),
	});
	return [
		session('1001', 'Opening keynote', 'Hall A', 0.5),
		session('1002', 'Tickets without paper', 'Room 201', 4),
	];
}
