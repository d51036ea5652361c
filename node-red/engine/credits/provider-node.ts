import type { Node, NodeAPI } from 'node-red';
import type { ProviderAccess } from './provider-access';

/** The config node, as Check Credits uses it. */
export interface ProviderNode extends Node {
	access: ProviderAccess;
}

/** The provider a node refers to; undefined where none is chosen, or where it was deleted. */
export function providerNodeOf(RED: NodeAPI, id: unknown): ProviderNode | undefined {
	const node = typeof id === 'string' && id !== '' ? RED.nodes.getNode(id) : null;
	return (node as ProviderNode | null)?.access ? (node as ProviderNode) : undefined;
}
