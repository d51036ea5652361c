import { asArray, asObject, asText, type JsonObject } from '../json.ts';

/** The event that people register for. */
export interface TicketingEvent {
	id: string;
	name: string;
	/** ISO 8601. */
	startsAt: string;
	/** IANA name. */
	timeZone: string;
	url: string;
	venue: string;
}

/** A person as the registration form has them. */
export interface Person {
	firstName: string;
	lastName: string;
	email: string;
	phone: string;
}

/** A ticket and who holds it. */
export interface Ticket extends Person {
	ticketName: string;
	/** Stable across reassignment. */
	id: string;
}

/** A completed form, with the numbers a platform would give it. */
export interface Registration {
	order: string;
	event: TicketingEvent;
	buyer: Person;
	tickets: Ticket[];
	paid: boolean;
	test: boolean;
	/** ISO 8601. */
	occurredAt: string;
}

/**
 * Reads `POST /sim/ticketing/{platform}/register`.
 *
 * @param ids gives a new number for each order and ticket
 * @returns a sentence when it cannot be read
 */
export function readRegistration(
	body: JsonObject,
	event: TicketingEvent,
	ids: () => string,
	now: number,
): Registration | string {
	const buyer = readPerson(asObject(body['buyer']));
	if (buyer === undefined) return 'Send a buyer with firstName, lastName, email and phone.';
	const tickets: Ticket[] = [];
	const given = asArray(body['tickets']);
	for (const one of given.length === 0 ? [body['buyer']] : given) {
		const holder = readPerson(asObject(one));
		if (holder === undefined) return 'Each ticket is an object with its holder.';
		const ticketName = asText(asObject(one)?.['ticketName']) ?? 'General admission';
		tickets.push({ ...holder, ticketName, id: ids() });
	}
	const at = body['occurredAt'] === undefined ? now : Date.parse(String(body['occurredAt']));
	if (Number.isNaN(at)) return 'occurredAt must be an ISO 8601 time.';
	return {
		order: ids(),
		event,
		buyer,
		tickets,
		paid: body['paid'] !== false,
		test: body['test'] === true,
		occurredAt: new Date(at).toISOString(),
	};
}

/** First and last name as one. */
export function fullName(person: Person): string {
	return `${person.firstName} ${person.lastName}`.trim();
}

function readPerson(given: JsonObject | undefined): Person | undefined {
	if (given === undefined) return undefined;
	const text = (name: string) => asText(given[name]) ?? '';
	return {
		firstName: text('firstName'),
		lastName: text('lastName'),
		email: text('email'),
		phone: text('phone'),
	};
}
