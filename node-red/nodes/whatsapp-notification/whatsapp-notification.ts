import type { NodeAPI } from 'node-red';
import { handleInput, madeFrom, onceStarted, type NotificationSource } from '../../engine';
import type { NotificationConfig } from './config';
import { Notifier } from './notifier';

/** `whatsapp-notification`: outputs Report and Left Out or Not Sent. */
export default function (RED: NodeAPI): void {
	function WhatsAppNotification(this: NotificationSource, config: NotificationConfig) {
		RED.nodes.createNode(this, config);
		const notifier = madeFrom(RED, this, () => new Notifier(RED, this, config));
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
