import { lettersOf } from '../codes.ts';
import type { Happening } from '../happening.ts';
import { withSecret, type TicketingPlatform } from '../platform.ts';
import type { Order } from '../records.ts';

/**
 * pretix: webhooks of numbers only; the rest is asked for (apis/pretix.ts). It signs nothing: the
 * organiser writes a password into the address (Basic), or a secret of their own into the query.
 * Repeated for three days, ever more slowly; 410 ends the subscription, 30 seconds are a failure.
 * Shapes: pretix/pretix, `src/pretix/api/webhooks.py`, `doc/api/webhooks.rst`. A new holder is
 * "order information changed", the same as any other answer; a cancelled or another kind of ticket
 * is one of `pretix.event.order.changed.*`.
 */
export const pretix: TicketingPlatform = {
	id: 'pretix',
	name: 'pretix',
	arrival: 'webhook',
	actions: [
		...(['register', 'pay', 'reassign', 'update-ticket', 'cancel-ticket'] as const),
		...(['cancel-order', 'go-live'] as const),
	],
	retry: { timeoutMs: 30_000, endedBy: 410 },
	api: { path: '/api/v1', token: 'pretix-demo-token', organizer: 'test-conf-team' },
	webhooks: (happening, seal) =>
		actionsOf(happening).map((action, at) => {
			const body = {
				notification_id: Number(happening.number) + at,
				organizer: pretix.api?.['organizer'],
				event: happening.event.id,
				...('order' in happening ? { code: codeOf(happening.order) } : {}),
				action,
			};
			return withSecret(action, JSON.stringify(body), seal);
		}),
};

/** Letters and digits that nobody mistakes for another, as pretix draws its codes from. */
export const codeOf = ({ id }: Pick<Order, 'id'>): string =>
	lettersOf(id, 'ABCDEFGHJKLMNPQRSTUVWXYZ3789', 5);

function actionsOf(happening: Happening): string[] {
	switch (happening.action) {
		case 'register': {
			const placed = 'pretix.event.order.placed';
			return happening.order.status === 'unpaid' ? [placed] : [placed, 'pretix.event.order.paid'];
		}
		case 'pay':
			return ['pretix.event.order.paid'];
		case 'reassign':
			return ['pretix.event.order.modified'];
		case 'update-ticket':
			return [
				happening.ticketName === undefined
					? 'pretix.event.order.modified'
					: 'pretix.event.order.changed.item',
			];
		case 'cancel-ticket':
			// pretix cancels no last position: then the whole order is cancelled.
			return [
				happening.order.tickets.some(({ status }) => status === 'valid')
					? 'pretix.event.order.changed.cancel'
					: 'pretix.event.order.canceled',
			];
		case 'cancel-order':
			return ['pretix.event.order.canceled'];
		case 'go-live':
			return ['pretix.event.live.activated'];
		default:
			return [];
	}
}
