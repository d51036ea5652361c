import type { Clock } from '../ports';

/** Meta's pair limit: one message to the same person per 6 seconds, up to 45 borrowed at once. */
const EVERY_MS = 6000;
const BURST = 45;

/** Keeps one sender from running into the pair limit (131056) with one recipient. */
export class PairPace {
	private readonly paidUntil = new Map<string, number>();

	constructor(private readonly clock: Clock) {}

	/**
	 * Waits until one more message to this recipient is within the limit.
	 *
	 * @param sleep how to wait: these waits are long, and a batch wants to notice a stop in between
	 */
	async take(recipient: string, sleep = this.clock.sleep.bind(this.clock)): Promise<void> {
		const now = this.clock.now();
		const paidUntil = Math.max(now, this.paidUntil.get(recipient) ?? 0) + EVERY_MS;
		this.paidUntil.set(recipient, paidUntil);
		const wait = paidUntil - now - BURST * EVERY_MS;
		if (wait > 0) await sleep(wait);
	}
}
