import type { Node, NodeAPI, NodeStatusFill, NodeStatusShape } from 'node-red';
import {
	fieldsFor,
	GraphCallError,
	failureFrom,
	keepSubscribed,
	missingForSending,
	OpenRequests,
	NodeFailure,
	OUTPUTS,
	pathOf,
	subscriberFor,
	SubscriptionRefused,
	unsubscribe,
	verifyTokenOf,
	type AccountNode,
	type WantedSubscription,
} from '../../engine';
import { calledInstead } from './called-instead';
import type { BusinessTriggerConfig } from './config';

/**
 * Tries after a failure, in milliseconds. WhatsApp calls the address while it is subscribed, and Node-RED
 * starts its flows a moment before it listens.
 */
const RETRY_MS = [1_000, 3_000, 10_000, 60_000];

/** Somebody may take the subscription away later: looked at again this often. */
const CHECK_EVERY_MS = 30 * 60_000;

/** Node-RED gives a node 15 seconds to close. */
const LEAVE_WITHIN_MS = 10_000;

/** Keeps the address of one trigger subscribed at WhatsApp, and shows whether it really is. */
export class Subscription {
	private timer: NodeJS.Timeout | undefined;

	private stopped = false;

	private subscribed = false;

	constructor(
		private readonly RED: NodeAPI,
		private readonly node: Node,
		private readonly config: BusinessTriggerConfig,
		private readonly account: AccountNode | undefined,
	) {}

	/** @throws what stands in the way and will not pass by itself */
	async start(): Promise<void> {
		const { account, RED } = this;
		if (!account) return this.show('red', 'ring', 'no-account');
		if (missingForSending(account.account) || !account.account.appSecret)
			return this.show('red', 'ring', 'incomplete-account');
		if (RED.settings.httpNodeRoot === (false as never)) this.closed('log.http-node-off');
		if (RED.settings.httpNodeAuth) this.closed('log.http-node-auth');
		if (!this.config.publicUrl?.trim()) {
			// A deployment of other flows may change who is called.
			RED.events.on('flows:started', this.withoutAddress);
			return this.withoutAddress();
		}
		await this.keep(account, 0);
	}

	/**
	 * @param removed whether the node is deleted or switched off: then WhatsApp need not call it any more.
	 * A deployment only changes the node, and must not cost an update.
	 */
	async stop(removed: boolean): Promise<void> {
		this.stopped = true;
		clearTimeout(this.timer);
		this.RED.events.off('flows:started', this.withoutAddress);
		if (!removed || !this.subscribed || !this.account) return;
		const requests = new OpenRequests();
		const patience = setTimeout(() => requests.abort(), LEAVE_WITHIN_MS);
		const transport = this.account.transport(requests);
		await unsubscribe(subscriberFor(this.account.account, transport), this.url).finally(() =>
			clearTimeout(patience),
		);
	}

	/** Whether WhatsApp calls it is up to whoever entered the address at Meta: said is what this Node-RED knows. */
	private readonly withoutAddress = (): void => {
		const flow = calledInstead(this.RED, this.config);
		if (flow === undefined) this.show('grey', 'ring', 'by-hand');
		else this.show('grey', 'dot', 'called-instead', { flow });
	};

	private async keep(account: AccountNode, tries: number): Promise<void> {
		try {
			const subscriber = subscriberFor(account.account, account.transport());
			await keepSubscribed(account.account, subscriber, this.wanted(account));
			if (this.stopped) return;
			this.subscribed = true;
			this.show('green', 'dot', 'subscribed');
			this.again(account, 0, CHECK_EVERY_MS);
		} catch (error) {
			if (this.stopped) return;
			const refused = error instanceof SubscriptionRefused;
			this.show(refused ? 'red' : 'yellow', 'ring', refused ? error.reason : 'not-subscribed');
			const passes = !refused && !(error instanceof GraphCallError && error.error.class === 'auth');
			if (passes) this.again(account, tries + 1, RETRY_MS[tries] ?? CHECK_EVERY_MS);
			// Said once, and not at each of the first tries, which a start needs.
			if (!passes || tries === RETRY_MS.length - 1) throw error;
		}
	}

	private again(account: AccountNode, tries: number, afterMs: number): void {
		this.timer = setTimeout(() => {
			this.keep(account, tries).catch((error: unknown) => this.node.error(failureFrom(error), {}));
		}, afterMs);
		// Nobody waits for it: it must not keep a process alive that wants to end.
		this.timer.unref();
	}

	private wanted(account: AccountNode): WantedSubscription {
		return {
			scope: this.config.scope ?? 'app',
			callback: { url: this.url, verifyToken: verifyTokenOf(account.account) },
			fields: fieldsFor(this.config.updates ?? OUTPUTS),
			takeOver: this.config.takeOver === true,
		};
	}

	/** `https://flows.example.org` and the node's own path, below `httpNodeRoot`. */
	private get url(): string {
		const base = String(this.config.publicUrl ?? '')
			.trim()
			.replace(/\/+$/, '');
		const root = String(this.RED.settings.httpNodeRoot ?? '/').replace(/^\/*|\/*$/g, '');
		return base + (root ? `/${root}` : '') + pathOf('whatsapp', this.config.path.trim());
	}

	private closed(sentence: string): never {
		this.show('red', 'ring', 'closed');
		throw new NodeFailure(this.RED._(sentence), 'not_reachable');
	}

	private show(
		fill: NodeStatusFill,
		shape: NodeStatusShape,
		word: string,
		values: Record<string, string> = {},
	): void {
		const text = this.RED._(`status.${word}`, values);
		this.node.status({ fill, shape, text });
	}
}
