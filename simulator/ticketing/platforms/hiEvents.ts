import { createHmac } from 'node:crypto';
import { databaseTime, lettersOf, numberOf } from '../codes.ts';
import type { TicketingEvent } from '../event.ts';
import type { Happening } from '../happening.ts';
import type { Person } from '../person.ts';
import type { Seal, TicketingPlatform, TicketingWebhook } from '../platform.ts';
import { isPaidLater, type Order, type Ticket } from '../records.ts';

/**
 * Hi.Events: `Signature` is the hex of HMAC-SHA256 over the raw body, which PHP writes with `\/`
 * and `\uXXXX`. Three tries, three seconds each. An order is reported after one report for each of
 * its attendees. Shapes and order: HiEventsDev/Hi.Events, `WebhookDispatchService.php`,
 * `OrderResource.php`, `AttendeeResource.php`, `QuestionAnswerViewResource.php`,
 * `EventResource.php`, `config/webhook-server.php` (April 2026). The real one refuses addresses of
 * the own network unless it is told otherwise; this one does not.
 */
export const hiEvents: TicketingPlatform = {
	id: 'hi-events',
	name: 'Hi.Events',
	arrival: 'webhook',
	actions: [
		...(['register', 'pay', 'reassign', 'update-ticket', 'cancel-ticket'] as const),
		...(['cancel-order', 'go-live'] as const),
	],
	retry: { tries: 3, timeoutMs: 3000 },
	webhooks: (happening, seal) =>
		reportsOf(happening).map(([name, payload]) => webhookOf(name, payload, happening, seal)),
};

function reportsOf(happening: Happening): Array<[name: string, payload: object]> {
	const { event } = happening;
	switch (happening.action) {
		case 'register':
		case 'cancel-order': {
			const done = happening.action === 'register' ? 'created' : 'cancelled';
			const { order } = happening;
			return [
				...order.tickets.map((ticket): [string, object] => [
					`attendee.${done}`,
					attendeeOf(event, order, ticket),
				]),
				[`order.${done}`, orderOf(event, order)],
			];
		}
		case 'pay':
			return [['order.marked_as_paid', orderOf(event, happening.order)]];
		case 'reassign':
		case 'update-ticket':
			return [['attendee.updated', attendeeOf(event, happening.order, happening.ticket)]];
		case 'cancel-ticket':
			return [['attendee.cancelled', attendeeOf(event, happening.order, happening.ticket)]];
		case 'go-live':
			return [['event.updated', eventOf(event)]];
		default:
			return [];
	}
}

function webhookOf(
	name: string,
	payload: object,
	{ occurredAt }: Happening,
	{ secret }: Seal,
): TicketingWebhook {
	const body = phpJson({
		event_type: name,
		// Laravel's `toIso8601String()`.
		event_sent_at: `${occurredAt.slice(0, 19)}+00:00`,
		payload,
	});
	const signed = secret === undefined ? undefined : createHmac('sha256', secret).update(body);
	return {
		name,
		body,
		headers: {
			'Content-Type': 'application/json',
			'X-Webhook-Source': 'Hi.Events',
			...(signed === undefined ? {} : { Signature: signed.digest('hex') }),
		},
	};
}

