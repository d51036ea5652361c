/**
 * Remembers the last keys seen, to drop what comes twice. Best effort and in memory: the guarantee
 * against sending twice is the delivery ledger, never this.
 */
export class RecentKeys {
	/** When each was added, oldest first. */
	private readonly keys = new Map<string, number>();

	/** @param lifetimeMs how long a key counts; for ever, where no times are told */
	constructor(
		private readonly capacity = 20_000,
		private readonly lifetimeMs = Infinity,
	) {}

	has(key: string, now = 0): boolean {
		const at = this.keys.get(key);
		return at !== undefined && now - at < this.lifetimeMs;
	}

	add(key: string, now = 0): void {
		this.keys.delete(key);
		this.keys.set(key, now);
		if (this.keys.size <= this.capacity) return;
		const oldest = this.keys.keys().next().value;
		if (oldest !== undefined) this.keys.delete(oldest);
	}

	delete(key: string): void {
		this.keys.delete(key);
	}
}
