import type { Node, NodeAPI, NodeStatusFill, NodeStatusShape } from 'node-red';
import type { AccountNode } from '../../engine';
import {
	countsOf,
	decisionWordOf,
	isGrave,
	mostTelling,
	needsSomebody,
	wordOf,
	type AnyResult,
	type WordOf,
} from './result-words';

/** The editor gets no more than this many statuses a second from one node. */
const EVERY_MS = 500;

/** What fits below a node. */
const LONGEST = 20;

/** What a Manage Template node shows below itself. */
export class ManageStatus {
	private active = 0;

	private total = 0;

	private done = 0;

	/** Of all runs since none was active. */
	private results: AnyResult[] = [];

	private timer: NodeJS.Timeout | undefined;

	private waiting = 0;

	/** What has come of what it waits for, until it waits for nothing any more. */
	private decided: AnyResult[] = [];

	private broken = false;

	constructor(
		private readonly RED: NodeAPI,
		private readonly node: Node,
		account: AccountNode | undefined,
		needsAccount: boolean,
	) {
		if (!account && needsAccount) this.problem('no-account');
		else if (account?.store().kind === 'context') this.show('yellow', 'ring', 'not-kept');
		else this.node.status({});
	}

	/** Red: somebody has to open the dialog, or the flow. */
	problem(word: 'no-account' | 'incomplete-account' | 'wrong-input'): void {
		this.show('red', 'ring', word);
	}

	nothing(word: 'nothing' | 'nothing-found' | 'no-drafts'): void {
		this.show('grey', 'ring', word);
	}

	begin(count: number): void {
		this.active++;
		this.total += count;
		this.timer ??= setInterval(() => this.tick(), EVERY_MS);
	}

	/** The run as a whole failed; why is told by a Catch node. */
	failed(): void {
		this.broken = true;
	}

	/** One template has its result. */
	step(): void {
		this.done++;
	}

	/** A run has ended with these, and goes on to wait for some of them. */
	end(results: readonly AnyResult[]): void {
		this.results.push(...results);
		this.active--;
		if (this.active > 0) return;
		clearInterval(this.timer);
		this.timer = undefined;
		this.summarise();
		this.broken = false;
		this.results = [];
		this.total = 0;
		this.done = 0;
	}

	/** How many templates WhatsApp has not decided on; `decided` is what has just come out. */
	waitsFor(count: number, decided: readonly AnyResult[] = []): void {
		this.waiting = count;
		this.decided.push(...decided);
		if (this.active > 0) return;
		if (count > 0) this.show('blue', 'ring', 'waiting', { count });
		else if (this.decided.length > 0) this.decisions();
	}

	close(): void {
		clearInterval(this.timer);
	}

	private summarise(): void {
		if (this.broken) this.show('red', 'ring', 'failed');
		else if (this.waiting > 0) this.show('blue', 'ring', 'waiting', { count: this.waiting });
		else if (this.decided.length > 0) this.decisions();
		else if (this.results.length > 0) this.summary(this.results, wordOf);
		else this.nothing('nothing-found');
	}

	/** `1 rejected, 9 more`: how those stand it has waited for, not what was done to them before. */
	private decisions(): void {
		this.summary(this.decided, decisionWordOf);
		this.decided = [];
	}

	/** `2 refused, 1 created`; the most important of it where that is too long. */
	private summary(results: readonly AnyResult[], wordOfOne: WordOf): void {
		const attention = results.filter(needsSomebody).length;
		const all = attention === results.length;
		const grave = results.some((result) => isGrave(wordOfOne(result)));
		const fill = grave || (attention > 0 && all) ? 'red' : attention > 0 ? 'yellow' : 'green';
		this.node.status({
			fill,
			shape: attention > 0 && all ? 'ring' : 'dot',
			text: this.text(results, wordOfOne),
		});
	}

	private text(results: readonly AnyResult[], wordOfOne: WordOf): string {
		const [only] = results;
		if (results.length === 1 && only) return this.word(wordOfOne(only));
		const counts = countsOf(results, wordOfOne);
		const parts = counts.map(([word, count]) => `${count} ${this.word(word)}`);
		const whole = parts.slice(0, 2).join(this.word('comma'));
		if (counts.length <= 2 && whole.length <= LONGEST) return whole;
		const [word = '', count = 0] = mostTelling(counts) ?? [];
		const rest = results.length - count;
		const short = this.RED._('status.more', { count, word: this.word(word), rest } as never);
		if (isGrave(word) && rest > 0 && short.length <= LONGEST) return short;
		const attention = results.filter(needsSomebody).length;
		if (attention > 0 && !isGrave(word)) {
			const key = attention === 1 ? 'attention-one' : 'attention';
			return this.RED._(`status.${key}`, { count: attention } as never);
		}
		return `${count} ${this.word(word)} …`;
	}

	private word(key: string): string {
		return this.RED._(`status.words.${key}`);
	}

	private tick(): void {
		if (this.total <= 1) return this.show('blue', 'dot', 'busy');
		const text = `${this.done}/${Math.max(this.total, this.done)}`;
		this.node.status({ fill: 'blue', shape: 'dot', text });
	}

	private show(
		fill: NodeStatusFill,
		shape: NodeStatusShape,
		word: string,
		values: Record<string, unknown> = {},
	): void {
		this.node.status({ fill, shape, text: this.RED._(`status.${word}`, values as never) });
	}
}