/** JSON as PHP's `json_encode` writes it: slashes and everything beyond ASCII are escaped. */
function phpJson(value: object): string {
	return JSON.stringify(value)
		.replaceAll('/', '\\/')
		.replaceAll(
			/[\u007f-\uffff]/g,
			(letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
		);
}

const PRICE = 90;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

function orderOf(event: TicketingEvent, order: Order): object {
	const { buyer, id, status, tickets } = order;
	const total = PRICE * tickets.length;
	const unpaid = order.paidAt === undefined;
	return {
		id: Number(id),
		short_id: `o_${lettersOf(id, LETTERS, 13)}`,
		total_before_additions: total,
		total_gross: total,
		total_tax: 0,
		total_fee: 0,
		total_refunded: 0,
		status: { complete: 'COMPLETED', unpaid: 'AWAITING_OFFLINE_PAYMENT', cancelled: 'CANCELLED' }[
			status
		],
		refund_status: null,
		payment_status: unpaid ? 'AWAITING_OFFLINE_PAYMENT' : 'PAYMENT_RECEIVED',
		currency: 'JPY',
		first_name: buyer.firstName,
		last_name: buyer.lastName,
		email: buyer.email,
		created_at: databaseTime(order.placedAt),
		public_id: `O-${lettersOf(id, LETTERS, 7)}`,
		is_partially_refunded: false,
		is_fully_refunded: false,
		is_free_order: false,
		is_manually_created: false,
		taxes_and_fees_rollup: [],
		address: null,
		notes: null,
		payment_provider: isPaidLater(order) ? 'OFFLINE' : 'STRIPE',
		promo_code: null,
		event_id: numberOf(event.id),
		order_items: tickets.map((ticket) => ({
			id: numberOf(`item ${ticket.id}`),
			order_id: Number(id),
			total_before_additions: PRICE,
			price: PRICE,
			quantity: 1,
			product_id: numberOf(ticket.ticketName),
			item_name: ticket.ticketName,
			price_before_discount: null,
			taxes_and_fees_rollup: [],
		})),
		attendees: tickets.map((ticket) => attendeeOf(event, order, ticket)),
		// Everybody's: the buyer's are those that belong to the order.
		question_answers: [
			...answerOf(event, order, 'ORDER', buyer.phone),
			...tickets.flatMap((ticket) => answersOf(event, order, ticket)),
		],
	};
}

function attendeeOf(event: TicketingEvent, order: Order, ticket: Ticket): object {
	const { holder, id } = ticket;
	return {
		id: Number(id),
		order_id: Number(order.id),
		product_id: numberOf(ticket.ticketName),
		product_price_id: numberOf(`price ${ticket.ticketName}`),
		event_id: numberOf(event.id),
		email: holder.email,
		status: statusOf(order, ticket),
		first_name: holder.firstName,
		last_name: holder.lastName,
		public_id: `A-${lettersOf(id, LETTERS, 7)}`,
		short_id: `a_${lettersOf(id, LETTERS, 13)}`,
		locale: holder.locale ?? order.buyer.locale ?? 'en',
		notes: null,
		question_answers: answersOf(event, order, ticket),
		created_at: databaseTime(order.placedAt),
		updated_at: databaseTime(ticket.changedAt),
	};
}

const answersOf = (event: TicketingEvent, order: Order, ticket: Ticket): object[] => [
	...answerOf(event, order, 'PRODUCT', ticket.holder.phone, ticket),
	...(ticket.diet === undefined
		? []
		: [{ ...question(event, order, 'Diet', ticket.diet), question_type: 'SINGLE_LINE_TEXT' }]),
];

function statusOf(order: Order, ticket: Ticket): string {
	if (ticket.status === 'cancelled') return 'CANCELLED';
	return order.status === 'unpaid' ? 'AWAITING_PAYMENT' : 'ACTIVE';
}

/** The phone is nowhere but in the answer to a question of this type, if the organiser asks it. */
function answerOf(
	event: TicketingEvent,
	order: Order,
	belongsTo: 'ORDER' | 'PRODUCT',
	phone: string,
	ticket?: Ticket,
): object[] {
	if (phone === '') return [];
	const asked = { ...question(event, order, 'Mobile phone', phone), belongs_to: belongsTo };
	if (ticket === undefined) return [{ ...asked, question_type: 'PHONE' }];
	const { firstName, lastName }: Person = ticket.holder;
	return [
		{
			...asked,
			question_type: 'PHONE',
			product_id: numberOf(ticket.ticketName),
			product_title: ticket.ticketName,
			attendee_id: Number(ticket.id),
			first_name: firstName,
			last_name: lastName,
			attendee_public_id: `A-${lettersOf(ticket.id, LETTERS, 7)}`,
		},
	];
}

function question(event: TicketingEvent, order: Order, title: string, answer: string): object {
	return {
		product_id: null,
		product_title: null,
		question_id: numberOf(title),
		title,
		question_required: false,
		question_description: '',
		answer,
		text_answer: answer,
		order_id: Number(order.id),
		belongs_to: 'PRODUCT',
		event_id: numberOf(event.id),
		question_answer_id: numberOf(`${title} ${order.id}`),
		question_options: [],
	};
}

/** As the dispatcher loads it: without place, settings and organiser. Its times are in UTC. */
function eventOf(event: TicketingEvent): object {
	return {
		id: numberOf(event.id),
		title: event.name,
		category: 'CONFERENCE',
		description: null,
		start_date: databaseTime(event.startsAt),
		end_date: databaseTime(event.endsAt),
		status: 'LIVE',
		lifecycle_status: 'UPCOMING',
		currency: 'JPY',
		timezone: event.timeZone,
		slug: event.id,
	};
}
