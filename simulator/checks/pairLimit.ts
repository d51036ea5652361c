/** The limit of messages from one number to one person. */
export interface PairLimitSetting {
	enabled: boolean;
	/** How many messages may be sent at once, borrowed from the time that follows. */
	burst: number;
	/** One message per so many seconds in the long run. */
	seconds: number;
}

/** Source: Meta, "Pair rate limits": 1 message per 6 seconds, up to 45 borrowed from the future. */
export const DEFAULT_PAIR_LIMIT: PairLimitSetting = { enabled: true, burst: 45, seconds: 6 };

/** Above this many pairs, the ones that owe nothing are forgotten. */
const TIDY_ABOVE = 50_000;

/** Remembers for each pair until when its messages have used up the time. */
export class PairLimit {
	readonly #paidUntil = new Map<string, number>();
	#tidyAt = TIDY_ABOVE;

	/** Counts one message; `false` when the pair has none left. */
	take(pair: string, now: number, setting: PairLimitSetting): boolean {
		if (!setting.enabled) return true;
		const each = setting.seconds * 1000;
		const paidUntil = Math.max(this.#paidUntil.get(pair) ?? 0, now);
		if (paidUntil + each > now + setting.burst * each) return false;
		this.#paidUntil.set(pair, paidUntil + each);
		if (this.#paidUntil.size > this.#tidyAt) this.#tidy(now);
		return true;
	}

	reset(): void {
		this.#paidUntil.clear();
	}

	#tidy(now: number): void {
		for (const [pair, until] of this.#paidUntil) {
			if (until <= now) this.#paidUntil.delete(pair);
		}
		this.#tidyAt = Math.max(TIDY_ABOVE, this.#paidUntil.size * 2);
	}
}
