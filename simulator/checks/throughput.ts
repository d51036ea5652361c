/** Messages a second that a number may send. Source: Meta, "Throughput": 80 by default, or 1,000. */
export const DEFAULT_THROUGHPUT = 80;

interface Bucket {
	tokens: number;
	at: number;
}

/** A token bucket per sending number: as many tokens as the limit, refilled by the limit a second. */
export class Throughput {
	readonly #buckets = new Map<string, Bucket>();
	readonly #limitOf: (phoneNumberId: string) => number;

	constructor(limitOf: (phoneNumberId: string) => number) {
		this.#limitOf = limitOf;
	}

	/** Takes one message's worth; `false` when the number has sent too many. */
	take(phoneNumberId: string, now: number): boolean {
		const limit = this.#limitOf(phoneNumberId);
		const bucket = this.#buckets.get(phoneNumberId) ?? { tokens: limit, at: now };
		const refilled = bucket.tokens + ((now - bucket.at) / 1000) * limit;
		bucket.tokens = Math.min(limit, refilled);
		bucket.at = now;
		this.#buckets.set(phoneNumberId, bucket);
		if (bucket.tokens < 1) return false;
		bucket.tokens -= 1;
		return true;
	}

	reset(): void {
		this.#buckets.clear();
	}
}
