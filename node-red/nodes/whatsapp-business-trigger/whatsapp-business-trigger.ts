import type { Node, NodeAPI } from 'node-red';
import {
	NodeFailure,
	onceStarted,
	pathOf,
	WebhookRoutes,
	type NotificationOutput,
} from '../../engine';
import type { BusinessTriggerConfig } from './config';
import { Listener } from './listener';
import { Subscription } from './subscription';

interface TriggerNode extends Node {
	/** Lets a signed sample take the whole way of a real update; for the button of the node. */
	sample(output?: NotificationOutput): Promise<string>;
}

/** `whatsapp-business-trigger`: outputs Messages, Statuses, Templates and Account. */
export default function (RED: NodeAPI): void {
	function WhatsAppBusinessTrigger(this: TriggerNode, config: BusinessTriggerConfig) {
		RED.nodes.createNode(this, config);
		const routes = WebhookRoutes.of(RED);
		const listener = new Listener(RED, this, config);
		const subscription = new Subscription(RED, this, config, listener.account);
		this.sample = async (output) => listener.sample(output ?? config.sample ?? 'statuses');
		const path = String(config.path ?? '').trim();
		const isOurs = routes.add('whatsapp', path, listener);
		if (!isOurs) this.status({ fill: 'red', shape: 'ring', text: RED._('status.path-taken') });
		onceStarted(RED, this, async () => {
			if (isOurs) return await subscription.start();
			const sentence = RED._('log.path-taken', { path: pathOf('whatsapp', path) });
			throw new NodeFailure(sentence, 'path_taken');
		});
		this.on('close', (removed: boolean, done: () => void) => {
			routes.remove('whatsapp', path, listener);
			subscription.stop(removed).then(done, (error: unknown) => {
				this.warn(error instanceof Error ? error.message : String(error));
				done();
			});
		});
	}

	RED.nodes.registerType('whatsapp-business-trigger', WhatsAppBusinessTrigger as never);
}
