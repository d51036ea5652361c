import type { Action, Happening } from './happening.ts';

/** One webhook of a platform, ready to be posted again and again with the same bytes. */
export interface TicketingWebhook {
	/** What the platform calls it. */
	name: string;
	body: string;
	headers: Record<string, string>;
	/** Added to the address. */
	query?: Record<string, string>;
	/** Put after the path of the address. */
	path?: string;
	/** Sent only where it was ticked by its name: most organisers take the other webhooks. */
	extra?: true;
}

/** How a secret travels where the platform leaves it to the receiver. */
export interface SecretPlace {
	in: 'query' | 'header' | 'basic';
	/** Name of the header. */
	header: string;
}

/** What a webhook is proven with. */
export interface Seal {
	secret: string | undefined;
	place: SecretPlace;
	/** Milliseconds since 1970, for platforms that sign the time. */
	at: number;
	/** The address it goes to. */
	target: string;
	/** Where the platform's own API is, for webhooks that name an address in it. */
	apiUrl: string;
}

/** Ways to forge a webhook that only some platforms know; any can be badly signed or cut off. */
export type Forge = 'signature' | 'timestamp' | 'truncated' | 'foreign-host';

/** How a platform goes on when it is not answered 2xx. The pauses are `ticketing.retryMs`. */
export interface RetryRule {
	/** How often it tries in all; absent: as often as there are pauses, and once more. */
	tries?: number;
	/** How long it waits for an answer. */
	timeoutMs?: number;
	/** The status with which a receiver ends the subscription. */
	endedBy?: number;
	/** It asks an address with GET first, and uses it only when that is answered 200. */
	asksFirst?: boolean;
}

/** A ticketing platform that the simulator can stand in for. */
export interface TicketingPlatform {
	id: string;
	name: string;
	/** `poll`: it tells nothing by itself, one asks its API. */
	arrival: 'webhook' | 'poll';
	actions: readonly Action[];
	/** Actions that it reports by no webhook: only its API shows them. */
	polled?: readonly Action[];
	/** Why it cannot do another action, where there is more to say than that. */
	cannot?: Partial<Record<Action, string>>;
	forges?: readonly Forge[];
	retry?: RetryRule;
	/** What one needs to ask its API, which is served below `/ticketing/<id>` and this path. */
	api?: { path: string; token: string } & Record<string, string>;
	/** The webhooks of what happened, in the order in which they are sent. */
	webhooks(happening: Happening, seal: Seal): TicketingWebhook[];
}

/** The secret where the organiser has put it, on a platform that signs nothing. */
export function withSecret(name: string, body: string, { place, secret }: Seal): TicketingWebhook {
	const webhook = { name, body, headers: { 'Content-Type': 'application/json' } };
	if (secret === undefined) return webhook;
	if (place.in === 'query') return { ...webhook, query: { secret } };
	const user = secret.includes(':') ? secret : `webhook:${secret}`;
	const header: Record<string, string> =
		place.in === 'header'
			? { [place.header]: secret }
			: { Authorization: `Basic ${Buffer.from(user).toString('base64')}` };
	return { ...webhook, headers: { ...webhook.headers, ...header } };
}
