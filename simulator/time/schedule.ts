import type { SimulatedClock } from './clock.ts';

/** Timers that all end with the simulator: a closed simulator leaves none behind. */
export class Schedule {
	readonly #clock: SimulatedClock;
	readonly #timers = new Map<NodeJS.Timeout, () => void>();
	#stopped = false;

	constructor(clock: SimulatedClock) {
		this.#clock = clock;
	}

	get stopped(): boolean {
		return this.#stopped;
	}

	/** Runs the task after so many simulated milliseconds. */
	after(simulatedMs: number, task: () => void): void {
		this.#start(this.#clock.realDelay(simulatedMs), task, () => {});
	}

	/** Waits real milliseconds; resolves at once when the simulator stops. */
	async sleep(realMs: number): Promise<void> {
		if (realMs <= 0 || this.#stopped) return;
		await new Promise<void>((resolve) => this.#start(realMs, resolve, resolve));
	}

	/** Drops what is waiting but goes on taking new tasks: the messages were emptied. */
	clear(): void {
		for (const [timer, dropped] of this.#timers) {
			clearTimeout(timer);
			dropped();
		}
		this.#timers.clear();
	}

	stop(): void {
		this.#stopped = true;
		this.clear();
	}

	#start(ms: number, task: () => void, dropped: () => void): void {
		if (this.#stopped) return;
		const timer = setTimeout(() => {
			this.#timers.delete(timer);
			task();
		}, ms);
		this.#timers.set(timer, dropped);
	}
}
