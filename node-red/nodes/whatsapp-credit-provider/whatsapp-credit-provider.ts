import type { NodeAPI, NodeDef } from 'node-red';
import { accessOf, providerCredentials, PROVIDER_TYPE, type ProviderNode } from '../../engine';

interface ProviderConfig extends NodeDef {
	provider?: string;
}

/** `whatsapp-credit-provider`: access to whoever one pays, where that is not Meta. */
export default function (RED: NodeAPI): void {
	function WhatsAppCreditProvider(this: ProviderNode, config: ProviderConfig) {
		RED.nodes.createNode(this, config);
		const stored = (this.credentials ?? {}) as Record<string, unknown>;
		this.access = accessOf(config.provider ?? '', stored);
	}

	RED.nodes.registerType(PROVIDER_TYPE, WhatsAppCreditProvider as never, {
		credentials: providerCredentials(),
	});
}
