import type { SendingHalt, SendingPlace } from './sending-halt';
import { REFUSAL_COUNTS_MS } from './unpaid';

const MINUTE = 60_000;

/** After this a halt of the account itself is looked into: a missed webhook must not block for longer. */
export const LOOK_AGAIN_MS = 10 * MINUTE;

/**
 * The same for money: no webhook tells that there is some again, so the next try is soon. Ten seconds keep a flow that
 * fires all the time far below Meta's 5,000 management calls an hour.
 */
export const LOOK_AGAIN_FOR_MONEY_MS = 10_000;

/** Keeps the places of an agency's clients; those nothing was heard of for longest go first. */
const MOST_PLACES = 2_000;

interface State {
	halt?: SendingHalt;
	/** Told before this moment, a halt is old news. */
	liftedAt: number;
	lookAgainAt: number;
	/** Outlives the halt, which ends with the next try: that WhatsApp takes a message proves no money. */
	refusedForMoneyAt: number;
	/** When it was last proven that there is money. */
	paidAt: number;
}

const NOTHING_HEARD: State = {
	...{ liftedAt: -Infinity, lookAgainAt: 0 },
	...{ refusedForMoneyAt: -Infinity, paidAt: -Infinity },
};

/**
 * What is known in this process about accounts and numbers that cannot send: fed by refusals, by failed statuses and by
 * account notifications, asked by every run before and while it sends. Nothing of it is stored: after a restart,
 * and in another worker, the first refusal tells again.
 */
export class SendingStates {
	private readonly states = new Map<string, State>();

	/**
	 * Nothing leaves from here. What happened before the last {@link lift} changes nothing: webhooks come late, twice and
	 * out of order.
	 *
	 * @returns false where this was known already, or is old news
	 */
	halt(place: SendingPlace, halt: SendingHalt, now: number): boolean {
		if (halt.cause === 'money') this.refused(place, halt.since);
		const state = this.stateOf(place);
		if (halt.since < state.liftedAt || (halt.until !== undefined && halt.until <= now))
			return false;
		const wasHalted = this.of(place, now) !== undefined;
		if (state.halt && state.halt.since > halt.since) return false;
		const wait = halt.cause === 'money' ? LOOK_AGAIN_FOR_MONEY_MS : LOOK_AGAIN_MS;
		// From when it happened, not from when it was told: what is told a day late is looked into at once.
		const lookAgainAt = halt.lookAgainAt ?? halt.since + wait;
		this.keep(place, { ...state, halt, lookAgainAt });
		return !wasHalted;
	}

	/**
	 * What stopped is over, here and, where an account is meant, at all its numbers.
	 *
	 * @param at when it ended, as WhatsApp says; milliseconds since 1970
	 * @param cause only this; left out, whatever it is
	 */
	lift(place: SendingPlace, at: number, cause?: SendingHalt['cause']): void {
		this.keep(place, this.stateOf(place));
		for (const [key, state] of this.states) {
			if (!isWithin(key, place)) continue;
			const over =
				!state.halt || (state.halt.since <= at && (!cause || state.halt.cause === cause));
			if (over) Object.assign(state, { halt: undefined, liftedAt: Math.max(state.liftedAt, at) });
		}
	}

	/** Why nothing leaves from here, be it the number's or the account's; undefined where it does. */
	current(place: SendingPlace, now: number): SendingHalt | undefined {
		return this.of({ account: place.account }, now) ?? this.of(place, now);
	}

	/** Whether it is time to look whether a halt is over: before that nobody is asked. */
	isDue(place: SendingPlace, now: number): boolean {
		return this.halted(place, now).some(({ lookAgainAt }) => lookAgainAt <= now);
	}

	/** Somebody has looked, and it is not over: the next look is later. */
	looked(place: SendingPlace, now: number): void {
		for (const state of this.halted(place, now)) {
			const wait = state.halt?.cause === 'money' ? LOOK_AGAIN_FOR_MONEY_MS : LOOK_AGAIN_MS;
			state.lookAgainAt = now + wait;
		}
	}

	/** Somebody has looked, and it is over: at this number, and at the account as a whole. */
	over({ account, phoneNumberId }: SendingPlace, at: number): void {
		for (const place of [{ account }, { account, phoneNumberId }]) {
			const state = this.states.get(keyOf(place));
			if (state) Object.assign(state, { halt: undefined, liftedAt: Math.max(state.liftedAt, at) });
		}
	}

	/**
	 * There was money: a message that costs some was delivered. A refusal before that is over, also one that is told later.
	 * Nothing else proves it: own credits are no money at Meta.
	 */
	paid({ account }: SendingPlace, at: number): void {
		const state = this.stateOf({ account });
		if (at > state.paidAt) this.keep({ account }, { ...state, paidAt: at });
	}

	/**
	 * When WhatsApp last refused for money, as long as that says something: also while sending is tried again, until
	 * something was {@link paid} or a day is over. Balance, guard, health and page go by this and by nothing else.
	 *
	 * @returns milliseconds since 1970
	 */
	refusedForMoney(account: string, now: number): number | undefined {
		const { refusedForMoneyAt: at, paidAt } = this.stateOf({ account });
		return at >= paidAt && now - at < REFUSAL_COUNTS_MS ? at : undefined;
	}

	/** Somebody has mended it, or says so: the next run looks at once instead of believing what it was told. */
	lookNow(place: SendingPlace): void {
		for (const [key, state] of this.states) {
			if (isWithin(key, { account: place.account })) state.lookAgainAt = 0;
		}
	}

	/** Forgets everything, for tests. */
	clear(): void {
		this.states.clear();
	}

	/** Money is the whole account's. */
	private refused({ account }: SendingPlace, at: number): void {
		const state = this.stateOf({ account });
		if (at > state.refusedForMoneyAt) this.keep({ account }, { ...state, refusedForMoneyAt: at });
	}

	private of(place: SendingPlace, now: number): SendingHalt | undefined {
		const halt = this.states.get(keyOf(place))?.halt;
		return halt && (halt.until ?? Infinity) > now ? halt : undefined;
	}

	private halted({ account, phoneNumberId }: SendingPlace, now: number): State[] {
		return [{ account }, { account, phoneNumberId }]
			.filter((place) => this.of(place, now) !== undefined)
			.flatMap((place) => this.states.get(keyOf(place)) ?? []);
	}

	private stateOf(place: SendingPlace): State {
		return this.states.get(keyOf(place)) ?? { ...NOTHING_HEARD };
	}

	private keep(place: SendingPlace, state: State): void {
		const key = keyOf(place);
		this.states.delete(key);
		this.states.set(key, state);
		const oldest = this.states.keys().next().value;
		if (this.states.size > MOST_PLACES && oldest !== undefined) this.states.delete(oldest);
	}
}

/** Shared by all nodes of the process. */
export const sendingStates = new SendingStates();

const keyOf = ({ account, phoneNumberId }: SendingPlace) => `${account} ${phoneNumberId ?? ''}`;

const isWithin = (key: string, place: SendingPlace) =>
	key === keyOf(place) || (place.phoneNumberId === undefined && key.startsWith(keyOf(place)));
