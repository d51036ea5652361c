import type { Node, NodeAPI } from 'node-red';
import { handleInput, NodeFailure, onceStarted, type NotificationSource } from '../../engine';
import { isCommand, type NotificationConfig } from './config';
import { Notifier } from './notifier';

/** `whatsapp-notification`: outputs Report and Left Out or Not Sent. */
export default function (RED: NodeAPI): void {
	function WhatsAppNotification(this: NotificationSource, config: NotificationConfig) {
		RED.nodes.createNode(this, config);
		const notifier = notifierFor(RED, this, config);
		if (!notifier) return;
		this.page = async (kind) => await notifier.page(kind);
		this.command = async (command) => {
			if (!isCommand(command)) throw new NodeFailure(`There is no command “${command}”`, 'unknown');
			await notifier.command(command);
		};
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
