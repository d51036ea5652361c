import {
	canGoLater,
	heardOfWaiting,
	isSent,
	isTemplatePaused,
	type AccountNode,
	type DeliveryOutcome,
	type ItemRequest,
	type Result,
	type WaitingMessage,
	undelivered,
} from '../../engine';
import { keptRequest, type Whose } from './kept-request';

/** So many are written down together. */
const WRITE_EVERY = 50;

/** A message is on record soon after it has left: its status may say that it has to be sent once more. */
const WRITE_WITHIN_MS = 100;

export interface KeepingPorts {
	account: AccountNode;
	whose: Whose;
	/** What item `index` asks for, also where the run never came to it. */
	request(index: number): Promise<ItemRequest>;
	/** What its results carry. */
	inputOf(index: number): unknown;
	/** Something waits now. */
	waits(): Promise<void>;
	warn(why: string): void;
}

interface Entry {
	index: number;
	outcome: DeliveryOutcome;
	/** Hands the result out, once it is known whether it waits. */
	tell?: (waits: boolean) => void;
}

/** Keeps what one run could not send for the account's sake, and what has left until WhatsApp says what became of it. */
export class Keeping {
	private entries: Entry[] = [];

	private written: Promise<void> = Promise.resolve();

	private timer: NodeJS.Timeout | undefined;

	constructor(private readonly ports: KeepingPorts) {}

	/** @returns whether `tell` will be called later, when it is on record */
	takes(index: number, result: Result, tell: (waits: boolean) => void): boolean {
		const outcome = result as DeliveryOutcome;
		if (isSent(outcome)) {
			this.add({ index, outcome });
			return false;
		}
		if (result.outcome === 'would_send' || !canGoLater(outcome)) return false;
		this.add({ index, outcome, tell });
		return true;
	}

	/** Everything is on record, or was handed out as what it is. */
	async end(): Promise<void> {
		this.write();
		await this.written;
	}

	private add(entry: Entry): void {
		this.entries.push(entry);
		if (this.entries.length >= WRITE_EVERY) this.write();
		else this.timer ??= setTimeout(() => this.write(), WRITE_WITHIN_MS);
	}

	private write(): void {
		clearTimeout(this.timer);
		this.timer = undefined;
		const { entries } = this;
		this.entries = [];
		if (entries.length > 0) this.written = this.written.then(async () => await this.keep(entries));
	}

	private async keep(entries: Entry[]): Promise<void> {
		const rows = await Promise.all(entries.map(async (entry) => await this.rowOf(entry)));
		const kept = rows.flatMap((row) => row ?? []);
		const isWritten = await this.put(kept);
		entries.forEach(({ tell }, at) => tell?.(isWritten && rows[at] !== undefined));
		if (isWritten && kept.some(({ state }) => state === 'waiting')) await this.ports.waits();
		if (isWritten) await this.overtaken(kept);
	}

	private async put(rows: WaitingMessage[]): Promise<boolean> {
		try {
			if (rows.length > 0) await this.ports.account.store().credits().waiting.put(rows);
			return true;
		} catch (error) {
			this.ports.warn(String(error));
			return false;
		}
	}

	/** Statuses that were faster than the record. */
	private async overtaken(rows: readonly WaitingMessage[]): Promise<void> {
		const news = rows.flatMap(({ messageId }) => undelivered.take(messageId ?? '') ?? []);
		if (news.length > 0) await heardOfWaiting(this.ports.account.store(), news);
	}

	private async rowOf({ index, outcome }: Entry): Promise<WaitingMessage | undefined> {
		const { request, inputOf, whose } = this.ports;
		try {
			const kept = keptRequest(await request(index), inputOf(index), whose);
			if (!kept) return undefined;
			const { message, messageId } = outcome;
			const reason = isTemplatePaused(outcome)
				? 'template_paused'
				: (outcome.reason ?? outcome.outcome);
			const state = messageId === undefined ? 'waiting' : 'left';
			return { ...kept, ...{ reason, message, state, since: Date.now() }, messageId };
		} catch {
			// An item that cannot be read was told so already.
			return undefined;
		}
	}
}
