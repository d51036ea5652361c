import type { TicketingPlatform } from '../platform.ts';

export const eventbrite: TicketingPlatform = {
	id: 'eventbrite',
	name: 'Eventbrite',
	arrival: 'webhook',
	actions: [
		...(['register', 'pay', 'reassign', 'update-ticket', 'cancel-ticket'] as const),
		...(['cancel-order', 'go-live'] as const),
	],
	forges: ['foreign-host'],
	api: { token: 'eventbrite-demo-token' },
	webhooks: () => [],
};
