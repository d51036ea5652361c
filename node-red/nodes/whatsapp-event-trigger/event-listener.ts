import type { Node, NodeAPI } from 'node-red';
import {
	chosenPlatform,
	eventAccountOf,
	inTurn,
	NodeFailure,
	planEvents,
	platformTransport,
	readingOptionsFrom,
	receiveEvent,
	withoutRepeats,
	type EventAccount,
	type Notice,
	type Platform,
	type WebhookAnswer,
	type WebhookCall,
	type WebhookReceiver,
} from '../../engine';
import { LastBody } from './last-body';
import type { EventTriggerConfig, EventTriggerCredentials } from './whatsapp-event-trigger';

/** A ticketing platform's webhooks for one trigger: verified, read, turned into messages. */
export class EventListener implements WebhookReceiver {
	readonly nodeId: string;

	/** For the dialog, which shows what the mapping would read of it. */
	readonly lastBody = new LastBody();

	private readonly eventAccount: EventAccount;

	constructor(
		private readonly RED: NodeAPI,
		private readonly node: Node,
		private readonly config: EventTriggerConfig,
		private readonly credentials: EventTriggerCredentials,
	) {
		this.nodeId = node.id;
		this.eventAccount = eventAccountOf(RED, node, config.account, (why) =>
			node.warn(RED._('log.no-sqlite', { why })),
		);
	}

	/**
	 * Shows what still keeps webhooks from coming in.
	 *
	 * @throws {NodeFailure} when the settings of this Node-RED do
	 */
	start(): void {
		const { RED, credentials } = this;
		const platform = this.platform();
		if (!credentials.secret?.trim()) this.show('red', 'ring', 'no-secret');
		else if (platform.api && !credentials.apiToken?.trim()) this.show('red', 'ring', 'no-token');
		else if (RED.settings.httpNodeRoot === (false as never)) this.closed('log.http-node-off');
		else if (RED.settings.httpNodeAuth) this.closed('log.http-node-auth');
		else this.show('grey', 'ring', 'waiting');
	}

	/** Somebody asks whether the address is there: Cvent before it calls, an organiser in a browser. */
	get(): WebhookAnswer {
		return {
			status: 200,
			body: 'An Event Trigger listens here. Enter this address on your ticketing platform.',
		};
	}

	async post({ rawBody, headers, query }: WebhookCall): Promise<WebhookAnswer> {
		const { config } = this;
		const { secret, apiToken } = this.credentials;
		const received = await receiveEvent(
			{
				platform: this.platform(),
				secret,
				access: {
					address: config.apiAddress,
					token: apiToken ?? '',
					transport: platformTransport,
				},
				options: readingOptionsFrom(config),
			},
			{ rawBody, headers, query, receivedAt: new Date().toISOString() },
		);
		if (!received.ok) {
			const { status, message } = received;
			if (status === 502) this.notFetched(message);
			else this.refused(status, message);
			return { status };
		}
		this.lastBody.keep(rawBody);
		for (const { reason, message } of received.ignored) {
			this.node.log(this.RED._('log.not-needed', { reason, message }));
		}
		await inTurn(async () => await this.answer(received.notices));
		return { status: 200 };
	}

	refused(status: number, reason: string): void {
		this.node.warn(this.RED._('log.refused', { status, reason } as never));
	}

	failed(error: Error): void {
		this.show('red', 'ring', 'unreadable');
		this.node.error(new NodeFailure(error.message, 'webhook_unreadable'), {});
	}

	private platform(): Platform {
		return chosenPlatform(this.config.platform, this.config.mapping);
	}

	private async answer(notices: readonly Notice[]): Promise<void> {
		const { fresh, remember } = withoutRepeats(
			this.nodeId,
			notices.map((notice) => ({ key: notice.id, notice })),
		);
		if (fresh.length === 0) return;
		const { account, store } = this.eventAccount;
		const plan = await planEvents(
			store(),
			fresh.map(({ notice }) => notice),
			{ ...this.config, switches: account?.switches },
		);
		const messages = [plan.messages, plan.leftOut].map((list) =>
			list.map((payload) => ({ topic: payload.automation ?? '', payload })),
		);
		if (messages.some((list) => list.length > 0)) this.node.send(messages as never);
		remember();
		const figures = { messages: plan.messages.length, leftOut: plan.leftOut.length };
		this.show('green', 'dot', 'received', figures);
	}

	/** The call is genuine, and only its details are missing: somebody has to mend that. */
	private notFetched(message: string): void {
		this.show('red', 'ring', 'not-fetched');
		this.node.error(new NodeFailure(message, 'platform_not_reached'), {});
	}

	private closed(sentence: string): never {
		this.show('red', 'ring', 'closed');
		throw new NodeFailure(this.RED._(sentence), 'not_reachable');
	}

	private show(
		fill: 'red' | 'green' | 'grey',
		shape: 'ring' | 'dot',
		word: string,
		values: Record<string, unknown> = {},
	): void {
		const text = this.RED._(`status.${word}`, values as never);
		this.node.status({ fill, shape, text });
	}
}
