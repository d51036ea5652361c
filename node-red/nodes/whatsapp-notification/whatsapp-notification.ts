import type { Node, NodeAPI } from 'node-red';
import { handleInput, NodeFailure, onceStarted, type NotificationSource } from '../../engine';
import type { NotificationConfig } from './config';
import { Notifier } from './notifier';

/** `whatsapp-notification`: outputs Report and Left Out or Not Sent. */
export default function (RED: NodeAPI): void {
	function WhatsAppNotification(this: NotificationSource, config: NotificationConfig) {
		RED.nodes.createNode(this, config);
		const notifier = notifierFor(RED, this, config);
		if (!notifier) return;
		this.fromDialog = async (asked, request) => await notifier.fromDialog(asked, request);
		handleInput(this, async (msg, send) => await notifier.handle(msg as never, send));
		onceStarted(RED, this, async () => await notifier.start());
		this.on('close', (done: () => void) => {
			notifier.close().then(done, (error: unknown) => {
				this.warn(String(error));
				done();
			});
		});
	}

	RED.nodes.registerType('whatsapp-notification', WhatsAppNotification as never);
}

/** Undefined where an expression of the dialog cannot be parsed: then every message is refused. */
function notifierFor(RED: NodeAPI, node: Node, config: NotificationConfig): Notifier | undefined {
	try {
		return new Notifier(RED, node, config);
	} catch (error) {
		node.status({ fill: 'red', shape: 'ring', text: RED._('status.wrong-field') });
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
