import type { Node, NodeAPI } from 'node-red';
import type { GuardVerdict, PlannedMessage } from '../../../core/messages/send-guard';

/** A Check Credits node, as Send Template and Notification ask it before they send. */
export interface CreditGuardNode extends Node {
	guardPlanned(planned: readonly PlannedMessage[]): Promise<GuardVerdict>;
}

/** The Check Credits node somebody chose; undefined where none is, or where it was deleted. */
export function guardNodeOf(RED: NodeAPI, id: unknown): CreditGuardNode | undefined {
	const node = typeof id === 'string' && id !== '' ? RED.nodes.getNode(id) : null;
	return (node as CreditGuardNode | null)?.guardPlanned ? (node as CreditGuardNode) : undefined;
}
