/** Simulated time as the page counts it on from what the simulator last said. */
export class SimulatedTime {
	#now = Date.now();
	#readAt = Date.now();
	#rate = 1;

	set(now: number, rate: number): void {
		this.#now = now;
		this.#readAt = Date.now();
		this.#rate = rate;
	}

	now(): number {
		return this.#now + (Date.now() - this.#readAt) * this.#rate;
	}
}
