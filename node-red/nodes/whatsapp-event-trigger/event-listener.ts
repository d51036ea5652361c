import type { Node, NodeAPI } from 'node-red';
import {
	chosenPlatform,
	NodeFailure,
	planMessages,
	planOptionsFrom,
	receiveEvent,
	withoutRepeats,
	type WebhookAnswer,
	type WebhookCall,
	type WebhookReceiver,
} from '../../engine';
import type { EventTriggerConfig } from './whatsapp-event-trigger';

/** A ticketing platform's webhooks for one trigger: verified, read, turned into messages. */
export class EventListener implements WebhookReceiver {
	readonly nodeId: string;

	constructor(
		private readonly RED: NodeAPI,
		private readonly node: Node,
		private readonly config: EventTriggerConfig,
		private readonly secret: string | undefined,
	) {
		this.nodeId = node.id;
	}

	/**
	 * Shows what still keeps webhooks from coming in.
	 *
	 * @throws {NodeFailure} when the settings of this Node-RED do
	 */
	start(): void {
		const { RED } = this;
		if (!this.secret?.trim()) this.show('red', 'ring', 'no-secret');
		else if (RED.settings.httpNodeRoot === (false as never)) this.closed('log.http-node-off');
		else if (RED.settings.httpNodeAuth) this.closed('log.http-node-auth');
		else this.show('grey', 'ring', 'waiting');
	}

	async post({ rawBody, headers, query }: WebhookCall): Promise<WebhookAnswer> {
		const { config } = this;
		const received = await receiveEvent(
			{ platform: chosenPlatform(config.platform, config.mapping), secret: this.secret },
			{ rawBody, headers, query, receivedAt: new Date().toISOString() },
		);
		if (!received.ok) {
			const { status, message } = received;
			this.refused(status, message);
			return { status };
		}
		for (const { reason, message } of received.ignored) {
			this.node.log(this.RED._('log.not-needed', { reason, message }));
		}
		const { fresh, remember } = withoutRepeats(
			this.nodeId,
			received.notices.map((notice) => ({ key: notice.id, notice })),
		);
		const plan = planMessages(
			fresh.map(({ notice }) => notice),
			planOptionsFrom(config, Date.now()),
		);
		const messages = [plan.messages, plan.leftOut].map((list) =>
			list.map((payload) => ({ topic: payload.automation ?? '', payload })),
		);
		if (messages.some((list) => list.length > 0)) this.node.send(messages as never);
		remember();
		if (fresh.length > 0) {
			const figures = { messages: plan.messages.length, leftOut: plan.leftOut.length };
			this.show('green', 'dot', 'received', figures);
		}
		return { status: 200 };
	}

	refused(status: number, reason: string): void {
		this.node.warn(this.RED._('log.refused', { status, reason } as never));
	}

	failed(error: Error): void {
		this.show('red', 'ring', 'unreadable');
		this.node.error(new NodeFailure(error.message, 'webhook_unreadable'), {});
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
