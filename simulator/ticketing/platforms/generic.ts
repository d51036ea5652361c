import type { TicketingPlatform } from '../platform.ts';
import { fullName } from '../registration.ts';

/**
 * Any server that posts JSON: the body captured from Chobble Tickets (event-platforms.md), one
 * `registration.completed` per order, with a secret in `X-Webhook-Secret`.
 */
export const generic: TicketingPlatform = {
	id: 'generic',
	name: 'Any ticketing server (JSON)',
	events: ['registration.completed'],
	webhooks: ({ buyer, event, occurredAt, order, paid, tickets }, secret) => {
		const price = paid ? 0 : 2500;
		const token = (id: string) => Number(id).toString(16).toUpperCase().padStart(10, 'E');
		const body = JSON.stringify({
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
			ticket_url: `${new URL(event.url).origin}/t/${token(tickets[0]?.id ?? order)}`,
			tickets: tickets.map((ticket) => ({
				date: null,
				listing_name: event.name,
				listing_slug: event.id,
				quantity: 1,
				ticket_token: token(ticket.id),
				unit_price: price,
			})),
			timestamp: occurredAt,
		});
		return [
			{
				body,
				headers: {
					'Content-Type': 'application/json',
					...(secret === undefined ? {} : { 'X-Webhook-Secret': secret }),
				},
			},
		];
	},
};
