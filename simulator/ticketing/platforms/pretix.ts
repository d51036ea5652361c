import type { TicketingPlatform } from '../platform.ts';

export const pretix: TicketingPlatform = {
	id: 'pretix',
	name: 'pretix',
	arrival: 'webhook',
	actions: [
		...(['register', 'pay', 'reassign', 'update-ticket', 'cancel-ticket'] as const),
		...(['cancel-order', 'go-live'] as const),
	],
	api: { token: 'pretix-demo-token', organizer: 'test-conf-team' },
	webhooks: () => [],
};
