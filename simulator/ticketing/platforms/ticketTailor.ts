import { createHmac } from 'node:crypto';
import { databaseTime, numberOf, seconds } from '../codes.ts';
import type { TicketingEvent } from '../event.ts';
import type { Happening } from '../happening.ts';
import { fullName } from '../person.ts';
import type { Seal, TicketingPlatform, TicketingWebhook } from '../platform.ts';
import { isPaidLater, type Order, type Ticket } from '../records.ts';

/**
 * Ticket Tailor: `Tickettailor-Webhook-Signature: t=…,v1=…`, the hex of HMAC-SHA256 over the
 * seconds followed at once by the raw body. Shapes: developers.tickettailor.com, "New issued
 * ticket", "Updated issued ticket" and the order of its API; a ticket's `email` is "the order
 * email address", so a new holder shows in the name and in the answers only.
 *
 * Which webhooks a cancelled order has beside `ORDER.UPDATED`, and how often a lost one is
 * repeated, is documented nowhere: none, and as often as `ticketing.retryMs` says.
 */
export const ticketTailor: TicketingPlatform = {
	id: 'ticket-tailor',
	name: 'Ticket Tailor',
	arrival: 'webhook',
	actions: [
		...(['register', 'pay', 'reassign', 'update-ticket', 'cancel-ticket'] as const),
		...(['cancel-order', 'go-live'] as const),
	],
	forges: ['timestamp'],
	webhooks: (happening, seal) =>
		reportsOf(happening).map(([name, resource, payload], at) => {
			return webhookOf(name, resource, payload, `${happening.number}${at}`, seal);
		}),
};

type Report = [name: string, resource: string, payload: object];

function reportsOf(happening: Happening): Report[] {
	const { event } = happening;
	switch (happening.action) {
		case 'register': {
			const { order } = happening;
			return [
				['ORDER.CREATED', `orders/${orderId(order)}`, orderOf(event, order)],
				...order.tickets.map((ticket): Report => {
					return ['ISSUED_TICKET.CREATED', ...ticketPart(event, order, ticket)];
				}),
			];
		}
		case 'pay':
		case 'cancel-order': {
			const { order } = happening;
			return [['ORDER.UPDATED', `orders/${orderId(order)}`, orderOf(event, order)]];
		}
		case 'reassign':
		case 'update-ticket':
		case 'cancel-ticket':
			return [['ISSUED_TICKET.UPDATED', ...ticketPart(event, happening.order, happening.ticket)]];
		case 'go-live':
			return [['EVENT.UPDATED', `events/${eventId(event)}`, eventOf(event)]];
		default:
			return [];
	}
}

const ticketPart = (event: TicketingEvent, order: Order, ticket: Ticket): [string, object] => [
	`issued_tickets/${ticketId(ticket)}`,
	ticketOf(event, order, ticket),
];

function webhookOf(
	name: string,
	resource: string,
	payload: object,
	number: string,
	{ at, secret }: Seal,
): TicketingWebhook {
	const sent = new Date(at).toISOString();
	const body = JSON.stringify({
		id: `wh_${number}`,
		created_at: databaseTime(sent),
		event: name,
		resource_url: `https://api.tickettailor.com/v1/${resource}`,
		payload,
	});
	const t = seconds(sent);
	const signature: Record<string, string> =
		secret === undefined
			? {}
			: {
					'Tickettailor-Webhook-Signature': `t=${t},v1=${createHmac('sha256', secret)
						.update(`${t}${body}`)
						.digest('hex')}`,
				};
	return { name, body, headers: { 'Content-Type': 'application/json', ...signature } };
}

/** In the currency's smallest unit, as all of its amounts. */
const PRICE = 9000;

const orderId = ({ id }: Order): string => `or_${id}`;
const ticketId = ({ id }: Ticket): string => `it_${id}`;
const eventId = ({ id }: TicketingEvent): string => `ev_${numberOf(id)}`;

