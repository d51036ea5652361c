import type { Node, NodeAPI } from 'node-red';
import type { Account } from '../../core/account/account';
import { HealthCache } from '../../core/account/health-cache';
import { Paces } from '../../core/messages/pace';
import type { SwitchRow } from '../../core/events/switches';
import type { Transport } from '../../core/ports';
import { TemplateCache } from '../../core/templates/template-cache';
import { systemClock } from './clock';
import type { DeliveryStore } from './ledger/delivery-store';
import type { OpenRequests } from './transport';

/** Type of the config node every other node of this package refers to. */
export const ACCOUNT_TYPE = 'whatsapp-account';

/** The config node, as the other nodes use it: it owns the connections and the store. */
export interface AccountNode extends Node {
	account: Account;
	/** Days for which what was sent is remembered. */
	rememberDays: number;
	/** Which automatic triggers are on, for all events and for single ones. */
	switches: SwitchRow[];
	transport(requests?: OpenRequests): Transport;
	store(): DeliveryStore;
}

/**
 * Key of the recipients' hashes for an account: the same for sending, for opt-outs and for what a
 * notification remembers, so that a person is the same in all of them.
 */
export const accountHashKey = async ({ account, store }: AccountNode): Promise<string> =>
	`${await store().hashKey()}/${account.businessAccountId}`;

/** One pace per sending number, and templates believed for minutes: of the process, not of a deployment. */
export const paces = new Paces();

export const templateCache = new TemplateCache(systemClock);

/** The health of accounts read within the last minute. */
export const healthCache = new HealthCache(systemClock);

/** The account a node refers to; undefined where none is chosen, or where it was deleted. */
export function accountNodeOf(RED: NodeAPI, id: string | undefined): AccountNode | undefined {
	const node = id ? RED.nodes.getNode(id) : null;
	return (node as AccountNode | null)?.account ? (node as AccountNode) : undefined;
}
