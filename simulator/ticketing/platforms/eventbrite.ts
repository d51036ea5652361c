import { numberOf } from '../codes.ts';
import type { TicketingEvent } from '../event.ts';
import type { Happening } from '../happening.ts';
import { withSecret, type TicketingPlatform } from '../platform.ts';
import { changedTickets, type Order, type Ticket } from '../records.ts';

/**
 * Eventbrite: webhooks that name an address of its API, where the rest is asked for
 * (apis/eventbrite.ts). It signs nothing: a secret of the organiser's own stands in the address.
 * Shapes: event-platforms.md and the headers that consumers have recorded. `attendee.updated` is
 * sent for new attendees, too (Workato's "New/updated attendee"). A cancelled order is refunded; one
 * where there was nothing to refund is only updated.
 */
export const eventbrite: TicketingPlatform = {
	id: 'eventbrite',
	name: 'Eventbrite',
	arrival: 'webhook',
	actions: [
		...(['register', 'pay', 'reassign', 'update-ticket', 'cancel-ticket'] as const),
		...(['cancel-order', 'go-live'] as const),
	],
	forges: ['foreign-host'],
	api: { path: '/v3', token: 'eventbrite-demo-token' },
	webhooks: (happening, seal) =>
		reportsOf(happening).map(([action, path], at) => {
			const body = {
				api_url: `${seal.apiUrl}/v3/${path}`,
				config: {
					action,
					endpoint_url: seal.target,
					user_id: '107000000000',
					webhook_id: String(numberOf(seal.target)),
				},
			};
			const webhook = withSecret(action, JSON.stringify(body), seal);
			const headers = {
				'X-Eventbrite-Event': action,
				'X-Eventbrite-Delivery': `${happening.number}${at}`,
			};
			return { ...webhook, headers: { ...webhook.headers, ...headers } };
		}),
};

/** Eventbrite's own numbers of an event. */
export const eventIdOf = ({ id }: TicketingEvent): string => String(numberOf(id));

type Report = [action: string, path: string];

function reportsOf(happening: Happening): Report[] {
	const eventPath = `events/${eventIdOf(happening.event)}/`;
	if (happening.action === 'go-live') return [['event.published', eventPath]];
	if (!('order' in happening)) return [];
	const { action, order } = happening;
	const ofOrder = `orders/${order.id}/`;
	const ofTicket = ({ id }: Ticket): Report => ['attendee.updated', `${eventPath}attendees/${id}/`];
	if ('ticket' in happening) return [ofTicket(happening.ticket)];
	const tickets = action === 'cancel-order' ? changedTickets(order) : order.tickets;
	return [[orderAction(action, order), ofOrder], ...tickets.map(ofTicket)];
}

function orderAction(action: string, { paidAt }: Order): string {
	if (action === 'register') return 'order.placed';
	if (action === 'pay') return 'order.updated';
	return paidAt === undefined ? 'order.updated' : 'order.refunded';
}
