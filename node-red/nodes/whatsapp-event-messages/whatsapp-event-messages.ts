import type { Node, NodeAPI, NodeDef, NodeMessageInFlow } from 'node-red';
import {
	eventAccountOf,
	handleInput,
	inTurn,
	NodeFailure,
	planEvents,
	readingOptionsFrom,
	readSource,
	type BodySource,
	type EventFields,
	type PlatformReading,
} from '../../engine';

interface EventMessagesConfig extends NodeDef, EventFields {
	/** `notice`, or the id of a platform. */
	source?: string;
	/** Whose switches count; without one every trigger is on. */
	account?: string;
}

/** What HTTP In leaves on its messages. */
interface Call {
	req?: { headers?: Record<string, string>; query?: Record<string, unknown> };
}

/** `whatsapp-event-messages`: outputs Messages and Left Out. */
export default function (RED: NodeAPI): void {
	function WhatsAppEventMessages(this: Node, config: EventMessagesConfig) {
		RED.nodes.createNode(this, config);
		const { account, store } = eventAccountOf(RED, this, config.account, (why) =>
			this.warn(RED._('log.no-sqlite', { why })),
		);
		let lastBody: unknown;
		(this as BodySource).lastBody = () => lastBody;
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
			lastBody = smallEnough(payload);
			const { notices, ignored } = readingOf(config, msg as NodeMessageInFlow & Call, payload);
			const fields = { ...config, switches: account?.switches };
			const plan = await inTurn(async () => await planEvents(store(), notices, fields));
			const { messages, leftOut } = plan;
			const out: Entry[][] = [messages, [...leftOut, ...(ignored as Entry[])]];
			send(
				out.map((list) =>
					list.map((entry) => ({
						...(RED.util.cloneMessage(withoutPayload(msg)) as object),
						topic: entry.automation ?? msg.topic,
						payload: entry,
					})),
				),
			);
			const figures = { messages: messages.length, leftOut: leftOut.length + ignored.length };
			this.status({
				fill: messages.length > 0 ? 'green' : 'grey',
				shape: 'dot',
				text: RED._('status.made', figures as never),
			});
		});
	}

	RED.nodes.registerType('whatsapp-event-messages', WhatsAppEventMessages as never);
}

/** For the dialog, which shows one report; a list may hold thousands. */
const smallEnough = (payload: object): unknown =>
	Array.isArray(payload) ? payload.slice(0, 1) : payload;

type Entry = { automation?: string };

function readingOf(config: EventMessagesConfig, { req }: Call, payload: object): PlatformReading {
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
			options: readingOptionsFrom(config),
			receivedAt,
		}),
	);
	return {
		notices: readings.flatMap(({ notices }) => notices),
		ignored: readings.flatMap(({ ignored }) => ignored),
	};
}

function withoutPayload({ payload: _payload, ...rest }: NodeMessageInFlow): NodeMessageInFlow {
	return rest as NodeMessageInFlow;
}
