import type { DeliveryLedger } from '../ledger/ledger';
import type { Logger } from '../ports';
import type { ClaimEnd } from './deliver-one';

/** Smallest chunk of a big window, and its share of one: a bigger chunk would leave requests idle. */
const CHUNK_OF_BIG = 32;
const SHARE_OF_BIG = 1 / 12;

/**
 * Keeps no more than `size` claims open at a time, and tells the ledger how they ended in chunks:
 * a store that rewrites itself per call must not be called once per message. A chunk is a quarter of
 * a small window and a twelfth of a big one, or more where the ledger is slower than the sending.
 */
export class LedgerWindow {
	private readonly smallestChunk: number;

	private readonly biggestChunk: number;

	private openClaims = 0;

	private readonly ended: Array<{ key: string; end: ClaimEnd }> = [];

	private flushing: Promise<void> | undefined;

	private readonly running = new Set<Promise<void>>();

	private wake: (() => void) | undefined;

	constructor(
		private readonly ledger: DeliveryLedger,
		private readonly size: number,
		private readonly logger: Logger,
	) {
		this.biggestChunk = Math.max(1, Math.floor(size / 4));
		const ofBig = Math.max(CHUNK_OF_BIG, Math.floor(size * SHARE_OF_BIG));
		this.smallestChunk = Math.min(this.biggestChunk, ofBig);
	}

	/** Resolves when a chunk more may be claimed, with how many at most. */
	async room(): Promise<number> {
		while (this.openClaims + this.smallestChunk > this.size) {
			await new Promise<void>((resolve) => (this.wake = resolve));
		}
		return Math.min(this.biggestChunk, this.size - this.openClaims);
	}

	/** A claimed delivery is under way. */
	open(delivery: Promise<void>): void {
		this.openClaims++;
		const tracked = delivery.finally(() => this.running.delete(tracked));
		this.running.add(tracked);
	}

	/** A delivery has its outcome; the ledger hears of it with the next chunk. */
	close(key: string, end: ClaimEnd): void {
		this.ended.push({ key, end });
		const nothingElseRuns = this.ended.length >= this.openClaims;
		if (this.ended.length >= this.smallestChunk || nothingElseRuns) this.flush();
	}

	/** Resolves when every claim has ended and the ledger knows. */
	async drain(): Promise<void> {
		while (this.running.size > 0) await Promise.all(this.running);
		this.flush();
		await this.flushing;
	}

	private flush(): void {
		if (this.flushing || this.ended.length === 0) return;
		this.flushing = this.flushAll();
	}

	private async flushAll(): Promise<void> {
		while (this.ended.length > 0) {
			const ended = this.ended.splice(0);
			for (const end of ['settle', 'release', 'leaveUnsettled'] as const) {
				const keys = ended.filter((entry) => entry.end === end).map((entry) => entry.key);
				if (keys.length > 0) await this.tell(end, keys);
			}
			this.openClaims -= ended.length;
			this.wake?.();
		}
		// In the same breath as the look at what is left: what ends from here on begins a new flush.
		this.flushing = undefined;
	}

	/**
	 * A ledger that cannot be told leaves claims unsettled: they read `unknown` next time, which is
	 * the safe side, so the batch goes on.
	 */
	private async tell(end: ClaimEnd, keys: string[]): Promise<void> {
		try {
			await this.ledger[end](keys);
		} catch (error) {
			this.logger.warn(
				`The delivery ledger could not note how ${keys.length} messages ended (${end})`,
				{
					error: error instanceof Error ? error.message : String(error),
				},
			);
		}
	}
}
