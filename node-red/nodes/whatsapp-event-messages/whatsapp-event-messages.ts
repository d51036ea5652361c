import type { Node, NodeAPI, NodeDef, NodeMessageInFlow } from 'node-red';
import {
	handleInput,
	NodeFailure,
	planMessages,
	planOptionsFrom,
	readSource,
	type EventFields,
} from '../../engine';

interface EventMessagesConfig extends NodeDef, EventFields {
	/** `notice`, or the id of a platform. */
	source?: string;
}

/** What HTTP In leaves on its messages. */
interface Call {
	req?: { headers?: Record<string, string>; query?: Record<string, unknown> };
}

/** `whatsapp-event-messages`: outputs Messages and Left Out. */
export default function (RED: NodeAPI): void {
	function WhatsAppEventMessages(this: Node, config: EventMessagesConfig) {
		RED.nodes.createNode(this, config);
		this.status({});
		handleInput(this, async (msg, send) => {
			const { payload } = msg;
			if (typeof payload !== 'object' || payload === null || Buffer.isBuffer(payload)) {
				this.status({
					fill: 'red',
					shape: 'ring',
					text: RED._('status.wrong-input'),
				});
				throw new NodeFailure(RED._('log.wrong-input'), 'input_invalid');
			}
			const out = messagesFor(config, msg as NodeMessageInFlow & Call, payload);
			const [messages, leftOut] = out;
			send(
				out.map((list) =>
					list.map((entry) => ({
						...(RED.util.cloneMessage(withoutPayload(msg)) as object),
						topic: entry.automation ?? msg.topic,
						payload: entry,
					})),
				),
			);
			const figures = { messages: messages.length, leftOut: leftOut.length };
			this.status({
				fill: messages.length > 0 ? 'green' : 'grey',
				shape: 'dot',
				text: RED._('status.made', figures as never),
			});
		});
	}

	RED.nodes.registerType('whatsapp-event-messages', WhatsAppEventMessages as never);
}

type Entry = { automation?: string };

function messagesFor(
	config: EventMessagesConfig,
	{ req }: Call,
	payload: object,
): [messages: Entry[], leftOut: Entry[]] {
	const receivedAt = new Date().toISOString();
	const source = config.source ?? 'notice';
	// A polled answer is a list of bodies; a webhook is one.
	const readings = (Array.isArray(payload) ? payload : [payload]).map((body: unknown) =>
		readSource({
			source,
			body,
			headers: req?.headers,
			query: req?.query,
			mapping: config.mapping,
			receivedAt,
		}),
	);
	const plan = planMessages(
		readings.flatMap(({ notices }) => notices),
		planOptionsFrom(config, Date.now()),
	);
	const unread = readings.flatMap(({ ignored }) => ignored);
	return [plan.messages, [...plan.leftOut, ...unread] as Entry[]];
}

function withoutPayload({ payload: _payload, ...rest }: NodeMessageInFlow): NodeMessageInFlow {
	return rest as NodeMessageInFlow;
}
