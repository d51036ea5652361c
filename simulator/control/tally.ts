import { createHash } from 'node:crypto';

/** `GET /sim/control/stats`. */
export interface MessageStats {
	accepted: number;
	refused: number;
	/** Phones that at least one message was accepted for. */
	phones: number;
	/** Phones that got the same content, or the same callback data, more than once. */
	twice: number;
	/** Most send requests within any one second. */
	highestPerSecond: number;
	/** Most send requests waiting for their answer at once. */
	highestInFlight: number;
}

/** Counts what the benchmarks and the tests ask about, at the same cost for every message. */
export class Tally {
	#accepted = 0;
	#refused = 0;
	#inFlight = 0;
	#highestInFlight = 0;
	#highestPerSecond = 0;
	#times: number[] = [];
	#oldest = 0;
	readonly #phones = new Set<string>();
	readonly #seen = new Set<string>();
	readonly #twice = new Set<string>();

	/** A send request has arrived; call the result when it has been answered. */
	begin(now: number): () => void {
		this.#inFlight += 1;
		this.#highestInFlight = Math.max(this.#highestInFlight, this.#inFlight);
		this.#countSecond(now);
		let ended = false;
		return () => {
			if (!ended) this.#inFlight -= 1;
			ended = true;
		};
	}

	/**
	 * @param content whatever makes two messages the same to a person: template and values, or text
	 */
	accept(waId: string, content: string, callbackData: string | undefined): void {
		this.#accepted += 1;
		this.#phones.add(waId);
		this.#mark(waId, `c${content}`);
		if (callbackData !== undefined) this.#mark(waId, `d${callbackData}`);
	}

	refuse(): void {
		this.#refused += 1;
	}

	stats(): MessageStats {
		return {
			accepted: this.#accepted,
			refused: this.#refused,
			phones: this.#phones.size,
			twice: this.#twice.size,
			highestPerSecond: this.#highestPerSecond,
			highestInFlight: this.#highestInFlight,
		};
	}

	reset(): void {
		this.#accepted = 0;
		this.#refused = 0;
		this.#highestInFlight = this.#inFlight;
		this.#highestPerSecond = 0;
		this.#times = [];
		this.#oldest = 0;
		this.#phones.clear();
		this.#seen.clear();
		this.#twice.clear();
	}

	#countSecond(now: number): void {
		this.#times.push(now);
		while ((this.#times[this.#oldest] ?? now) <= now - 1000) this.#oldest += 1;
		this.#highestPerSecond = Math.max(this.#highestPerSecond, this.#times.length - this.#oldest);
		if (this.#oldest > 10_000) {
			this.#times = this.#times.slice(this.#oldest);
			this.#oldest = 0;
		}
	}

	#mark(waId: string, content: string): void {
		const key = createHash('sha1').update(waId).update('\n').update(content).digest('base64');
		if (this.#seen.has(key)) this.#twice.add(waId);
		this.#seen.add(key);
	}
}
