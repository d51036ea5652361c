import type { Node, NodeAPI } from 'node-red';
import { handleInput, madeFrom, onceStarted } from '../../engine';
import type { SendTemplateConfig } from './config';
import { Sender } from './sender';

/** `whatsapp-send-template`: outputs Sent and Not Sent. */
export default function (RED: NodeAPI): void {
	function WhatsAppSendTemplate(this: Node, config: SendTemplateConfig) {
		RED.nodes.createNode(this, config);
		const sender = madeFrom(RED, this, () => new Sender(RED, this, config));
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
