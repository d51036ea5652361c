/** The newest entries of something that never ends: calls, webhook deliveries. */
export class RecentLog<T> {
	readonly #entries: T[] = [];
	readonly #capacity: number;
	#next = 0;

	constructor(capacity: number) {
		this.#capacity = capacity;
	}

	add(entry: T): void {
		this.#entries[this.#next] = entry;
		this.#next = (this.#next + 1) % this.#capacity;
	}

	/** Newest first. */
	newest(limit = this.#capacity, matches: (entry: T) => boolean = () => true): T[] {
		const found: T[] = [];
		const size = this.#entries.length;
		for (let step = 1; step <= size && found.length < limit; step += 1) {
			const entry = this.#entries[(this.#next - step + size) % size];
			if (entry !== undefined && matches(entry)) found.push(entry);
		}
		return found;
	}

	empty(): void {
		this.#entries.length = 0;
		this.#next = 0;
	}
}
