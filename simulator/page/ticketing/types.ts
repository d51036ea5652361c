import type { Person, Ticketing, TicketingAction, TicketingCall } from '../types.ts';

/** The shapes of the ticketing part of CONTROL-API.md that only this side of the page reads. */

export interface Ticket {
	id: string;
	ticketName: string;
	holder: Person;
	status: 'valid' | 'cancelled';
}

export interface Order {
	platform: string;
	id: string;
	buyer: Person;
	status: 'complete' | 'unpaid' | 'cancelled';
	test?: boolean;
	tickets: Ticket[];
}

export type Speaker = Person & { id: string };

export interface Session {
	platform: string;
	id: string;
	title: string;
	startsAt: string;
	room: string;
	speakers: Speaker[];
}

export interface Sponsor {
	platform: string;
	id: string;
	company: string;
	contact: Person;
	state: 'proposed' | 'confirmed' | 'denied';
}

/** Everything of `GET /sim/ticketing`. */
export interface TicketingState extends Ticketing {
	/** Newest first. */
	orders: Order[];
	sessions: Session[];
	sponsors: Sponsor[];
}

export interface ActionResult {
	order?: string;
	calls: TicketingCall[];
}

/**
 * Does something on the platform and tells what came of it.
 *
 * @param about whom or what it is about, for the sentence that says it is done
 * @returns whether it was done
 */
export type Act = (
	action: TicketingAction,
	given: Record<string, unknown>,
	about: string,
) => Promise<boolean>;
