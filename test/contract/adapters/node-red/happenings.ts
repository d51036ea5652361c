import type { NodeRed, SentMessage } from '../../../node-red/runtime/node-red';

/** What happens in Node-RED during a case: what leaves a node is for the flow, the rest for people. */
export class Happenings {
	private readonly lines: string[] = [];

	constructor(readonly nodeRed: NodeRed) {}

	/** The messages that left this node since it was asked last, by output. */
	async sentBy(node: string): Promise<SentMessage[]> {
		const { sent, ...rest } = await this.nodeRed.take();
		this.lines.push(JSON.stringify(rest));
		return sent.filter((message) => message.node === node);
	}

	/** Log lines, statuses of the nodes, and errors for Catch nodes. */
	async told(): Promise<string> {
		await this.sentBy('');
		return this.lines.join('\n');
	}
}

/** The payloads of one output. */
export const payloadsOf = (messages: SentMessage[], port: number) =>
	messages.filter((message) => message.port === port).map(({ msg }) => msg.payload);
