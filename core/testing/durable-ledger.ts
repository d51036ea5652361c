import type { ClaimResult, DeliveryLedger } from '../ledger/ledger';

/**
 * A ledger whose store outlives its process, as a database does: after {@link reopened} the claims are
 * still there, and nobody knows which of them were in flight.
 */
export class DurableLedger implements DeliveryLedger {
	private readonly inFlight = new Set<string>();

	constructor(private readonly store = new Map<string, 'claimed' | 'settled'>()) {}

	async claim(keys: string[]): Promise<ClaimResult[]> {
		return keys.map((key) => {
			const state = this.store.get(key);
			if (state === 'settled' || this.inFlight.has(key)) return 'duplicate';
			if (state === 'claimed') return 'unknown';
			this.store.set(key, 'claimed');
			this.inFlight.add(key);
			return 'claimed';
		});
	}

	async settle(keys: string[]): Promise<void> {
		for (const key of keys) this.store.set(key, 'settled');
		await this.leaveUnsettled(keys);
	}

	async release(keys: string[]): Promise<void> {
		for (const key of keys) this.store.delete(key);
		await this.leaveUnsettled(keys);
	}

	async leaveUnsettled(keys: string[]): Promise<void> {
		for (const key of keys) this.inFlight.delete(key);
	}

	/** The same store after a crash, seen by a new process. */
	reopened(): DurableLedger {
		return new DurableLedger(this.store);
	}
}
