import { createHmac } from 'node:crypto';
import type { TicketingPlatform, TicketingWebhook } from '../platform.ts';
import { fullName, type Registration, type Ticket } from '../registration.ts';

/**
 * Tito: one `ticket.completed` per ticket, signed with `Tito-Signature`, the base64 of
 * HMAC-SHA256 over the raw body. Shape: event-platforms.md, from the tests of django-titowebhooks.
 */
export const tito: TicketingPlatform = {
	id: 'tito',
	name: 'Tito',
	events: ['registration.completed'],
	webhooks: (registration, secret) =>
		registration.tickets.map((ticket, index) => {
			return ticketWebhook(registration, ticket, index, secret);
		}),
};

/** The value of `Tito-Signature` for a body. */
export function signTito(body: string, secret: string): string {
	return createHmac('sha256', secret).update(body).digest('base64');
}

function ticketWebhook(
	{ buyer, event, order, paid, test }: Registration,
	ticket: Ticket,
	index: number,
	secret: string | undefined,
): TicketingWebhook {
	const reference = Number(order).toString(36).toUpperCase().slice(-4);
	const body = JSON.stringify({
		_type: 'ticket',
		id: Number(ticket.id),
		test_mode: test,
		first_name: ticket.firstName,
		last_name: ticket.lastName,
		email: ticket.email,
		phone_number: ticket.phone === '' ? null : ticket.phone,
		reference: `${reference}-${index + 1}`,
		slug: `ti_${Number(ticket.id).toString(36)}`,
		state_name: paid ? 'complete' : 'incomplete',
		release_title: ticket.ticketName,
		registration_id: Number(order),
		responses: {},
		answers: [],
		opt_ins: [],
		registration: { name: fullName(buyer), email: buyer.email },
		event: {
			title: event.name,
			slug: event.id,
			account_slug: 'test-conf',
			start_date: event.startsAt.slice(0, 10),
		},
	});
	return {
		body,
		headers: {
			'Content-Type': 'application/json',
			'X-Webhook-Name': paid ? 'ticket.completed' : 'ticket.created',
			...(secret === undefined ? {} : { 'Tito-Signature': signTito(body, secret) }),
		},
	};
}
