import type { TicketingPlatform } from '../platform.ts';

export const ticketTailor: TicketingPlatform = {
	id: 'ticket-tailor',
	name: 'Ticket Tailor',
	arrival: 'webhook',
	actions: [
		...(['register', 'pay', 'reassign', 'update-ticket', 'cancel-ticket'] as const),
		...(['cancel-order', 'go-live'] as const),
	],
	forges: ['timestamp'],
	webhooks: () => [],
};
