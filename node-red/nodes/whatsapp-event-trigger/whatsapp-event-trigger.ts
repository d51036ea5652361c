import type { Node, NodeAPI, NodeDef } from 'node-red';
import { inBackground, pathOf, WebhookRoutes, type EventFields } from '../../engine';
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
		if (!routes.add('event', path, listener)) {
			this.status({
				fill: 'red',
				shape: 'ring',
				text: RED._('status.path-taken'),
			});
			this.error(RED._('log.path-taken', { path: pathOf('event', path) }), {});
		} else inBackground(this, async () => listener.start());
		this.on('close', (done: () => void) => {
			routes.remove('event', path, listener);
			done();
		});
	}

	RED.nodes.registerType('whatsapp-event-trigger', WhatsAppEventTrigger as never, {
		credentials: { secret: { type: 'password' } },
	});
}
