import type { Node } from 'node-red';
import {
	failureFrom,
	isSettled,
	onTemplateNews,
	statusOf,
	type AccountNode,
	type TemplateNotification,
	type TemplateResult,
	type WaitingTemplate,
	type WaitingTemplates,
} from '../../engine';
import { decisionOf, givenUp } from './decision';

/** A timer of Node.js holds no more than this. */
const LONGEST_TIMER_MS = 24 * 60 * 60_000;

/** Each time it is asked later, by this factor, up to an hour. */
const BACK_OFF = 1.5;
const LONGEST_PAUSE_MS = 60 * 60_000;

/** The list may know of a decision a little later than the trigger. */
const AFTER_NEWS_MS = 15_000;

export interface WaitingOptions {
	node: Node;
	account: AccountNode | undefined;
	/** @throws {Error} while the file of the store cannot be opened */
	store(): WaitingTemplates;
	/** Milliseconds between two questions, at the beginning. */
	everyMs: number;
	/** Milliseconds after which it is given up. */
	patienceMs: number;
	ask(entries: readonly WaitingTemplate[]): Promise<TemplateResult[]>;
	/** Sends out what was decided, or given up. */
	send(entry: WaitingTemplate, result: TemplateResult): void;
	/** How many are left, and what has just been decided. */
	onChange(left: number, decided: readonly TemplateResult[]): void;
}

/**
 * Waits until WhatsApp has decided on templates. What is waited for is kept in the store, so that a
 * restart or a deployment goes on where it was; the answer is asked for, or heard from a trigger.
 */
export class Waiting {
	private entries = new Map<string, WaitingTemplate>();

	private timer: NodeJS.Timeout | undefined;

	private asking = false;

	private closed = false;

	private troubled = false;

	private stopListening: (() => void) | undefined;

	constructor(private readonly options: WaitingOptions) {}

	/** Goes on with what was waited for before the restart. */
	async start(): Promise<void> {
		for (const entry of await this.options.store().of(this.options.node.id)) {
			if (!this.entries.has(keyOf(entry))) this.entries.set(keyOf(entry), entry);
		}
		this.stopListening = onTemplateNews((news) => this.hear(news));
		if (this.entries.size > 0) this.options.onChange(this.entries.size, []);
		this.schedule();
	}

	/** Waits for more. They are on the disk when this resolves. */
	async add(
		entries: ReadonlyArray<Pick<WaitingTemplate, 'name' | 'language' | 'result' | 'msg'>>,
	): Promise<void> {
		const now = Date.now();
		const { node, everyMs, patienceMs } = this.options;
		const added = entries.map((entry) => ({
			...entry,
			nodeId: node.id,
			since: now,
			nextAt: now + everyMs,
			until: now + patienceMs,
			tries: 0,
		}));
		await this.keep(added);
		for (const entry of added) this.entries.set(keyOf(entry), entry);
		this.options.onChange(this.entries.size, []);
		this.schedule();
	}

	/** Nobody wants to know any more: they come out undecided. */
	async stop(): Promise<void> {
		const all = [...this.entries.values()];
		await this.decide(all.map((entry) => [entry, givenUp(entry, 'stopped')]));
	}

	/** @param removed whether the node is deleted: then nobody waits for them any more */
	async close(removed: boolean): Promise<void> {
		this.closed = true;
		clearTimeout(this.timer);
		this.stopListening?.();
		if (removed) await this.options.store().removeAll(this.options.node.id);
	}

	private schedule(): void {
		clearTimeout(this.timer);
		if (this.closed || this.asking || this.entries.size === 0) return;
		const next = Math.min(...[...this.entries.values()].map(({ nextAt }) => nextAt));
		const ms = Math.min(Math.max(0, next - Date.now()), LONGEST_TIMER_MS);
		this.timer = setTimeout(() => void this.due(), ms);
		// It must not keep a process alive that wants to end.
		this.timer.unref();
	}

