import type { TicketingPlatform } from '../platform.ts';

export const cvent: TicketingPlatform = {
	id: 'cvent',
	name: 'Cvent',
	arrival: 'webhook',
	actions: [
		...(['register', 'reassign', 'update-ticket', 'cancel-ticket', 'cancel-order'] as const),
		...(['add-speaker', 'remove-speaker'] as const),
	],
	webhooks: () => [],
};
