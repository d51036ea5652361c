import { setImmediate } from 'node:timers';
import type { Clock } from '../ports';

interface Sleeper {
	at: number;
	wake: () => void;
}

/**
 * Time that stands still until a test moves it. A thousand seconds of sending take as long as the code
 * between the sleeps does.
 */
export class FakeClock implements Clock {
	/** In order of waking; equal times in order of going to sleep. */
	private readonly sleepers: Sleeper[] = [];

	private time: number;

	/**
	 * @param options.start milliseconds since 1970
	 * @param options.lateBy how late each timer fires, in milliseconds, as real ones do
	 */
	constructor(private readonly options: { start?: number; lateBy?: () => number } = {}) {
		this.time = options.start ?? Date.UTC(2026, 9, 1);
	}

	now(): number {
		return this.time;
	}

	async sleep(ms: number): Promise<void> {
		const at = this.time + Math.max(0, ms) + (this.options.lateBy?.() ?? 0);
		await new Promise<void>((wake) => this.insert({ at, wake }));
	}

	/** Moves time on; whoever wakes on the way runs before time goes further. */
	async advance(ms: number): Promise<void> {
		const until = this.time + ms;
		await settled();
		while (this.sleepers[0] && this.sleepers[0].at <= until) await this.wakeNext();
		this.time = until;
		await settled();
	}

	/**
	 * Moves time on as far as it takes for `work` to end.
	 *
	 * @throws when everybody waits and nobody sleeps, which no time would end
	 */
	async run<T>(work: Promise<T>): Promise<T> {
		let ended = false;
		const end = () => (ended = true);
		work.then(end, end);
		await settled();
		while (!ended) {
			if (!this.sleepers[0]) await settled();
			if (ended) break;
			if (!this.sleepers[0])
				throw new Error('The work waits for something that no time will bring');
			await this.wakeNext();
		}
		return await work;
	}

	private async wakeNext(): Promise<void> {
		const at = Math.max(this.time, this.sleepers[0]?.at ?? 0);
		this.time = at;
		const due = this.sleepers.findIndex((sleeper) => sleeper.at > at);
		for (const { wake } of this.sleepers.splice(0, due === -1 ? this.sleepers.length : due)) wake();
		await settled();
	}

	private insert(sleeper: Sleeper): void {
		let low = 0;
		let high = this.sleepers.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.sleepers[middle] as Sleeper).at <= sleeper.at) low = middle + 1;
			else high = middle;
		}
		this.sleepers.splice(low, 0, sleeper);
	}
}

/** Every promise that can go on without time has gone on. */
const settled = async () => await new Promise<void>((resolve) => setImmediate(resolve));
