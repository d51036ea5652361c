import type { Node, NodeAPI } from 'node-red';
import { handleInput, NodeFailure, onceStarted } from '../../engine';
import type { SendTemplateConfig } from './config';
import { Sender } from './sender';

/** `whatsapp-send-template`: outputs Sent and Not Sent. */
export default function (RED: NodeAPI): void {
	function WhatsAppSendTemplate(this: Node, config: SendTemplateConfig) {
		RED.nodes.createNode(this, config);
		const sender = senderFor(RED, this, config);
		if (!sender) return;
		handleInput(this, async (msg, send) => await sender.handle(msg as never, send));
		onceStarted(RED, this, async () => await sender.start());
		this.on('close', (done: () => void) => {
			sender.close().then(done, (error: unknown) => {
				this.warn(String(error));
				done();
			});
		});
	}

	RED.nodes.registerType('whatsapp-send-template', WhatsAppSendTemplate as never);
}

/** Undefined where an expression of the dialog cannot be parsed: then every message is refused. */
function senderFor(RED: NodeAPI, node: Node, config: SendTemplateConfig): Sender | undefined {
	try {
		return new Sender(RED, node, config);
	} catch (error) {
		node.status({ fill: 'red', shape: 'ring', text: RED._('status.wrong-field') });
		// JSONata throws objects that are no errors.
		const why = (error as { message?: unknown }).message ?? error;
		handleInput(node, async () => {
			throw new NodeFailure(
				`A field of this node cannot be read: ${String(why)}`,
				'expression_invalid',
			);
		});
		return undefined;
	}
}
