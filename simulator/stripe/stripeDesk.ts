import { randomBytes } from 'node:crypto';
import type { OutgoingCalls } from '../http/post.ts';
import type { JsonObject } from '../json.ts';
import type { SettingStore } from '../storage/settingStore.ts';
import type { Clock } from '../time/clock.ts';
import type { Schedule } from '../time/schedule.ts';
import { openSession, type CheckoutSession, type KeptSession } from './checkoutSession.ts';
import type { FormTree } from './form.ts';
import {
	eventOf,
	StripeSender,
	type StripeCall,
	type StripeEndpoint,
	type StripeEvent,
	type StripeForgery,
} from './stripeEvents.ts';

/** The key that the simulator's Stripe takes. */
export const SECRET_KEY = 'sk_test_demo_of_the_simulator';

/** How many sessions and events are kept. */
const KEPT = 200;

interface StripeState {
	endpoint: StripeEndpoint;
	/** Newest first. */
	sessions: KeptSession[];
	events: StripeEvent[];
	/** Sessions by the Idempotency-Key they were asked for with. */
	asked: Record<string, string>;
}

interface DeskParts {
	clock: Clock;
	schedule: Schedule;
	stored: SettingStore;
	calls: OutgoingCalls;
	retryMs: () => number[];
}

/** What a buyer, or time, does to a session. */
export const SESSION_ACTIONS = [
	'pay',
	'pay-later',
	'async-succeed',
	'async-fail',
	'cancel',
	'expire',
] as const;
export type SessionAction = (typeof SESSION_ACTIONS)[number];

/** Stripe's Checkout: sessions, what buyers do with them, and the events that tell it. */
export class StripeDesk {
	readonly #parts: DeskParts;
	readonly #sender: StripeSender;
	#state: StripeState;

	constructor(parts: DeskParts) {
		this.#parts = parts;
		this.#state = { ...firstState(), ...parts.stored.read('stripe', {}) };
		this.#sender = new StripeSender({
			...parts,
			endpoint: () => this.#state.endpoint,
			kept: () => this.#keep(),
		});
	}

	describe(): JsonObject {
		const { endpoint, sessions, events } = this.#state;
		return {
			secretKey: SECRET_KEY,
			endpoint,
			sessions: sessions.map(({ session, page }) => ({ ...session, page })),
			events: events.map(({ id, type, session, at, calls }) => ({ id, type, session, at, calls })),
		};
	}

	setEndpoint(endpoint: StripeEndpoint): void {
		this.#state.endpoint = endpoint;
		this.#keep();
	}

	get endpoint(): StripeEndpoint {
		return this.#state.endpoint;
	}

	kept(id: string): KeptSession | undefined {
		return this.#state.sessions.find(({ session }) => session.id === id);
	}

	event(id: string): StripeEvent | undefined {
		return this.#state.events.find((event) => event.id === id);
	}

	/** @throws {StripeError} what Stripe refuses */
	open(form: FormTree, origin: string, key: string | undefined): CheckoutSession {
		const before = key === undefined ? undefined : this.kept(this.#state.asked[key] ?? '');
		if (before !== undefined) return before.session;
		const id = `cs_test_${randomBytes(28).toString('hex')}`;
		const page = `${origin}/sim/stripe/pay/${id}`;
		const kept = openSession(form, { id, now: this.#parts.clock.now(), page });
		this.#state.sessions = [kept, ...this.#state.sessions].slice(0, KEPT);
		if (key !== undefined) this.#state.asked[key] = id;
		this.#keep();
		return kept.session;
	}

	/**
	 * Does it, and tells it.
	 *
	 * @returns a sentence when it does not fit
	 */
	async act(
		{ session }: KeptSession,
		action: SessionAction,
	): Promise<{ event?: StripeEvent; calls: StripeCall[] } | string> {
		const waits = session.status === 'complete' && session.payment_status === 'unpaid';
		if (action.startsWith('async') ? !waits : session.status !== 'open') {
			return action.startsWith('async')
				? 'Nobody waits for the money of this session.'
				: `The session is ${session.status} already.`;
		}
		switch (action) {
			case 'cancel':
				return { calls: [] };
			case 'pay':
			case 'pay-later':
				this.#complete(session, action === 'pay' ? 'paid' : 'unpaid');
				return this.#tell('checkout.session.completed', session);
			case 'async-succeed':
				session.payment_status = 'paid';
				return this.#tell('checkout.session.async_payment_succeeded', session);
			case 'async-fail':
				return this.#tell('checkout.session.async_payment_failed', session);
			case 'expire':
				Object.assign(session, { status: 'expired', url: null });
				return this.#tell('checkout.session.expired', session);
		}
	}

	/** Sends an event again, so often at once, or a forgery of it. */
	async resend(event: StripeEvent, repeat: number, forge?: StripeForgery): Promise<StripeCall[]> {
		const tries = Array.from({ length: repeat }, () => this.#sender.send(event, forge));
		return (await Promise.all(tries)).filter((call) => call !== undefined);
	}

	/** Empties sessions and events; `all` the address too. */
	reset(all: boolean): void {
		const { endpoint } = this.#state;
		this.#state = { ...firstState(), ...(all ? {} : { endpoint }) };
		this.#keep();
	}

	#complete(session: CheckoutSession, paid: 'paid' | 'unpaid'): void {
		Object.assign(session, {
			status: 'complete',
			payment_status: paid,
			payment_intent: `pi_${randomBytes(12).toString('hex')}`,
			customer_details: { email: session.customer_email ?? 'buyer@example.com' },
			url: null,
		});
	}

	async #tell(type: string, session: CheckoutSession) {
		const event = eventOf(type, session, this.#parts.clock.now());
		this.#state.events = [event, ...this.#state.events].slice(0, KEPT);
		this.#keep();
		const call = await this.#sender.send(event);
		return { event, calls: call === undefined ? [] : [call] };
	}

	#keep(): void {
		this.#parts.stored.write('stripe', this.#state);
	}
}

function firstState(): StripeState {
	return {
		endpoint: { url: null, secret: 'whsec_demo_of_the_simulator' },
		sessions: [],
		events: [],
		asked: {},
	};
}
