import type { Node, NodeAPI, NodeDef } from 'node-red';
import { NodeFailure, onceStarted, pathOf, WebhookRoutes, type EventFields } from '../../engine';
import { EventListener } from './event-listener';

export interface EventTriggerConfig extends NodeDef, EventFields {
	platform: string;
	path: string;
}

/** `whatsapp-event-trigger`: outputs Messages and Left Out. */
export default function (RED: NodeAPI): void {
	function WhatsAppEventTrigger(this: Node, config: EventTriggerConfig) {
		RED.nodes.createNode(this, config);
		const routes = WebhookRoutes.of(RED);
		const { secret } = (this.credentials ?? {}) as { secret?: string };
		const listener = new EventListener(RED, this, config, secret);
		const path = String(config.path ?? '').trim();
		const isOurs = routes.add('event', path, listener);
		if (!isOurs) this.status({ fill: 'red', shape: 'ring', text: RED._('status.path-taken') });
		onceStarted(RED, this, async () => {
			if (isOurs) return listener.start();
			const sentence = RED._('log.path-taken', { path: pathOf('event', path) });
			throw new NodeFailure(sentence, 'path_taken');
		});
		this.on('close', (done: () => void) => {
			routes.remove('event', path, listener);
			done();
		});
	}

	RED.nodes.registerType('whatsapp-event-trigger', WhatsAppEventTrigger as never, {
		credentials: { secret: { type: 'password' } },
	});
}