function orderOf(event: TicketingEvent, order: Order): object {
	const { buyer, status, tickets } = order;
	const total = PRICE * tickets.length;
	return {
		object: 'order',
		id: orderId(order),
		buyer_details: {
			address: null,
			custom_questions: [],
			email: buyer.email,
			first_name: buyer.firstName,
			last_name: buyer.lastName,
			name: fullName(buyer),
			phone: buyer.phone === '' ? null : buyer.phone,
		},
		created_at: seconds(order.placedAt),
		currency: { base_multiplier: 100, code: 'gbp' },
		event_summary: {
			id: eventId(event),
			event_id: eventId(event),
			event_series_id: `es_${numberOf(event.id)}`,
			name: event.name,
			start_date: timeOf(event.startsAt, event),
			end_date: timeOf(event.endsAt, event),
			venue: { name: event.venue, postal_code: null },
		},
		issued_tickets: tickets.map((ticket) => ticketOf(event, order, ticket)),
		line_items: tickets.map((ticket) => ({
			object: 'line_item',
			id: `li_${ticket.id}`,
			description: ticket.ticketName,
			quantity: 1,
			total: PRICE,
			type: 'ticket',
			value: PRICE,
		})),
		// Null where nobody was asked.
		marketing_opt_in: buyer.consent ?? null,
		meta_data: {},
		payment_method: isPaidLater(order)
			? {
					external_id: null,
					id: 'pm_1',
					instructions: null,
					name: 'Bank transfer',
					type: 'offline',
				}
			: { external_id: null, id: 'pm_2', instructions: null, name: 'Stripe', type: 'stripe' },
		referral_tag: null,
		refund_amount: 0,
		status: { complete: 'completed', unpaid: 'pending', cancelled: 'cancelled' }[status],
		status_message: null,
		subtotal: total,
		tax: 0,
		total,
		total_paid: order.paidAt === undefined ? 0 : total,
		txn_id: isPaidLater(order) ? null : `ch_${order.id}`,
	};
}

function ticketOf(event: TicketingEvent, order: Order, ticket: Ticket): object {
	const { diet, holder, id, status } = ticket;
	const answers = [
		...(holder.phone === '' ? [] : [{ question: 'Mobile number', answer: holder.phone }]),
		...(diet === undefined ? [] : [{ question: 'Dietary requirements', answer: diet }]),
	];
	return {
		object: 'issued_ticket',
		id: ticketId(ticket),
		add_on_id: null,
		barcode: Number(id).toString(36),
		barcode_url: `https://www.tickettailor.com/userfiles/cache/barcode/qr/attendee/${id}/x`,
		checked_in: 'false',
		created_at: seconds(order.placedAt),
		custom_questions: answers,
		description: ticket.ticketName,
		email: order.buyer.email,
		event_id: eventId(event),
		event_series_id: `es_${numberOf(event.id)}`,
		group_ticket_barcode: null,
		reference: null,
		full_name: fullName(holder),
		first_name: holder.firstName,
		last_name: holder.lastName,
		status: status === 'cancelled' ? 'voided' : 'valid',
		source: 'checkout',
		ticket_type_id: `tt_${numberOf(ticket.ticketName)}`,
		updated_at: seconds(ticket.changedAt),
		voided_at: status === 'cancelled' ? seconds(ticket.changedAt) : null,
		order_id: orderId(order),
		qr_code_url: `https://www.tickettailor.com/userfiles/cache/barcode/st/attendee/${id}/x`,
	};
}

function eventOf(event: TicketingEvent): object {
	return {
		object: 'event',
		id: eventId(event),
		event_series_id: `es_${numberOf(event.id)}`,
		name: event.name,
		status: 'published',
		start: timeOf(event.startsAt, event),
		end: timeOf(event.endsAt, event),
		timezone: event.timeZone,
		url: event.url,
		venue: { name: event.venue, postal_code: null },
	};
}

function timeOf(iso: string, { timeZone }: TicketingEvent): object {
	return {
		date: iso.slice(0, 10),
		iso,
		time: iso.slice(11, 16),
		timezone: /([+-]\d\d:\d\d)$/.exec(iso)?.[0] ?? '+00:00',
		tz: timeZone,
		unix: seconds(iso),
	};
}
