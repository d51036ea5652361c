import {
	ACTIONS,
	type Action,
	type Happened,
	type Happening,
	type OrderHappening,
} from '../happening.ts';
import { fullName, type Person } from '../person.ts';
import type { TicketingPlatform } from '../platform.ts';
import type { Order, Ticket } from '../records.ts';

/**
 * Any server that posts JSON, with a secret in `X-Webhook-Secret`. A registration is the body
 * captured from Chobble Tickets (event-platforms.md), one `registration.completed` per order.
 * Everything else is a notice in the shape that the product itself documents, as a form, a CRM or
 * a few lines of code would write it.
 */
export const generic: TicketingPlatform = {
	id: 'generic',
	name: 'Any ticketing server (JSON)',
	arrival: 'webhook',
	actions: ACTIONS,
	webhooks: (happening, { secret }) => {
		const registered = happening.action === 'register' || happening.action === 'pay';
		const body = registered ? capturedBody(happening) : noticeBody(happening);
		return [
			{
				name: registered ? 'registration.completed' : TYPES[happening.action],
				body: JSON.stringify(body),
				headers: {
					'Content-Type': 'application/json',
					...(secret === undefined ? {} : { 'X-Webhook-Secret': secret }),
				},
			},
		];
	},
};

/** What each action is called in a notice. */
const TYPES: Record<Action, string> = {
	register: 'registration.completed',
	pay: 'registration.completed',
	reassign: 'ticket.reassigned',
	'update-ticket': 'ticket.updated',
	'cancel-ticket': 'ticket.cancelled',
	'cancel-order': 'order.cancelled',
	'add-speaker': 'session.speaker_added',
	'remove-speaker': 'session.speaker_removed',
	'propose-sponsor': 'sponsor.proposal_received',
	'deny-sponsor': 'sponsor.proposal_denied',
	'confirm-sponsor': 'sponsor.confirmed',
	'go-live': 'event.site_live',
};

function capturedBody({
	event,
	occurredAt,
	order: { buyer, id, status, tickets },
}: Happened & OrderHappening): object {
	const price = status === 'unpaid' ? 2500 : 0;
	const token = (number: string) => Number(number).toString(16).toUpperCase().padStart(10, 'E');
	return {
		address: '',
		amount_owed: price * tickets.length,
		business_email: '',
		currency: 'GBP',
		email: buyer.email,
		name: fullName(buyer),
		notification_type: 'registration.completed',
		payment_id: null,
		phone: buyer.phone,
		price_paid: null,
		special_instructions: '',
		ticket_url: `${new URL(event.url).origin}/t/${token(tickets[0]?.id ?? id)}`,
		tickets: tickets.map((ticket) => ({
			date: null,
			listing_name: event.name,
			listing_slug: event.id,
			quantity: 1,
			ticket_token: token(ticket.id),
			unit_price: price,
		})),
		timestamp: occurredAt,
	};
}

function noticeBody(happening: Happening): object {
	const { action, event, number, occurredAt } = happening;
	return {
		id: number,
		type: TYPES[action],
		occurredAt,
		version: occurredAt,
		event,
		...('ticket' in happening
			? {
					...orderParts(happening.order),
					ticket: { id: happening.ticket.id, name: happening.ticket.ticketName },
					attendee: personOf(happening.ticket.holder),
					...(action === 'reassign'
						? { previous: { attendee: personOf(happening.previous) } }
						: {}),
				}
			: 'order' in happening
				? orderParts(happening.order)
				: {}),
		...('session' in happening
			? {
					session: {
						id: happening.session.id,
						title: happening.session.title,
						startsAt: happening.session.startsAt,
						room: happening.session.room,
					},
					speaker: personOf(happening.speaker, happening.speaker.id),
				}
			: {}),
		...('sponsor' in happening
			? {
					sponsor: {
						...personOf(happening.sponsor.contact, happening.sponsor.id),
						company: happening.sponsor.company,
					},
				}
			: {}),
		...('order' in happening ? { test: happening.order.test } : { test: false }),
	};
}

function orderParts({ buyer, id, status, tickets }: Order): object {
	return {
		order: {
			id,
			payment: status === 'unpaid' ? 'unpaid' : 'paid',
			tickets: tickets.map((ticket: Ticket) => ({
				id: ticket.id,
				name: ticket.ticketName,
				attendee: personOf(ticket.holder),
			})),
		},
		buyer: personOf(buyer),
	};
}

function personOf(person: Person, id?: string): object {
	const { consent: _consent, lastName: _lastName, ...known } = person;
	return { ...(id === undefined ? {} : { id }), name: fullName(person), ...known };
}
