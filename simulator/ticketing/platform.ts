import type { Registration } from './registration.ts';

/** One webhook of a platform, ready to be posted again and again with the same bytes. */
export interface TicketingWebhook {
	body: string;
	headers: Record<string, string>;
	/** Added to the address. */
	query?: Record<string, string>;
}

/** How a secret travels where the platform leaves it to the receiver. */
export interface SecretPlace {
	in: 'query' | 'header';
	/** Name of the header. */
	header: string;
}

/** A ticketing platform that the simulator can stand in for. */
export interface TicketingPlatform {
	id: string;
	name: string;
	events: string[];
	/** The webhooks of one registration, in the order in which they are sent. */
	webhooks(
		registration: Registration,
		secret: string | undefined,
		place: SecretPlace,
	): TicketingWebhook[];
}
