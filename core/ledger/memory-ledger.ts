import type { ClaimResult, DeliveryLedger } from './ledger';

type State = 'inFlight' | 'settled' | 'unsettled';

/** A ledger that lasts as long as the process: for tests, and for runs that must not remember. */
export class MemoryLedger implements DeliveryLedger {
	private readonly states = new Map<string, State>();

	async claim(keys: string[]): Promise<ClaimResult[]> {
		return keys.map((key) => {
			const state = this.states.get(key);
			if (state === 'unsettled') return 'unknown';
			if (state) return 'duplicate';
			this.states.set(key, 'inFlight');
			return 'claimed';
		});
	}

	async settle(keys: string[]): Promise<void> {
		for (const key of keys) this.states.set(key, 'settled');
	}

	async release(keys: string[]): Promise<void> {
		for (const key of keys) this.states.delete(key);
	}

	async leaveUnsettled(keys: string[]): Promise<void> {
		for (const key of keys) this.states.set(key, 'unsettled');
	}
}
