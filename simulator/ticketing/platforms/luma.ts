import type { TicketingPlatform } from '../platform.ts';

export const luma: TicketingPlatform = {
	id: 'luma',
	name: 'Luma',
	arrival: 'webhook',
	actions: [
		...(['register', 'pay', 'reassign', 'update-ticket', 'cancel-ticket'] as const),
		...(['cancel-order', 'go-live'] as const),
	],
	forges: ['timestamp'],
	webhooks: () => [],
};
