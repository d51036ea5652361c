import type { TicketingPlatform } from '../platform.ts';

/** pretalx sends no webhooks (none in its code in August 2026): one asks its API. */
export const pretalx: TicketingPlatform = {
	id: 'pretalx',
	name: 'pretalx',
	arrival: 'poll',
	actions: ['add-speaker', 'remove-speaker'],
	api: { path: '/api', token: 'pretalx-demo-token' },
	webhooks: () => [],
};
