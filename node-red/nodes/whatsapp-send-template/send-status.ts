import type { Node, NodeAPI, NodeStatusFill, NodeStatusShape } from 'node-red';
import {
	goesToSent,
	missingForSending,
	type AccountNode,
	type DeliveryOutcome,
	Tally,
	type Result,
} from '../../engine';
import { figures, Progress } from './progress';

/** The editor gets no more than this many statuses a second from one node. */
const EVERY_MS = 500;

/** How many messages wait, and what for: the account, or only the end of a pause of their templates. */
export interface Waiting {
	count: number;
	for: 'account' | 'template';
}

/** Nodes whose last run was cut short by a deployment, with how many messages were not sent. */
const cutShort = new Map<string, number>();

/** What a Send Template node shows below itself. */
export class SendStatus {
	private readonly progress = new Progress();

	private active = 0;

	/** Of all runs since none was active. */
	private tally = new Tally();

	private stopped = false;

	private waiting: Waiting = { count: 0, for: 'account' };

	private timer: NodeJS.Timeout | undefined;

	private shownAt = 0;

	private later: NodeJS.Timeout | undefined;

	/** True where what is sent is remembered in memory, or in a store that can lose some of it. */
	private readonly weak: boolean;

	constructor(
		private readonly RED: NodeAPI,
		private readonly node: Node,
		account: AccountNode | undefined,
	) {
		this.weak = account?.store().kind === 'context';
		const notSent = cutShort.get(node.id);
		cutShort.delete(node.id);
		if (!account) this.missingAccount();
		else if (missingForSending(account.account)) this.incompleteAccount();
		else if (notSent) this.show('yellow', 'ring', 'cut-short', { notSent });
		else if (this.weak) this.show('yellow', 'ring', 'not-kept');
		else this.node.status({});
	}

	missingAccount(): void {
		this.show('red', 'ring', 'no-account');
	}

	incompleteAccount(): void {
		this.show('red', 'ring', 'incomplete-account');
	}

	wrongInput(): void {
		this.show('red', 'ring', 'wrong-input');
	}

	nothing(): void {
		this.show('grey', 'ring', 'nothing');
	}

	begin(count: number): void {
		this.active++;
		this.progress.begin(count);
		this.timer ??= setInterval(() => this.tick(), EVERY_MS);
	}

	/** One message has its outcome. */
	step(result: Result): void {
		this.tally.add(result);
		this.progress.step(goesToSent(result));
		if (this.progress.text === undefined) this.single(result);
	}

	end(stopped: boolean): void {
		this.active--;
		this.stopped ||= stopped;
		if (this.active > 0) return;
		clearInterval(this.timer);
		this.timer = undefined;
		this.summarise();
		this.progress.reset();
		this.tally = new Tally();
		this.stopped = false;
	}

	/** How many wait until they can be sent. */
	waits(waiting: Waiting): void {
		const before = this.waiting;
		this.waiting = waiting;
		if (this.active > 0) return;
		if (waiting.count > 0) this.showWaiting();
		else if (before.count > 0) this.show('green', 'dot', 'all-gone');
	}

	/** Tells in the log, and after the deployment, what it kept from being sent. */
	close({ sent, notSent }: Pick<Tally, 'sent' | 'notSent'>): void {
		clearInterval(this.timer);
		clearTimeout(this.later);
		if (notSent === 0) return;
		cutShort.set(this.node.id, notSent);
		this.node.warn(this.RED._('log.cut-short', { sent, notSent } as never));
	}

	/** A single message has shown its own result. */
	private summarise(): void {
		// Also after a single message: that it waits is more than why it did not leave.
		if (this.waiting.count > 0) return this.showWaiting();
		if (this.progress.text === undefined && !this.stopped) return;
		const { tally } = this;
		const ok = tally.notSent === 0 && !this.weak;
		const word = this.stopped ? 'stopped' : 'finished';
		this.show(ok ? 'green' : tally.sent > 0 ? 'yellow' : 'red', 'dot', word, figures(tally));
	}

	private showWaiting(): void {
		const { count, for: what } = this.waiting;
		this.show('yellow', 'ring', `waiting-${what}`, { count });
	}

	private single(result: Result): void {
		if (goesToSent(result)) {
			const word = result.outcome === 'would_send' ? 'would-send' : 'sent';
			const { recipient = '' } = result;
			this.show(this.weak ? 'yellow' : 'green', 'dot', word, { recipient });
			return;
		}
		const { outcome, reason } = result as DeliveryOutcome;
		const fill = outcome === 'duplicate' ? 'grey' : outcome === 'unknown' ? 'yellow' : 'red';
		this.show(fill, 'ring', `reasons.${reason ?? outcome}`);
	}

	private tick(): void {
		const text = this.progress.text;
		if (text !== undefined) this.node.status({ fill: 'blue', shape: 'dot', text });
	}

	/** The last one wins: a flood of single messages is not worth a flood of statuses. */
	private show(
		fill: NodeStatusFill,
		shape: NodeStatusShape,
		word: string,
		values: Record<string, unknown> = {},
	): void {
		clearTimeout(this.later);
		const text = this.RED._(`status.${word}`, values as never);
		const put = () => {
			this.shownAt = Date.now();
			this.node.status({ fill, shape, text });
		};
		const wait = this.shownAt + EVERY_MS - Date.now();
		if (wait <= 0) put();
		else this.later = setTimeout(put, wait);
	}
}
