import { randomBytes } from 'node:crypto';
import type { OutgoingCalls } from '../http/post.ts';
import type { Clock } from '../time/clock.ts';
import type { Schedule } from '../time/schedule.ts';
import type { CheckoutSession } from './checkoutSession.ts';
import { stripeSignature } from './stripeSignature.ts';

/** How an event is wrong that only pretends to come from Stripe. */
export type StripeForgery = 'signature' | 'old' | 'amount' | 'unsigned';

export const FORGERIES: readonly string[] = ['signature', 'old', 'amount', 'unsigned'];

/** One try of an event. */
export interface StripeCall {
	at: string;
	url: string;
	attempt: number;
	status: number;
	ms: number;
	error?: string;
	forge?: StripeForgery;
}

/** An event with its bytes, which stay the same however often they are sent. */
export interface StripeEvent {
	id: string;
	type: string;
	session: string;
	at: string;
	body: string;
	calls: StripeCall[];
}

/** Where events go. */
export interface StripeEndpoint {
	url: string | null;
	secret: string;
}

interface EventParts {
	clock: Clock;
	schedule: Schedule;
	calls: OutgoingCalls;
	retryMs: () => number[];
	endpoint: () => StripeEndpoint;
	kept: () => void;
}

/** An event about a session. Source: Stripe, "The Event object". */
export function eventOf(type: string, session: CheckoutSession, now: number): StripeEvent {
	const id = `evt_${randomBytes(12).toString('hex')}`;
	const body = {
		id,
		object: 'event',
		api_version: '2026-01-28.clover',
		created: Math.floor(now / 1000),
		data: { object: session },
		livemode: false,
		pending_webhooks: 1,
		request: { id: null, idempotency_key: null },
		type,
	};
	const text = JSON.stringify(body, null, 2);
	return { id, type, session: session.id, at: new Date(now).toISOString(), body: text, calls: [] };
}

/** Sends events, signed afresh each time, and repeats those that are not answered 2xx. */
export class StripeSender {
	readonly #parts: EventParts;

	constructor(parts: EventParts) {
		this.#parts = parts;
	}

	/** Resolves when it was tried once; `undefined` when there is no address yet. */
	async send(
		event: StripeEvent,
		forge?: StripeForgery,
		attempt = 1,
	): Promise<StripeCall | undefined> {
		const { calls, clock, endpoint, kept, retryMs, schedule } = this.#parts;
		const { url, secret } = endpoint();
		if (url === null) return undefined;
		const at = new Date(clock.now()).toISOString();
		const { body, signature } = forged(event.body, secret, forge);
		const result = await calls.post(url, body, {
			'Content-Type': 'application/json; charset=utf-8',
			'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
			...(signature === undefined ? {} : { 'Stripe-Signature': signature }),
		});
		const call: StripeCall = {
			at,
			url,
			attempt,
			status: result.status,
			ms: result.ms,
			...(result.error === undefined ? {} : { error: result.error }),
			...(forge === undefined ? {} : { forge }),
		};
		event.calls.unshift(call);
		kept();
		const taken = result.status >= 200 && result.status < 300;
		const wait = retryMs()[attempt - 1];
		if (!taken && forge === undefined && wait !== undefined) {
			schedule.after(wait, () => void this.send(event, undefined, attempt + 1));
		}
		return call;
	}
}

/** The bytes and the signature; its time is real, as the receiver's clock is. */
function forged(
	body: string,
	secret: string,
	forge: StripeForgery | undefined,
): { body: string; signature: string | undefined } {
	const now = Math.floor(Date.now() / 1000);
	switch (forge) {
		case 'signature':
			return { body, signature: stripeSignature(body, `${secret}_of_somebody_else`, now) };
		case 'old':
			return { body, signature: stripeSignature(body, secret, now - 2 * 24 * 3600) };
		case 'amount': {
			const more = body.replace(/("amount_(?:sub)?total": )(\d+)/g, '$1$20');
			return { body: more, signature: stripeSignature(body, secret, now) };
		}
		case 'unsigned':
			return { body, signature: undefined };
		default:
			return { body, signature: stripeSignature(body, secret, now) };
	}
}
