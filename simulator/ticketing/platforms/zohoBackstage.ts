import { createHash } from 'node:crypto';
import type { SecretPlace, TicketingPlatform, TicketingWebhook } from '../platform.ts';
import { fullName, type Registration, type Ticket } from '../registration.ts';

/**
 * Zoho Backstage: an event order webhook. No signature: the secret is in the address or in a
 * header of the organiser's choice. Shapes: event-platforms.md 1.2, reconstructed from consumers.
 */
export const zohoBackstage: TicketingPlatform = {
	id: 'zoho-backstage',
	name: 'Zoho Backstage',
	events: ['registration.completed'],
	webhooks: (registration, secret, place) => [orderWebhook(registration, secret, place)],
};

/** The "Attendee created" shape of one ticket; sent when a registration asks for it. */
export function attendeeWebhook(
	registration: Registration,
	ticket: Ticket,
	secret: string | undefined,
	place: SecretPlace,
): TicketingWebhook {
	const body = {
		attendee: {
			id: ticket.id,
			event: registration.event.id,
			orderId: registration.order,
			ticketId: ticket.id,
			ticketClass: classIdOf(ticket),
			emailId: ticket.email,
			purchasedBy: registration.buyer.email,
		},
		customFormData: [
			{
				formEntries: {
					first_name: ticket.firstName,
					last_name: ticket.lastName,
					mobile_no: ticket.phone,
				},
			},
		],
	};
	return withSecret(JSON.stringify(body), secret, place);
}

function orderWebhook(
	{ buyer, event, order, paid, tickets }: Registration,
	secret: string | undefined,
	place: SecretPlace,
): TicketingWebhook {
	const price = 100;
	const body = {
		eventOrder_id: order,
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
			ticketPrice: price,
			// No payment has been made for an unpaid order.
			lineItemPayments: paid ? [{ totalAmount: price }] : [],
		})),
		orderCost_grandTotal: price * tickets.length,
		orderCost_promoCode: '',
		eventOrder_paymentOptionName: 'online',
		eventOrder_paymentType: 1,
	};
	return withSecret(JSON.stringify(body), secret, place);
}

/** Tickets of the same name are of the same class. */
function classIdOf({ ticketName }: Ticket): string {
	const hash = createHash('sha1').update(ticketName).digest().readUInt32BE(0);
	return `2431${String(hash).padStart(10, '0')}`;
}

function withSecret(
	body: string,
	secret: string | undefined,
	place: SecretPlace,
): TicketingWebhook {
	const headers = { 'Content-Type': 'application/json' };
	if (secret === undefined) return { body, headers };
	if (place.in === 'header') return { body, headers: { ...headers, [place.header]: secret } };
	return { body, headers, query: { secret } };
}
