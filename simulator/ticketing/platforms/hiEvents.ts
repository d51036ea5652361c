import type { TicketingPlatform } from '../platform.ts';

export const hiEvents: TicketingPlatform = {
	id: 'hi-events',
	name: 'Hi.Events',
	arrival: 'webhook',
	actions: [
		...(['register', 'pay', 'reassign', 'update-ticket', 'cancel-ticket'] as const),
		...(['cancel-order', 'go-live'] as const),
	],
	webhooks: () => [],
};
