import type { ClaimResult, DeliveryLedger } from '../ledger/ledger';

/** Passes everything on to another ledger and keeps count of it. */
export class WatchedLedger implements DeliveryLedger {
	/** Keys that were claimed and have not ended. */
	readonly open = new Set<string>();

	mostOpen = 0;

	/** Each call with its keys, in order. */
	readonly calls: Array<{
		call: 'claim' | 'settle' | 'release' | 'leaveUnsettled';
		keys: string[];
	}> = [];

	constructor(
		private readonly ledger: DeliveryLedger,
		/** Called before each call; may wait, as a database does, or throw. */
		private readonly before: (call: string, keys: string[]) => Promise<void> | void = () => {},
	) {}

	async claim(keys: string[]): Promise<ClaimResult[]> {
		await this.note('claim', keys);
		const results = await this.ledger.claim(keys);
		keys.filter((_key, i) => results[i] === 'claimed').forEach((key) => this.open.add(key));
		this.mostOpen = Math.max(this.mostOpen, this.open.size);
		return results;
	}

	async settle(keys: string[]): Promise<void> {
		await this.note('settle', keys);
		await this.ledger.settle(keys);
		this.end(keys);
	}

	async release(keys: string[]): Promise<void> {
		await this.note('release', keys);
		await this.ledger.release(keys);
		this.end(keys);
	}

	async leaveUnsettled(keys: string[]): Promise<void> {
		await this.note('leaveUnsettled', keys);
		await this.ledger.leaveUnsettled(keys);
		this.end(keys);
	}

	/** Every key of one kind of call, in order. */
	keysOf(call: 'claim' | 'settle' | 'release' | 'leaveUnsettled'): string[] {
		return this.calls.filter((entry) => entry.call === call).flatMap((entry) => entry.keys);
	}

	private async note(call: WatchedLedger['calls'][number]['call'], keys: string[]): Promise<void> {
		this.calls.push({ call, keys });
		await this.before(call, keys);
	}

	private end(keys: string[]): void {
		for (const key of keys) this.open.delete(key);
	}
}
