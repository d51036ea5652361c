import { randomUUID } from 'node:crypto';
import type { OutgoingCalls } from '../http/post.ts';
import { RecentLog } from '../storage/recentLog.ts';
import type { Clock } from '../time/clock.ts';
import type { Schedule } from '../time/schedule.ts';
import type { Forgery } from './forgery.ts';
import type { Action } from './happening.ts';
import type { Forge, RetryRule, TicketingWebhook } from './platform.ts';

/** One try of a ticketing webhook. */
export interface TicketingCall {
	id: string;
	at: string;
	platform: string;
	action: Action;
	/** What the platform calls it. */
	webhook: string;
	/** 1 for the first; a repeated one is counted on. */
	attempt: number;
	url: string;
	status: number;
	ms: number;
	error?: string;
	/** How it was wrong, where somebody only pretended to be the platform. */
	forge?: Forge;
}

/** A webhook on its way to one address. */
export interface Parcel {
	platform: string;
	action: Action;
	target: string;
	webhook: TicketingWebhook;
	retry: RetryRule;
	/** The receiver has answered that it wants no more. */
	ended?: () => void;
	/** The same, as somebody would send it who only pretends to be the platform. */
	forged: (forgery: Forgery) => Parcel | undefined;
	/** How it is wrong itself. */
	forge?: Forge;
}

interface DeliveryParts {
	clock: Clock;
	schedule: Schedule;
	calls: OutgoingCalls;
	retryMs: () => number[];
}

/** Posts webhooks, repeats them as their platform does, and keeps what was sent. */
export class Deliveries {
	readonly #parts: DeliveryParts;
	/** Addresses that have answered the question whether they are there. */
	readonly #answering = new Set<string>();
	readonly #sent = new RecentLog<{ call: TicketingCall; parcel: Parcel }>(1000);

	constructor(parts: DeliveryParts) {
		this.#parts = parts;
	}

	/** Newest first. */
	log(): TicketingCall[] {
		return this.#sent.newest().map(({ call }) => call);
	}

	/** What went out with this call. */
	parcel(id: string): Parcel | undefined {
		return this.#sent.newest(1, ({ call }) => call.id === id)[0]?.parcel;
	}

	/** Resolves when it was tried once. */
	async send(parcel: Parcel, attempt = 1): Promise<TicketingCall> {
		const { action, platform, retry, target, webhook } = parcel;
		const { calls, clock, retryMs, schedule } = this.#parts;
		const at = new Date(clock.now()).toISOString();
		const { body, headers } = webhook;
		const result =
			(await this.#unanswered(parcel)) ??
			(await calls.post(addressOf(parcel), body, headers, retry.timeoutMs));
		const call: TicketingCall = {
			id: randomUUID(),
			at,
			platform,
			action,
			webhook: webhook.name,
			attempt,
			url: target,
			status: result.status,
			ms: result.ms,
			...(result.error === undefined ? {} : { error: result.error }),
			...(parcel.forge === undefined ? {} : { forge: parcel.forge }),
		};
		this.#sent.add({ call, parcel });
		if (result.status >= 200 && result.status < 300) return call;
		if (result.status === retry.endedBy) {
			parcel.ended?.();
			return call;
		}
		const wait = retryMs()[attempt - 1];
		if (wait !== undefined && attempt < (retry.tries ?? Infinity)) {
			schedule.after(wait, () => void this.send(parcel, attempt + 1));
		}
		return call;
	}

	empty(): void {
		this.#sent.empty();
		this.#answering.clear();
	}

	/**
	 * Asks an address before the first webhook, where the platform does that when one is added.
	 *
	 * @returns why the webhook is not sent
	 */
	async #unanswered({ retry, target, webhook }: Parcel) {
		if (retry.asksFirst !== true || this.#answering.has(target)) return undefined;
		const { Authorization: token } = webhook.headers;
		const answer = await this.#parts.calls.get(
			target,
			token === undefined ? {} : { Authorization: token },
		);
		if (answer.status === 200) {
			this.#answering.add(target);
			return undefined;
		}
		const error = `The address was asked with GET first and must answer 200; it answered ${answer.status}.`;
		return { status: 0, ms: answer.ms, error: answer.error ?? error };
	}
}

function addressOf({ target, webhook }: Parcel): string {
	const url = new URL(target);
	if (webhook.path !== undefined) url.pathname = url.pathname.replace(/\/?$/, webhook.path);
	for (const [name, value] of Object.entries(webhook.query ?? {})) {
		url.searchParams.set(name, value);
	}
	return url.href;
}
