import { createHmac } from 'node:crypto';
import type { TicketingEvent } from '../event.ts';
import { positionOf, type Action } from '../happening.ts';
import { fullName, type Person } from '../person.ts';
import type { Seal, TicketingPlatform, TicketingWebhook } from '../platform.ts';
import type { Order, Ticket } from '../records.ts';

/**
 * Tito: signed with `Tito-Signature`, the base64 of HMAC-SHA256 over the raw body; what happened
 * is in `X-Webhook-Name`. Shapes: Tito's Admin API 3.1 (teamtito/api-docs,
 * `data/3.1/tickets/webhook_payload.json`, `data/3.1/registrations/webhook_payload.json`).
 */
export const tito: TicketingPlatform = {
	id: 'tito',
	name: 'Tito',
	arrival: 'webhook',
	actions: ['register', 'pay', 'reassign', 'update-ticket', 'cancel-ticket', 'cancel-order'],
	webhooks: (happening, seal) => {
		if (!('order' in happening)) return [];
		const { action, event, order } = happening;
		const hook = (name: string, body: object) => titoWebhook(name, body, seal);
		if (action === 'cancel-order') {
			return [hook('registration.cancelled', registrationBody(event, order))];
		}
		const tickets = 'ticket' in happening ? [happening.ticket] : order.tickets;
		const reports = tickets.map((ticket) => {
			return hook(nameOf(action, order), ticketBody(event, order, ticket));
		});
		const isNew = action === 'register' || action === 'pay';
		if (!isNew || order.status === 'unpaid') return reports;
		// Which of the two kinds comes first is not documented.
		const whole = hook('registration.finished', registrationBody(event, order));
		return [{ ...whole, extra: true }, ...reports];
	},
};

/** The value of `Tito-Signature` for a body. */
export function signTito(body: string, secret: string): string {
	return createHmac('sha256', secret).update(body).digest('base64');
}

/**
 * A ticket is created with the order, and completed when nothing is missing. Tito's pages do not
 * say when that is for an unpaid one: that it is completed with the payment is a reading of ours.
 */
function nameOf(action: Action, { status }: Order): string {
	if (action === 'reassign') return 'ticket.reassigned';
	if (action === 'update-ticket') return 'ticket.updated';
	if (action === 'cancel-ticket') return 'ticket.voided';
	return status === 'unpaid' ? 'ticket.created' : 'ticket.completed';
}

function titoWebhook(name: string, given: object, { secret }: Seal): TicketingWebhook {
	const body = JSON.stringify(given);
	return {
		name,
		body,
		headers: {
			'Content-Type': 'application/json',
			'X-Webhook-Name': name,
			...(secret === undefined ? {} : { 'Tito-Signature': signTito(body, secret) }),
		},
	};
}

const ACCOUNT = 'test-conf';
const PRICE = '90.0';

function ticketBody(event: TicketingEvent, order: Order, ticket: Ticket): object {
	return {
		_type: 'ticket',
		id: Number(ticket.id),
		test_mode: order.test,
		...nameParts(ticket.holder),
		email: ticket.holder.email,
		phone_number: ticket.holder.phone === '' ? null : ticket.holder.phone,
		company_name: null,
		reference: `${referenceOf(order)}-${positionOf(order, ticket)}`,
		price: PRICE,
		slug: slugOf(ticket),
		state_name: stateOf(order, ticket),
		updated_at: titoTime(ticket.changedAt),
		release_price: PRICE,
		url: `https://ti.to/${ACCOUNT}/${event.id}/tickets/${slugOf(ticket)}`,
		release_title: ticket.ticketName,
		release_slug: releaseSlug(ticket),
		registration_id: Number(order.id),
		registration_slug: `reg_${Number(order.id).toString(36)}`,
		...answers(ticket),
		registration: {
			id: Number(order.id),
			slug: `reg_${Number(order.id).toString(36)}`,
			total: totalOf(order),
			currency: 'JPY',
			name: fullName(order.buyer),
			email: order.buyer.email,
			receipt: { total: totalOf(order), paid: order.paidAt !== undefined },
		},
		event: eventBody(event),
	};
}

/** A registration's tickets carry no phone number: only the registration does. */
function registrationBody(event: TicketingEvent, order: Order): object {
	return {
		_type: 'registration',
		id: Number(order.id),
		test_mode: order.test,
		slug: `reg_${Number(order.id).toString(36)}`,
		reference: referenceOf(order),
		total: totalOf(order),
		...nameParts(order.buyer),
		email: order.buyer.email,
		phone_number: order.buyer.phone === '' ? null : order.buyer.phone,
		company_name: null,
		created_at: titoTime(order.placedAt),
		completed_at: titoTime(order.placedAt),
		updated_at: titoTime(order.changedAt),
		locale: order.buyer.locale ?? 'en',
		currency: 'JPY',
		paid: order.paidAt !== undefined,
		tickets: order.tickets.map((ticket) => ({
			reference: `${referenceOf(order)}-${positionOf(order, ticket)}`,
			slug: slugOf(ticket),
			price: PRICE,
			release_slug: releaseSlug(ticket),
			release_title: ticket.ticketName,
			...nameParts(ticket.holder),
			company_name: null,
			email: ticket.holder.email,
			url: `https://ti.to/${ACCOUNT}/${event.id}/tickets/${slugOf(ticket)}`,
			...answers(ticket),
		})),
		receipt: { total: totalOf(order), paid: order.paidAt !== undefined },
		event: eventBody(event),
	};
}

function nameParts(person: Person): object {
	return {
		name: fullName(person),
		first_name: person.firstName,
		last_name: person.lastName,
	};
}

/**
 * Tito's samples have an empty list of opt-ins. That it holds the accepted ones, each as the
 * opt-in's own resource has it (`data/3.1/opt_ins/show.json`), is a reading of ours.
 */
function answers({ diet, holder }: Ticket): object {
	return {
		answers:
			diet === undefined
				? []
				: [{ question: { id: 2, title: 'Diet' }, response: diet, humanized_response: diet }],
		opt_ins: holder.consent === true ? [{ id: 1, slug: 'newsletter', name: 'Newsletter' }] : [],
		responses: diet === undefined ? {} : { diet },
	};
}

function eventBody(event: TicketingEvent): object {
	return {
		_type: 'event',
		title: event.name,
		url: `https://ti.to/${ACCOUNT}/${event.id}`,
		account_slug: ACCOUNT,
		slug: event.id,
		start_date: event.startsAt.slice(0, 10),
		end_date: event.endsAt.slice(0, 10),
	};
}

const referenceOf = ({ id }: Order): string => Number(id).toString(36).toUpperCase().slice(-4);

const slugOf = ({ id }: Ticket): string => `ti_${Number(id).toString(36)}`;

const releaseSlug = ({ ticketName }: Ticket): string =>
	ticketName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

const totalOf = ({ tickets }: Order): string => (Number(PRICE) * tickets.length).toFixed(1);

function stateOf(order: Order, ticket: Ticket): string {
	if (ticket.status === 'cancelled') return 'void';
	return order.status === 'unpaid' ? 'incomplete' : 'complete';
}

/** `2022-03-26 07:36:07 UTC`, as the samples write it. */
const titoTime = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
