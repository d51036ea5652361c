import type { TicketAction, TicketHappening } from '../happening.ts';
import { asObject, asText, type JsonObject } from '../../json.ts';
import { readPerson } from '../person.ts';
import type { Order, Ticket } from '../records.ts';
import type { Scene } from './scene.ts';

/** The ticket changes hands. */
export function reassign(scene: Scene, body: JsonObject): TicketHappening | string {
	const to = readPerson(asObject(body['to']));
	if (to === undefined) {
		return 'Send { "ticket": "…", "to": { firstName, lastName, email, phone } }.';
	}
	return changeTicket(scene, body, 'reassign', () => ({ holder: to, holderId: scene.newId() }));
}

/**
 * Something else of the ticket changes, and the holder stays: the e-mail address, the kind of
 * ticket, or, when nothing is named, an answer of the form.
 */
export function updateTicket(scene: Scene, body: JsonObject): TicketHappening | string {
	const change = asObject(body['change']) ?? {};
	const email = asText(change['email']);
	const ticketName = asText(change['ticketName']);
	return changeTicket(scene, body, 'update-ticket', ({ diet, holder }) => ({
		...(email === undefined ? {} : { holder: { ...holder, email } }),
		...(ticketName === undefined ? {} : { ticketName }),
		...((email ?? ticketName) === undefined
			? { diet: diet === 'Vegetarian' ? 'Vegan' : 'Vegetarian' }
			: {}),
	}));
}

/** One ticket is cancelled; its order stays, even when it was the last. */
export function cancelTicket(scene: Scene, body: JsonObject): TicketHappening | string {
	return changeTicket(scene, body, 'cancel-ticket', () => ({ status: 'cancelled' }));
}

function changeTicket(
	{ occurredAt, orders }: Scene,
	body: JsonObject,
	action: TicketAction,
	change: (ticket: Ticket) => Partial<Ticket>,
): TicketHappening | string {
	const id = asText(body['ticket']);
	if (id === undefined) return 'Send { "ticket": "…" }, the number of a ticket.';
	for (const order of orders) {
		const before = order.tickets.find((ticket) => ticket.id === id);
		if (before === undefined) continue;
		if (before.status === 'cancelled') return `Ticket ${id} has been cancelled already.`;
		const ticket: Ticket = { ...before, ...change(before), changedAt: occurredAt };
		const changed: Order = {
			...order,
			tickets: order.tickets.map((one) => (one === before ? ticket : one)),
			changedAt: occurredAt,
		};
		return {
			action,
			order: changed,
			ticket,
			previous: before.holder,
			previousId: before.holderId,
			...(ticket.ticketName === before.ticketName ? {} : { ticketName: ticket.ticketName }),
		};
	}
	return `There is no ticket ${id} here.`;
}
