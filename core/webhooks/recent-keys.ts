/**
 * Remembers the last keys seen, to drop what comes twice. Best effort and in memory: the guarantee
 * against sending twice is the delivery ledger, never this.
 */
export class RecentKeys {
	private readonly keys = new Set<string>();

	constructor(private readonly capacity = 20_000) {}

	has(key: string): boolean {
		return this.keys.has(key);
	}

	add(key: string): void {
		this.keys.delete(key);
		this.keys.add(key);
		if (this.keys.size <= this.capacity) return;
		const oldest = this.keys.values().next().value;
		if (oldest !== undefined) this.keys.delete(oldest);
	}

	delete(key: string): void {
		this.keys.delete(key);
	}
}
