/** Tells the time in milliseconds since 1970. Tests bring their own. */
export interface Clock {
	now(): number;
}

/**
 * Simulated time: real time × rate + offset, counted from the moment the rate was set, so that a
 * change of rate never makes the clock jump.
 */
export class SimulatedClock implements Clock {
	readonly #real: Clock;
	#offsetMs = 0;
	#rate = 1;
	#realStart: number;
	#simulatedStart: number;

	constructor(real: Clock = Date) {
		this.#real = real;
		this.#realStart = real.now();
		this.#simulatedStart = this.#realStart;
	}

	now(): number {
		return this.#running() + this.#offsetMs;
	}

	/** @param change offset in milliseconds; rate 60 lets a minute pass in a second */
	set(change: { offsetMs?: number; rate?: number }): void {
		this.#simulatedStart = this.#running();
		this.#realStart = this.#real.now();
		if (change.rate !== undefined && change.rate > 0) this.#rate = change.rate;
		if (change.offsetMs !== undefined) this.#offsetMs = change.offsetMs;
	}

	/** Back to real time. */
	reset(): void {
		this.#realStart = this.#real.now();
		this.#simulatedStart = this.#realStart;
		this.#rate = 1;
		this.#offsetMs = 0;
	}

	/** How many real milliseconds a simulated delay lasts. */
	realDelay(simulatedMs: number): number {
		return simulatedMs / this.#rate;
	}

	#running(): number {
		return this.#simulatedStart + (this.#real.now() - this.#realStart) * this.#rate;
	}
}
