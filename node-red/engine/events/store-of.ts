import type { Node, NodeAPI } from 'node-red';
import { accountNodeOf, type AccountNode } from '../account-node';
import type { DeliveryStore } from '../ledger/delivery-store';
import { openStore } from '../ledger/open-store';

export interface EventAccount {
	/** Undefined where none is chosen: then every trigger is on. */
	account: AccountNode | undefined;
	store(): DeliveryStore;
}

/** The store of this Node-RED, and the account with the switches, where an event node names one. */
export function eventAccountOf(
	RED: NodeAPI,
	node: Node,
	accountId: string | undefined,
	why: (reason: string) => void,
): EventAccount {
	const account = accountNodeOf(RED, accountId);
	return {
		account,
		store: () => account?.store() ?? openStore(RED, node.context().global, why),
	};
}
