import { asText, type JsonObject } from '../json.ts';
import type { Action } from './happening.ts';
import type { Forge, TicketingPlatform, TicketingWebhook } from './platform.ts';

/** How a webhook shall be wrong. */
export interface Forgery {
	kind: Forge;
	/** Whose API the webhook names instead of the platform's. */
	foreignHost?: string;
}

export const WRONG_SECRET = 'not-the-secret';

const KINDS: readonly Forge[] = ['signature', 'timestamp', 'truncated', 'foreign-host'];

/** What a forger who cannot get at the platform's name would register. */
const FOREIGN_HOST = 'https://www.eventbriteapi.com.attacker.example';

/** Why a kind means nothing where a platform does not list it. */
const MEANINGLESS: Partial<Record<Forge, string>> = {
	timestamp: 'signs no time, so there is none to be old',
	'foreign-host': 'names no address in its webhooks that one could be lured to',
};

/** Reads `forge`, or `badSignature`; a sentence when it means nothing here. */
export function forgeryOf(
	platform: TicketingPlatform,
	action: Action,
	body: JsonObject,
): Forgery | string | undefined {
	const named = body['forge'] ?? (body['badSignature'] === true ? 'signature' : undefined);
	if (named === undefined) return undefined;
	const kind = KINDS.find((known) => known === named);
	if (kind === undefined) return `forge is one of ${KINDS.join(', ')}.`;
	if (platform.arrival === 'poll' || platform.polled?.includes(action) === true) {
		return `${platform.name} sends no webhook for this, so there is nothing to forge.`;
	}
	const meaningless = MEANINGLESS[kind];
	if (meaningless !== undefined && platform.forges?.includes(kind) !== true) {
		return `${platform.name} ${meaningless}.`;
	}
	if (kind !== 'foreign-host') return { kind };
	return { kind, foreignHost: asText(body['foreignHost']) ?? FOREIGN_HOST };
}

/** Cuts the body in the middle; what it was signed with stays. */
export function truncate(webhook: TicketingWebhook): TicketingWebhook {
	return { ...webhook, body: webhook.body.slice(0, Math.floor(webhook.body.length / 2)) };
}
