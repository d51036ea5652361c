import type { TicketingPlatform } from '../platform.ts';

/** No webhook of Sessionize is known: one asks its API, whose address holds a key. */
export const sessionize: TicketingPlatform = {
	id: 'sessionize',
	name: 'Sessionize',
	arrival: 'poll',
	actions: ['add-speaker', 'remove-speaker'],
	api: { path: '/api/v2', token: 'demo0key' },
	webhooks: () => [],
};
