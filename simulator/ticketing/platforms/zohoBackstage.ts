import { createHash } from 'node:crypto';
import type { TicketingEvent } from '../event.ts';
import type { Happening } from '../happening.ts';
import { fullName } from '../person.ts';
import { withSecret, type TicketingPlatform } from '../platform.ts';
import type { Order, Ticket } from '../records.ts';

/**
 * Zoho Backstage. No signature: the secret is in the address or in a header of the organiser's
 * choice. The names of the webhooks are those of Zoho's help page; the bodies are reconstructed
 * from public consumers (event-platforms.md 1.2) and do not say what happened: the organiser
 * registers an address per action. It has no webhook for speakers and sponsors.
 */
export const zohoBackstage: TicketingPlatform = {
	id: 'zoho-backstage',
	name: 'Zoho Backstage',
	arrival: 'webhook',
	actions: [
		...(['register', 'pay', 'reassign', 'update-ticket', 'cancel-ticket'] as const),
		...(['cancel-order', 'add-speaker', 'remove-speaker', 'propose-sponsor'] as const),
		...(['deny-sponsor', 'confirm-sponsor', 'go-live'] as const),
	],
	polled: ['add-speaker', 'remove-speaker', 'propose-sponsor', 'deny-sponsor', 'confirm-sponsor'],
	api: { path: '/backstage/v3', token: 'zoho-demo-token', portal: '20010001' },
	webhooks: (happening, seal) =>
		reportsOf(happening).map(([name, body]) => withSecret(name, JSON.stringify(body), seal)),
};

function reportsOf(happening: Happening): Array<[name: string, body: object]> {
	const { action, event } = happening;
	switch (action) {
		case 'register':
		case 'pay':
		case 'cancel-order': {
			const { attendees, order } = happening;
			const reports: Array<[string, object]> = [[ORDER_NAMES[action], orderBody(event, order)]];
			// Only an organiser who has asked for attendees as well gets them.
			if (!attendees || action !== 'register') return reports;
			for (const ticket of order.tickets) {
				reports.push(['Attendee created', attendeeBody(event, order, ticket)]);
			}
			return reports;
		}
		case 'reassign':
		case 'update-ticket':
		case 'cancel-ticket':
			return [[TICKET_NAMES[action], attendeeBody(event, happening.order, happening.ticket)]];
		case 'go-live':
			// No consumer has shown this body: that it names the event is a reading of ours.
			return [['Microsite published', { event: { id: event.id, name: event.name } }]];
		default:
			return [];
	}
}

const ORDER_NAMES = {
	register: 'Event Order created',
	// There is no webhook for the payment; the order is said to be updated.
	pay: 'Event Order updated',
	'cancel-order': 'Event Order cancelled',
};

const TICKET_NAMES = {
	reassign: 'Attendee reassigned',
	'update-ticket': 'Attendee updated',
	'cancel-ticket': 'Attendee status cancelled',
};

function attendeeBody(event: TicketingEvent, order: Order, ticket: Ticket): object {
	return {
		attendee: {
			id: ticket.holderId,
			event: event.id,
			orderId: order.id,
			ticketId: ticket.id,
			ticketClass: classIdOf(ticket),
			emailId: ticket.holder.email,
			purchasedBy: order.buyer.email,
		},
		customFormData: [
			{
				formEntries: {
					first_name: ticket.holder.firstName,
					last_name: ticket.holder.lastName,
					mobile_no: ticket.holder.phone,
				},
			},
		],
	};
}

const PRICE = 100;

function orderBody(event: TicketingEvent, { buyer, id, paidAt, tickets }: Order): object {
	return {
		eventOrder_id: id,
		eventOrder_eventId: event.id,
		eventOrder_orderBy: buyer.email,
		userProfile_name: fullName(buyer),
		userProfile_telephone: '',
		buyer_details: [
			{
				formEntries: {
					purchaser_first_name: buyer.firstName,
					purchaser_last_name: buyer.lastName,
					purchaser_email: buyer.email,
					purchaser_mobile_no: buyer.phone,
				},
			},
		],
		orderTickets: tickets.map((ticket) => ({
			ticketClass: classIdOf(ticket),
			ticketName: ticket.ticketName,
			ticketPrice: PRICE,
			// No payment has been made for an unpaid order.
			lineItemPayments: paidAt === undefined ? [] : [{ totalAmount: PRICE }],
		})),
		orderCost_grandTotal: PRICE * tickets.length,
		orderCost_promoCode: '',
		eventOrder_paymentOptionName: 'online',
		eventOrder_paymentType: 1,
	};
}

/** Tickets of the same name are of the same class. */
export function classIdOf({ ticketName }: Ticket): string {
	const hash = createHash('sha1').update(ticketName).digest().readUInt32BE(0);
	return `2431${String(hash).padStart(10, '0')}`;
}
