import type { Simulator } from '../../../simulator/index';
import { accountNode, flowOf } from '../desk';
import type { NodeError, NodeRed, SentMessage, Taken } from '../runtime/node-red';

/** Notification as its dialog would leave it. */
export const notificationNode = (more: object = {}) => ({
	id: 'notify',
	type: 'whatsapp-notification',
	z: 'tab',
	name: 'Doors open',
	account: 'account',
	notification: `doors-${Math.random().toString(36).slice(2, 10)}`,
	template: 'badge_pickup',
	templateType: 'list',
	recipients: 'payload',
	recipientsType: 'msg',
	messagesPerSecond: 1000,
	chunkSize: 50,
	wires: [['sent'], ['not-sent']],
	...more,
});

/** A business trigger that WhatsApp calls. */
export const triggerNode = (url: string) => ({
	id: 'trigger',
	type: 'whatsapp-business-trigger',
	z: 'tab',
	account: 'account',
	path: 'notify',
	publicUrl: url,
	wires: [['third'], [], [], []],
});

export const numberOf = (index: number) => `+8190${String(10_000_000 + index)}`;

export const entry = (index: number, more: Record<string, unknown> = {}) => ({
	phone: numberOf(index),
	first_name: `Guest ${index}`,
	...more,
});

export const entries = (count: number, from = 0) =>
	Array.from({ length: count }, (_, index) => entry(from + index));

export interface ReportMessage {
	topic: string;
	html: string;
	csv: string;
	payload: Record<string, unknown> & {
		progress?: string;
		message?: string;
		nextAt?: string;
		reasons?: Array<{ reason: string; count: number }>;
		failedReasons?: Array<{ reason: string; code?: string; count: number }>;
		leftOutReasons?: Array<{ reason: string; count: number }>;
	};
}

export const reportsOf = (sent: SentMessage[], node = 'notify') =>
	sent
		.filter((one) => one.node === node && one.port === 0)
		.map(({ msg }) => msg as never as ReportMessage);

export const othersOf = (sent: SentMessage[]) =>
	sent.filter(({ node, port }) => node === 'notify' && port === 1).map(({ msg }) => msg);

/** A Notification in a Node-RED that may be another one after a restart. */
export class NotificationDesk {
	constructor(
		public nodeRed: NodeRed,
		public simulator: Simulator,
	) {}

	async deploy(...nodes: object[]): Promise<void> {
		await this.nodeRed.deploy(flowOf(accountNode(this.simulator), ...nodes));
	}

	/** A business trigger beside them, once WhatsApp calls it. */
	async deployListening(...nodes: object[]): Promise<void> {
		await this.deploy(...nodes, triggerNode(this.nodeRed.url));
		await this.nodeRed.takeUntil(({ statuses }) =>
			statuses.some(({ node, status }) => node === 'trigger' && status.text === 'subscribed'),
		);
	}

	async command(
		command: string,
		payload?: unknown,
		node = 'notify',
	): Promise<Taken & { error?: NodeError; report?: ReportMessage }> {
		const error = await this.nodeRed.input(node, { command, payload });
		const taken = await this.nodeRed.take();
		return { ...taken, error, report: reportsOf(taken.sent, node).at(-1) };
	}

	/** What the dialog asks. */
	async ask(asked: string, body: object = {}, node = 'notify') {
		const answer = await fetch(
			`${this.nodeRed.url}/whatsapp-events/notification/${node}/${asked}`,
			{
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify(body),
			},
		);
		return { status: answer.status, body: (await answer.json()) as Record<string, never> };
	}

	/** Until how it stands is as wished. */
	async until(enough: (state: Record<string, unknown>) => boolean, ms = 30_000) {
		for (const end = Date.now() + ms; ;) {
			const { body } = await this.ask('state');
			if (enough(body)) return body as Record<string, unknown>;
			if (Date.now() > end) throw new Error(`It came to this only: ${JSON.stringify(body)}`);
			await new Promise((resolve) => setTimeout(resolve, 30));
		}
	}

	async untilProgress(progress: string) {
		return await this.until((state) => state.progress === progress);
	}

	async accepted(count: number): Promise<void> {
		for (const end = Date.now() + 60_000; this.stats.accepted < count;) {
			if (Date.now() > end) throw new Error(JSON.stringify(await this.nodeRed.take()));
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
	}

	get stats() {
		return this.simulator.control.stats().messages;
	}
}
