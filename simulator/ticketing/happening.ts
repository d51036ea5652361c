import type { TicketingEvent } from './event.ts';
import type { Person } from './person.ts';
import type { Order, Session, Speaker, Sponsor, Ticket } from './records.ts';

export const ACTIONS = [
	'register',
	'pay',
	'reassign',
	'update-ticket',
	'cancel-ticket',
	'cancel-order',
	'add-speaker',
	'remove-speaker',
	'propose-sponsor',
	'deny-sponsor',
	'confirm-sponsor',
	'go-live',
] as const;

/** What somebody can do at a ticketing platform. */
export type Action = (typeof ACTIONS)[number];

export type OrderAction = 'register' | 'pay' | 'cancel-order';
export type TicketAction = 'reassign' | 'update-ticket' | 'cancel-ticket';
export type SpeakerAction = 'add-speaker' | 'remove-speaker';
export type SponsorAction = 'propose-sponsor' | 'deny-sponsor' | 'confirm-sponsor';

export interface OrderHappening {
	action: OrderAction;
	order: Order;
	/** Whether the attendees are reported beside the order, where that is a choice. */
	attendees: boolean;
}

export interface TicketHappening {
	action: TicketAction;
	order: Order;
	ticket: Ticket;
	/** Who held it before. */
	previous: Person;
	/** That holder's number. */
	previousId: string;
	/** What the ticket is called now, when that has changed. */
	ticketName?: string;
}

export interface SpeakerHappening {
	action: SpeakerAction;
	session: Session;
	speaker: Speaker;
}

export interface SponsorHappening {
	action: SponsorAction;
	sponsor: Sponsor;
}

export interface SiteHappening {
	action: 'go-live';
}

/** What all that happens has in common. */
export interface Happened {
	event: TicketingEvent;
	/** ISO 8601. */
	occurredAt: string;
	/** Drawn anew for each: platforms number what they report. */
	number: string;
}

/** What has happened at a platform, with everything as it is afterwards. */
export type Happening = Happened &
	(OrderHappening | TicketHappening | SpeakerHappening | SponsorHappening | SiteHappening);

/** The ticket's position in its order, from 1. */
export function positionOf(order: Order, ticket: Ticket): number {
	return order.tickets.findIndex(({ id }) => id === ticket.id) + 1;
}

/** The numbers of what it is about. */
export interface Names {
	order?: string;
	ticket?: string;
	tickets?: string[];
	session?: string;
	speaker?: string;
	sponsor?: string;
}

export function namesOf(happening: Happening): Names {
	return {
		...('order' in happening ? { order: happening.order.id } : {}),
		...('ticket' in happening ? { ticket: happening.ticket.id } : {}),
		...(happening.action === 'register'
			? { tickets: happening.order.tickets.map(({ id }) => id) }
			: {}),
		...('session' in happening
			? { session: happening.session.id, speaker: happening.speaker.id }
			: {}),
		...('sponsor' in happening ? { sponsor: happening.sponsor.id } : {}),
	};
}

/** Everybody with a phone in what happened. */
export function peopleOf(happening: Happening): Person[] {
	if ('ticket' in happening) return [happening.ticket.holder];
	if ('order' in happening) {
		return [happening.order.buyer, ...happening.order.tickets.map(({ holder }) => holder)];
	}
	if ('speaker' in happening) return [happening.speaker];
	return 'sponsor' in happening ? [happening.sponsor.contact] : [];
}
