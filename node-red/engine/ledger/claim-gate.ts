import type { DeliveryLedger } from '../../../core/ledger/ledger';

/**
 * The way to the ledger for all runs of one node: together they keep no more claims open than one run
 * may. A crash leaves no more than that many deliveries unknown, however many lists were under way.
 */
export class ClaimGate {
	private open = 0;

	/** First come, first served. */
	private readonly waiting: Array<{ count: number; enter: () => void }> = [];

	constructor(private readonly most: number) {}

	/** The same ledger, whose claims wait until there is room for them. */
	to(ledger: DeliveryLedger): DeliveryLedger {
		return {
			claim: async (keys) => {
				await this.enter(keys.length);
				let claimed = 0;
				try {
					const results = await ledger.claim(keys);
					claimed = results.filter((result) => result === 'claimed').length;
					return results;
				} finally {
					this.leave(keys.length - claimed);
				}
			},
			settle: async (keys) => await this.ending(keys, ledger.settle(keys)),
			release: async (keys) => await this.ending(keys, ledger.release(keys)),
			leaveUnsettled: async (keys) => await this.ending(keys, ledger.leaveUnsettled(keys)),
		};
	}

	private async enter(count: number): Promise<void> {
		if (this.waiting.length === 0 && this.hasRoom(count)) {
			this.open += count;
			return;
		}
		await new Promise<void>((enter) => this.waiting.push({ count, enter }));
	}

	/** Also where the ledger could not note it: nothing is under way any more. */
	private async ending(keys: readonly string[], noted: Promise<void>): Promise<void> {
		try {
			await noted;
		} finally {
			this.leave(keys.length);
		}
	}

	private leave(count: number): void {
		this.open -= count;
		for (let next = this.waiting[0]; next && this.hasRoom(next.count); next = this.waiting[0]) {
			this.waiting.shift();
			this.open += next.count;
			next.enter();
		}
	}

	/** More than all there is gets in alone, rather than never. */
	private hasRoom(count: number): boolean {
		return this.open === 0 || this.open + count <= this.most;
	}
}
