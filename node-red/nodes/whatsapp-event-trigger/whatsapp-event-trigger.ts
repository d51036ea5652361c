import type { Node, NodeAPI, NodeDef } from 'node-red';
import {
	NodeFailure,
	onceStarted,
	pathOf,
	WebhookRoutes,
	type BodySource,
	type EventFields,
} from '../../engine';
import { EventListener } from './event-listener';

export interface EventTriggerConfig extends NodeDef, EventFields {
	platform: string;
	path: string;
	/** Whose switches count; without one every trigger is on. */
	account?: string;
	/** Where the platform's API is, if not at its usual place. */
	apiAddress?: string;
}

export interface EventTriggerCredentials {
	secret?: string;
	/** For platforms whose webhooks carry numbers only. */
	apiToken?: string;
}

/** `whatsapp-event-trigger`: outputs Messages and Left Out. */
export default function (RED: NodeAPI): void {
	function WhatsAppEventTrigger(this: Node, config: EventTriggerConfig) {
		RED.nodes.createNode(this, config);
		const routes = WebhookRoutes.of(RED);
		const credentials = (this.credentials ?? {}) as EventTriggerCredentials;
		const listener = new EventListener(RED, this, config, credentials);
		(this as BodySource).lastBody = () => listener.lastBody.read();
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
		credentials: { secret: { type: 'password' }, apiToken: { type: 'password' } },
	});
}
