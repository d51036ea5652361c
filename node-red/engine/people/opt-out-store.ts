import type { OptOutRecord } from '../../../core/opt-outs/opt-out';

/** Who wants no marketing messages, kept for as long as this Node-RED. */
export interface OptOutStore {
	/** Of two of the same person the newer one counts, in whatever order they come. */
	record(entries: readonly StoredOptOut[]): Promise<void>;
	/** Whether this person wants no marketing. */
	has(person: string): Promise<boolean>;
	/** How many of this account want none. */
	count(businessAccountId: string): Promise<number>;
}

export interface StoredOptOut extends OptOutRecord {
	businessAccountId: string;
	/** Milliseconds: when the person said it. */
	since: number;
}

/** WhatsApp tells whole seconds: of two wishes within one, the one that came later counts. */
export const wholeSecond = (since: number): number => since - (since % 1000);
