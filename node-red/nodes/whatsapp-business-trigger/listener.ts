import type { Node, NodeAPI } from 'node-red';
import {
	accountAlert,
	accountNodeOf,
	answerHandshake,
	hearStatuses,
	NodeFailure,
	noteUpdates,
	notificationFields,
	OUTPUTS,
	receiveUpdates,
	sendingStates,
	signedSample,
	tellGoodNews,
	tellTemplateNews,
	templateCache,
	verifyTokenOf,
	withoutRepeats,
	type AccountNode,
	type NotificationOutput,
	type WebhookAnswer,
	type WebhookCall,
	type WebhookNotification,
	type WebhookReceiver,
} from '../../engine';
import type { BusinessTriggerConfig } from './config';
import { OptOuts } from './opt-outs';

/** What a flow made by hand gets that says nothing of statuses: what the dialog begins with. */
const DEFAULT_STATUSES = ['sent', 'delivered', 'read', 'failed'];

/** Parts that were not understood are told one by one up to here. */
const MOST_PROBLEMS = 5;

/** WhatsApp's webhooks for one trigger: verified, split, filtered, sent on. */
export class Listener implements WebhookReceiver {
	readonly nodeId: string;

	readonly account: AccountNode | undefined;

	private readonly optOuts: OptOuts;

	constructor(
		private readonly RED: NodeAPI,
		private readonly node: Node,
		private readonly config: BusinessTriggerConfig,
	) {
		this.nodeId = node.id;
		this.account = accountNodeOf(RED, config.account);
		this.optOuts = new OptOuts(config);
	}

	/** Meta's check of the address. */
	get(query: Record<string, unknown>): WebhookAnswer {
		const verifyToken = this.account ? verifyTokenOf(this.account.account) : '';
		const answer = answerHandshake({ query, verifyToken });
		if (answer.status === 200) return { status: 200, body: answer.body };
		this.refused(403, answer.message ?? 'The handshake failed');
		return { status: 403 };
	}

	async post({ rawBody, headers }: WebhookCall): Promise<WebhookAnswer> {
		const { account } = this;
		if (!account) {
			this.refused(401, 'No account is chosen, so nobody can tell a forged call from a real one');
			return { status: 401 };
		}
		const header = headers['x-hub-signature-256'];
		const { updates = OUTPUTS, statuses = DEFAULT_STATUSES, scope = 'app' } = this.config;
		const received = receiveUpdates(
			{ rawBody, signature: Array.isArray(header) ? header[0] : header },
			account.account,
			{ outputs: updates, statuses, scope, words: this.optOuts.words },
		);
		if (!received.ok) {
			this.refused(received.status, received.message);
			return { status: received.status };
		}
		for (const { path, message } of received.problems.slice(0, MOST_PROBLEMS)) {
			this.node.warn(this.RED._('log.not-understood', { path, message }));
		}
		// The nodes of this process stop, or go on, with what WhatsApp tells, wanted as messages or not.
		noteUpdates(sendingStates, account.account, received.accountNews, Date.now());
		const { fresh, remember } = withoutRepeats(this.nodeId, received.notifications);
		this.settle(account, received.provenDeliveries);
		// Without them on record the call is not answered, and WhatsApp tells it again.
		if (received.resultChanges.length > 0) {
			await account.store().notifications().change(received.resultChanges);
		}
		await this.hear(account, received.accountNews);
		// Send Template of this process asks WhatsApp again before it sends with one of these.
		for (const { businessAccountId, name, isBack } of received.changedTemplates) {
			templateCache.forgetChanged(businessAccountId, name);
			if (isBack) tellGoodNews(businessAccountId, { is: 'templateBack', template: name });
		}
		for (const entry of fresh) if (entry.kind === 'template') tellTemplateNews(entry);
		if (received.optOuts.length > 0) await this.optOuts.keep(account, received.optOuts);
		this.sendOn(fresh);
		remember();
		return { status: 200 };
	}

	/** For messages that wait for the account, and for what has left and could not be paid. */
	private async hear(account: AccountNode, news: readonly WebhookNotification[]): Promise<void> {
		await hearStatuses(account.store(), news);
		for (const one of news) {
			if (accountAlert(one)?.lifts) tellGoodNews(one.businessAccountId, { is: 'lifted' });
		}
	}

	refused(status: number, reason: string): void {
		this.node.warn(this.RED._('log.refused', { status, reason } as never));
	}

	failed(error: Error): void {
		this.node.status({
			fill: 'red',
			shape: 'ring',
			text: this.RED._('status.unreadable'),
		});
		this.node.error(new NodeFailure(error.message, 'webhook_unreadable'), {});
	}

	/** Posts a signed sample to this trigger, as WhatsApp would. */
	async sample(output: NotificationOutput): Promise<string> {
		if (!this.account?.account.appSecret) {
			throw new NodeFailure(
				'Put the App Secret into the account: it signs the sample.',
				'account_incomplete',
			);
		}
		const { body, signature } = signedSample(this.account.account, output, Date.now());
		const { status } = await this.post({
			rawBody: Buffer.from(body),
			headers: { 'x-hub-signature-256': signature },
			query: {},
		});
		if (status !== 200) throw new NodeFailure(`The sample was refused with ${status}`, 'refused');
		return this.RED._('sample-sent', { output });
	}

	/** A status proves that its delivery left, also where the send itself got no clear answer. */
	private settle(account: AccountNode, deliveryKeys: string[]): void {
		if (deliveryKeys.length === 0) return;
		account
			.store()
			.settle(deliveryKeys)
			.catch((error: unknown) => this.node.warn(String(error)));
	}

	private sendOn(notifications: WebhookNotification[]): void {
		if (notifications.length === 0) return;
		const messages = OUTPUTS.map((output) =>
			notifications
				.filter((notification) => notification.output === output)
				.map((notification) => ({
					topic: notification.kind,
					payload: notificationFields(
						notification,
						this.config.includeRaw === true,
						this.optOuts.of(notification),
					),
				})),
		);
		this.node.send(messages as never);
	}
}