	private async due(): Promise<void> {
		// What is due within moments is asked for in one go.
		const soon = Date.now() + Math.min(this.options.everyMs / 5, 30_000);
		const due = [...this.entries.values()].filter(({ nextAt }) => nextAt <= soon);
		if (due.length === 0) return this.schedule();
		this.asking = true;
		try {
			await this.askFor(due);
			this.troubled = false;
		} catch (error) {
			// Waiting goes on; somebody may have to mend the token meanwhile. Said once.
			if (!this.troubled && !this.closed) this.options.node.error(failureFrom(error), {});
			this.troubled = true;
			await this.later(due);
		} finally {
			this.asking = false;
			this.schedule();
		}
	}

	private async askFor(due: readonly WaitingTemplate[]): Promise<void> {
		const results = await this.options.ask(due);
		if (this.closed) return;
		const decided: Array<[WaitingTemplate, TemplateResult]> = [];
		const undecided: WaitingTemplate[] = [];
		due.forEach((entry, at) => {
			const result = results[at];
			const decision = result && decisionOf(entry, result);
			if (decision) decided.push([entry, decision]);
			else undecided.push(entry);
		});
		await this.later(undecided, decided);
	}

	/** Asks again later, and gives up what has waited too long. */
	private async later(
		undecided: readonly WaitingTemplate[],
		decided: Array<[WaitingTemplate, TemplateResult]> = [],
	): Promise<void> {
		const now = Date.now();
		const over = undecided.filter(({ until }) => until <= now);
		const kept = undecided.filter(({ until }) => until > now);
		for (const entry of kept) {
			entry.tries++;
			const pause = Math.min(
				this.options.everyMs * BACK_OFF ** entry.tries,
				Math.max(LONGEST_PAUSE_MS, this.options.everyMs),
			);
			entry.nextAt = Math.min(now + (entry.told ? AFTER_NEWS_MS : pause), entry.until);
		}
		await this.keep(kept);
		await this.decide([
			...decided,
			...over.map((entry): [WaitingTemplate, TemplateResult] => [entry, givenUp(entry, 'late')]),
		]);
	}

	/** Sent out first, then forgotten: after a crash in between it comes out twice rather than never. */
	private async decide(decided: Array<[WaitingTemplate, TemplateResult]>): Promise<void> {
		if (decided.length === 0) return;
		for (const [entry, result] of decided) {
			this.entries.delete(keyOf(entry));
			this.options.send(entry, result);
		}
		await this.forget(decided.map(([entry]) => entry));
		this.options.onChange(
			this.entries.size,
			decided.map(([, result]) => result),
		);
	}

	/** What a trigger hears: the decision itself, with what Meta advises. */
	private hear(news: TemplateNotification): void {
		const { account } = this.options;
		if (news.businessAccountId !== account?.account.businessAccountId) return;
		const entry = this.entries.get(keyOf({ name: news.name ?? '', language: news.language ?? '' }));
		if (!entry || !news.event || !isSettled(statusOf(news.event))) return;
		const { reason, detail: explanation, recommendation } = news;
		entry.told = { reason, explanation, recommendation };
		entry.nextAt = Date.now();
		void this.keep([entry]);
		this.schedule();
	}

	/** Without the disk it is waited for all the same, until the next restart. */
	private async keep(entries: readonly WaitingTemplate[]): Promise<void> {
		try {
			await this.options.store().put(entries);
		} catch (error) {
			this.warn(error);
		}
	}

	private async forget(entries: readonly WaitingTemplate[]): Promise<void> {
		try {
			await this.options.store().remove(entries);
		} catch (error) {
			this.warn(error);
		}
	}

	private warn(error: unknown): void {
		this.options.node.warn(error instanceof Error ? error.message : String(error));
	}
}

const keyOf = ({ name, language }: Pick<WaitingTemplate, 'name' | 'language'>) =>
	`${name}:${language}`;
