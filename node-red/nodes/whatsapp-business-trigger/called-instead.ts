import type { NodeAPI, NodeDef } from 'node-red';
import type { BusinessTriggerConfig } from './config';

interface Flow extends NodeDef {
	label?: string;
	disabled?: boolean;
}

type Trigger = BusinessTriggerConfig & { d?: boolean };

/**
 * The flow whose trigger has the address for WhatsApp, in place of one without: of the same account, in this Node-RED.
 * Of several flows that could each run alone, one is called; links bring its updates to the others.
 */
export function calledInstead(RED: NodeAPI, { id, account }: NodeDef & { account: string }) {
	const flows = new Map<string, Flow>();
	const triggers: Trigger[] = [];
	RED.nodes.eachNode((node) => {
		if (node.type === 'tab') flows.set(node.id, node as Flow);
		if (node.type === 'whatsapp-business-trigger') triggers.push(node as Trigger);
	});
	const called = triggers.find(
		(other) =>
			other.id !== id &&
			other.account === account &&
			Boolean(other.publicUrl?.trim()) &&
			other.d !== true &&
			flows.get(other.z)?.disabled !== true,
	);
	return called && (flows.get(called.z)?.label || called.name || called.path);
}
