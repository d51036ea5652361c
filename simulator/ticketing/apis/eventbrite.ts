import type { Answer, Request, Router } from '../../http/router.ts';
import { numberOf, secondsText } from '../codes.ts';
import type { TicketingDesk } from '../desk.ts';
import { fullName } from '../person.ts';
import { eventbrite, eventIdOf } from '../platforms/eventbrite.ts';
import type { Order, Ticket } from '../records.ts';

const ID = 'eventbrite';
const API = `/ticketing/${ID}/v3`;

/**
 * Eventbrite's API v3: an order (`?expand=attendees,event`), an attendee, the event. Shapes: orders
 * and attendees that consumers have recorded. A phone stands in `profile.cell_phone` when the form
 * asks for it; an order has none. What an order is called that waits for its money, and one that was
 * cancelled before, is a reading of ours: "pending" with attendees "Unpaid", and "deleted".
 */
export function addEventbriteApi(router: Router, desk: TicketingDesk): void {
	const get = (path: string, answer: (request: Request) => object | undefined) =>
		router.add('GET', `${API}${path}`, (request) => {
			if (request.headers.authorization !== `Bearer ${eventbrite.api?.token}`) {
				return refusal(401, 'INVALID_AUTH', 'The OAuth token you provided was invalid.');
			}
			const json = answer(request);
			return json === undefined
				? refusal(404, 'NOT_FOUND', 'The path you requested does not exist.')
				: { status: 200, json };
		});
	const ofEvent = ({ params }: Request) => params['event'] === eventIdOf(desk.event);
	get('/events/:event', (request) => (ofEvent(request) ? eventOf(desk) : undefined));
	get('/orders/:order', ({ params, query }) => {
		const order = desk.store.get(ID, 'order', params['order'] ?? '');
		const expand = (query.get('expand') ?? '').split(',');
		return order && orderOf(desk, order, expand);
	});
	get('/events/:event/attendees/:attendee', (request) => {
		if (!ofEvent(request)) return undefined;
		const id = request.params['attendee'];
		for (const order of desk.store.all(ID, 'order')) {
			const ticket = order.tickets.find((one) => one.id === id);
			const expand = (request.query.get('expand') ?? '').split(',');
			if (ticket !== undefined) {
				return {
					...attendeeOf(desk, order, ticket),
					...(expand.includes('event') ? { event: eventOf(desk) } : {}),
					...(expand.includes('order') ? { order: orderOf(desk, order, []) } : {}),
				};
			}
		}
		return undefined;
	});
}

function refusal(status: number, error: string, description: string): Answer {
	return { status, json: { status_code: status, error, error_description: description } };
}

const PRICE = 9000;

const money = (value: number) => ({
	display: `¥${value}`,
	currency: 'JPY',
	value,
	major_value: String(value),
});

const costs = (value: number) => ({
	base_price: money(value),
	eventbrite_fee: money(0),
	gross: money(value),
	payment_fee: money(0),
	tax: money(0),
});

function orderOf(desk: TicketingDesk, order: Order, expand: string[]): object {
	const { buyer, id, tickets } = order;
	return {
		costs: costs(PRICE * tickets.length),
		resource_uri: `${desk.apiUrl(ID)}/v3/orders/${id}/`,
		id,
		changed: secondsText(order.changedAt),
		created: secondsText(order.placedAt),
		name: fullName(buyer),
		first_name: buyer.firstName,
		last_name: buyer.lastName,
		email: buyer.email,
		status: statusOf(order),
		time_remaining: null,
		event_id: eventIdOf(desk.event),
		...(expand.includes('attendees')
			? { attendees: tickets.map((ticket) => attendeeOf(desk, order, ticket)) }
			: {}),
		...(expand.includes('event') ? { event: eventOf(desk) } : {}),
	};
}

function statusOf({ paidAt, status }: Order): string {
	if (status === 'cancelled') return paidAt === undefined ? 'deleted' : 'refunded';
	return status === 'unpaid' ? 'pending' : 'placed';
}

function attendeeOf(desk: TicketingDesk, order: Order, ticket: Ticket): object {
	const { diet, holder, id } = ticket;
	const cancelled = ticket.status === 'cancelled';
	const event = eventIdOf(desk.event);
	return {
		team: null,
		costs: costs(PRICE),
		resource_uri: `${desk.apiUrl(ID)}/v3/events/${event}/attendees/${id}/`,
		id,
		changed: secondsText(ticket.changedAt),
		created: secondsText(order.placedAt),
		quantity: 1,
		variant_id: null,
		profile: {
			first_name: holder.firstName,
			last_name: holder.lastName,
			name: fullName(holder),
			email: holder.email,
			addresses: {},
			...(holder.phone === '' ? {} : { cell_phone: holder.phone }),
		},
		barcodes: [
			{
				status: 'unused',
				barcode: `${order.id}${id}001`,
				created: secondsText(order.placedAt),
				changed: secondsText(ticket.changedAt),
				checkin_type: 0,
				is_printed: false,
			},
		],
		answers:
			diet === undefined
				? []
				: [{ answer: diet, question: 'Diet', type: 'text', question_id: '2' }],
		checked_in: false,
		cancelled,
		refunded: cancelled && order.status === 'cancelled' && order.paidAt !== undefined,
		affiliate: null,
		guestlist_id: null,
		invited_by: null,
		status: cancelled ? 'Not Attending' : order.status === 'unpaid' ? 'Unpaid' : 'Attending',
		ticket_class_name: ticket.ticketName,
		delivery_method: 'electronic',
		event_id: event,
		order_id: order.id,
		ticket_class_id: String(numberOf(ticket.ticketName)),
	};
}

function eventOf(desk: TicketingDesk): object {
	const { event } = desk;
	const time = (iso: string) => ({
		timezone: event.timeZone,
		local: iso.slice(0, 19),
		utc: secondsText(iso),
	});
	return {
		name: { text: event.name, html: event.name },
		description: { text: null, html: null },
		url: event.url,
		start: time(event.startsAt),
		end: time(event.endsAt),
		id: eventIdOf(event),
		status: desk.isLive(ID) ? 'live' : 'draft',
		currency: 'JPY',
		online_event: false,
		locale: 'en_US',
		venue: { name: event.venue },
		resource_uri: `${desk.apiUrl(ID)}/v3/events/${eventIdOf(event)}/`,
	};
}
