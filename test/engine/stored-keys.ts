import type {
	DeduplicationItemTypes,
	ICheckProcessedContextData,
	ICheckProcessedOptions,
} from 'n8n-workflow';
import { createHash } from 'node:crypto';

/**
 * Stands in for n8n's table `processed_data`: one list of hashes per node or workflow, read, changed and written as
 * a whole, not atomic. Behaves as n8n's own deduplication helper does in mode `entries`.
 */
export class StoredKeys {
	readonly rows = new Map<string, string[]>();

	/** Fails every call while set: a database that is gone. */
	broken = false;

	calls = 0;

	async checkProcessedAndRecord(
		items: DeduplicationItemTypes[],
		scope: string,
		context: ICheckProcessedContextData,
		options: ICheckProcessedOptions,
	) {
		const key = this.keyOf(scope, context);
		const row = [...(this.rows.get(key) ?? [])];
		await this.roundTrip();
		const known = new Set(row);
		const result = {
			new: [] as DeduplicationItemTypes[],
			processed: [] as DeduplicationItemTypes[],
		};
		for (const item of items) {
			const hash = hashOf(item);
			if (known.has(hash)) result.processed.push(item);
			else {
				result.new.push(item);
				row.push(hash);
			}
		}
		if (options.maxEntries) row.splice(0, row.length - options.maxEntries);
		this.rows.set(key, row);
		return result;
	}

	async checkProcessedItemsAndRecord(): Promise<never> {
		throw new Error('not used by these nodes');
	}

	async removeProcessed(
		items: DeduplicationItemTypes[],
		scope: string,
		context: ICheckProcessedContextData,
	): Promise<void> {
		const key = this.keyOf(scope, context);
		const row = [...(this.rows.get(key) ?? [])];
		await this.roundTrip();
		for (const item of items) {
			const index = row.indexOf(hashOf(item));
			if (index !== -1) row.splice(index, 1);
		}
		this.rows.set(key, row);
	}

	async clearAllProcessedItems(): Promise<void> {
		this.rows.clear();
	}

	async getProcessedDataCount(): Promise<number> {
		return [...this.rows.values()].flat().length;
	}

	private keyOf(scope: string, { workflow, node }: ICheckProcessedContextData): string {
		return scope === 'workflow' ? `${workflow.id}` : `${workflow.id}/${node?.id ?? ''}`;
	}

	/** Two steps of the event loop lie between reading and writing, as with a real database. */
	private async roundTrip(): Promise<void> {
		this.calls++;
		await new Promise((resolve) => setImmediate(resolve));
		if (this.broken) throw new Error('database is locked');
	}
}

const hashOf = (item: DeduplicationItemTypes) =>
	createHash('md5').update(String(item)).digest('base64');
