import type { IExecuteFunctions, ICheckProcessedOptions } from 'n8n-workflow';
import type { ClaimResult, DeliveryLedger } from '../../core/ledger/ledger';
import { withLock } from './in-process-lock';

/**
 * Keys remembered per node. A delivery takes two (claimed, settled), so this is 30,000 deliveries:
 * more than anybody sends within the day after which a notice is too old anyway, and a list that can
 * still be rewritten within some 50 ms.
 */
const MAX_ENTRIES = 60_000;

const OPTIONS: ICheckProcessedOptions = { mode: 'entries', maxEntries: MAX_ENTRIES };

const claimed = (key: string) => `claimed:${key}`;
const settled = (key: string) => `settled:${key}`;

/** Deliveries under way in this process, per node: they are duplicates now, not unknowns. */
const inFlight = new Map<string, Set<string>>();

/**
 * The delivery ledger in n8n's own database, through the deduplication helper (scope `node`). It holds
 * for one node of one workflow in one process; across workers a claim step in the flow is needed.
 * The helper can only "record unless known", so whether a claim was settled is asked by recording
 * the settlement and taking it back where it was new.
 */
export class N8nLedger implements DeliveryLedger {
	private readonly scope: string;

	/** @param options.sendAgain a run by hand that is meant to repeat what was sent */
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly options: { sendAgain?: boolean } = {},
	) {
		this.scope = `${context.getWorkflow().id}/${context.getNode().id}`;
	}

	async claim(keys: string[]): Promise<ClaimResult[]> {
		return await withLock(this.scope, async () => {
			if (this.options.sendAgain) await this.forgetLanded(keys);
			const fresh = await this.record(keys.map(claimed));
			const known = keys.filter((key) => !fresh.has(claimed(key)));
			const open = known.length > 0 ? await this.unsettledOf(known) : new Set<string>();
			const taken = new Set<string>();
			return keys.map((key) => {
				if (fresh.has(claimed(key)) && !taken.has(key)) {
					taken.add(key);
					this.flights().add(key);
					return 'claimed';
				}
				return open.has(key) && !this.flights().has(key) ? 'unknown' : 'duplicate';
			});
		});
	}

	async settle(keys: string[]): Promise<void> {
		await withLock(this.scope, async () => {
			// A database that fails here leaves the claim open: unknown from now on, the safe side.
			await this.record(keys.map(settled)).finally(() => this.land(keys));
		});
	}

	async release(keys: string[]): Promise<void> {
		await withLock(this.scope, async () => {
			await this.forget(keys.map(claimed)).finally(() => this.land(keys));
		});
	}

	async leaveUnsettled(keys: string[]): Promise<void> {
		this.land(keys);
	}

	/** Forgets how earlier deliveries ended; what is being sent at this moment stays a duplicate. */
	private async forgetLanded(keys: string[]): Promise<void> {
		const landed = keys.filter((key) => !this.flights().has(key));
		await this.forget(landed.flatMap((key) => [claimed(key), settled(key)]));
	}

	private async unsettledOf(keys: string[]): Promise<Set<string>> {
		const unsettled = await this.record(keys.map(settled));
		if (unsettled.size > 0) await this.forget([...unsettled]);
		return new Set(keys.filter((key) => unsettled.has(settled(key))));
	}

	/** Records keys, each once: n8n would keep one that stands twice twice. Returns the new ones. */
	private async record(keys: string[]): Promise<Set<string>> {
		const { new: fresh } = await this.context.helpers.checkProcessedAndRecord(
			[...new Set(keys)],
			'node',
			OPTIONS,
		);
		return new Set(fresh.map(String));
	}

	private async forget(keys: string[]): Promise<void> {
		await this.context.helpers.removeProcessed(keys, 'node', OPTIONS);
	}

	private flights(): Set<string> {
		const known = inFlight.get(this.scope);
		if (known) return known;
		const fresh = new Set<string>();
		inFlight.set(this.scope, fresh);
		return fresh;
	}

	private land(keys: string[]): void {
		const flights = this.flights();
		for (const key of keys) flights.delete(key);
		if (flights.size === 0) inFlight.delete(this.scope);
	}
}
