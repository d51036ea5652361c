import { createHmac } from 'node:crypto';
import { numberOf, seconds } from '../codes.ts';
import type { TicketingEvent } from '../event.ts';
import type { Happening } from '../happening.ts';
import { fullName } from '../person.ts';
import type { Seal, TicketingPlatform, TicketingWebhook } from '../platform.ts';
import { changedTickets, type Order, type Ticket } from '../records.ts';

/**
 * Luma: `webhook-signature: t=…,v1=…`, the hex of HMAC-SHA256 over `t.raw` with the secret as it
 * is shown (`whsec_…`); not older than five minutes. Shapes: api-evangelist/luma,
 * `json-schema/webhook_*_post_request.json`; which webhooks a registration has: help.luma.com,
 * "Webhooks" (`guest.updated` fires for new guests, too, and `ticket.registered` once per ticket).
 *
 * Luma knows no buyer: a guest is one person. That every ticket here is a guest of its own, that a
 * handed-on ticket keeps its guest's number, and that a cancelled one is "declined" (the schema has
 * no word for it) are readings of ours. Repeats are documented nowhere.
 */
export const luma: TicketingPlatform = {
	id: 'luma',
	name: 'Luma',
	arrival: 'webhook',
	actions: [
		...(['register', 'pay', 'reassign', 'update-ticket', 'cancel-ticket'] as const),
		...(['cancel-order', 'go-live'] as const),
	],
	forges: ['timestamp'],
	webhooks: (happening, seal) =>
		reportsOf(happening).map(([type, data]) => webhookOf(type, data, seal)),
};

function reportsOf(happening: Happening): Array<[type: string, data: object]> {
	if (happening.action === 'go-live') return [['event.created', eventOf(happening.event)]];
	if (!('order' in happening)) return [];
	const { action, event, order } = happening;
	const guest = (tickets: Ticket[]) => guestOf(event, order, tickets);
	const holding = (ticket: Ticket) =>
		guestsOf(order).find((one) => one.includes(ticket)) ?? [ticket];
	if ('ticket' in happening) return [['guest.updated', guest(holding(happening.ticket))]];
	if (action !== 'register') {
		const changed = new Set(action === 'pay' ? order.tickets : changedTickets(order));
		return guestsOf(order)
			.filter((tickets) => tickets.some((ticket) => changed.has(ticket)))
			.map((tickets) => ['guest.updated', guest(tickets)]);
	}
	return guestsOf(order).flatMap((tickets): Array<[string, object]> => [
		['guest.registered', guest(tickets)],
		['guest.updated', guest(tickets)],
		...tickets.map((ticket): [string, object] => [
			'ticket.registered',
			{ ...guest(tickets), event_ticket: ticketOf(order, ticket) },
		]),
	]);
}

function webhookOf(type: string, data: object, { at, secret }: Seal): TicketingWebhook {
	const body = JSON.stringify({ type, data });
	const t = Math.floor(at / 1000);
	const signature: Record<string, string> =
		secret === undefined
			? {}
			: {
					'webhook-signature': `t=${t},v1=${createHmac('sha256', secret)
						.update(`${t}.${body}`)
						.digest('hex')}`,
				};
	return { name: type, body, headers: { 'Content-Type': 'application/json', ...signature } };
}

/** In the currency's smallest unit. */
const PRICE = 9000;

/** A guest is a person: the tickets of one address are theirs together. */
function guestsOf({ tickets }: Order): Ticket[][] {
	const guests = new Map<string, Ticket[]>();
	for (const ticket of tickets) {
		const key = ticket.holder.email.toLowerCase() || ticket.id;
		guests.set(key, [...(guests.get(key) ?? []), ticket]);
	}
	return [...guests.values()];
}

function guestOf(event: TicketingEvent, order: Order, tickets: Ticket[]): object {
	const [ticket] = tickets as [Ticket, ...Ticket[]];
	const { diet, holder, id } = ticket;
	return {
		id: `gst-${Number(id).toString(36)}`,
		user_id: `usr-${Number(ticket.holderId).toString(36)}`,
		user_email: holder.email,
		user_name: fullName(holder),
		user_first_name: holder.firstName,
		user_last_name: holder.lastName,
		approval_status: statusOf(order, tickets),
		check_in_qr_code: `https://luma.com/check-in/${event.id}?pk=g-${Number(id).toString(36)}`,
		eth_address: null,
		invited_at: null,
		joined_at: null,
		phone_number: holder.phone === '' ? null : holder.phone,
		registered_at: order.placedAt,
		registration_answers:
			diet === undefined
				? []
				: [
						{
							label: 'Diet',
							question_id: 'diet',
							value: diet,
							answer: diet,
							question_type: 'text',
						},
					],
		solana_address: null,
		utm_source: null,
		event_tickets: tickets.map((one) => ticketOf(order, one)),
		custom_source: null,
		event_ticket_orders: [
			{
				...moneyOf(order),
				id: `evtticketorder-${Number(order.id).toString(36)}`,
				coupon_info: null,
			},
		],
		event: eventOf(event),
	};
}

const moneyOf = ({ paidAt }: Order) => ({
	amount: PRICE,
	amount_discount: 0,
	amount_tax: 0,
	currency: 'usd',
	is_captured: paidAt !== undefined,
});

const ticketOf = (order: Order, { id, ticketName }: Ticket): object => ({
	...moneyOf(order),
	id: `evtticket-${Number(id).toString(36)}`,
	checked_in_at: null,
	event_ticket_type_id: `evtticktyp-${numberOf(ticketName)}`,
	name: ticketName,
});

function statusOf(order: Order, tickets: Ticket[]): string {
	if (tickets.every(({ status }) => status === 'cancelled')) return 'declined';
	return order.status === 'unpaid' ? 'pending_approval' : 'approved';
}

function eventOf(event: TicketingEvent): object {
	const hours = Math.round((seconds(event.endsAt) - seconds(event.startsAt)) / 3600);
	return {
		platform: 'luma',
		id: `evt-${event.id}`,
		user_id: 'usr-organiser',
		calendar_id: 'cal-test',
		start_at: new Date(event.startsAt).toISOString(),
		duration_interval: `PT${hours}H`,
		end_at: new Date(event.endsAt).toISOString(),
		created_at: new Date(Date.parse(event.startsAt) - 60 * 24 * 3_600_000).toISOString(),
		timezone: event.timeZone,
		name: event.name,
		description: '',
		description_md: '',
		geo_address_json: {
			address: event.venue,
			city: null,
			region: null,
			country: null,
			city_state: null,
			full_address: event.venue,
			google_maps_place_id: null,
			apple_maps_place_id: null,
			description: null,
		},
		coordinate: null,
		meeting_url: null,
		location_type: 'offline',
		location_visibility: 'public',
		cover_url: `${event.url}cover.png`,
		url: event.url,
		visibility: 'public',
		waitlist_status: 'disabled',
		feedback_email: { enabled: false },
		geo_latitude: null,
		geo_longitude: null,
		tags: [],
	};
}
