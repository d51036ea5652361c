import type { Node, NodeAPI } from 'node-red';
import {
	accountHashKey,
	creditGuard,
	healthCache,
	nodeLogger,
	paces,
	refusingLedger,
	sendingStates,
	sendRun,
	systemClock,
	templateCache,
	type AccountNode,
	type ClaimGate,
	type DeliveryLedger,
	type ItemRequest,
	type OpenRequests,
	type Result,
	type RunSettings,
} from '../../engine';
import type { SendTemplateConfig } from './config';

const DAY_MS = 24 * 60 * 60_000;

export interface BatchOfNode {
	RED: NodeAPI;
	node: Node;
	config: SendTemplateConfig;
	account: AccountNode;
	gate: ClaimGate;
	/** Somebody may have changed a template before deploying: it is read afresh. */
	deployedAt: number;
	settings: RunSettings;
	count: number;
	request(index: number): Promise<ItemRequest>;
	report(index: number, result: Result): void;
	requests: OpenRequests;
	isStopped(): boolean;
}

/** One run of core, with what this Node-RED has. */
export async function sendBatch(batch: BatchOfNode): Promise<void> {
	const { RED, node, config, account, gate, settings, requests, isStopped } = batch;
	const { hashKey, ledger } = await deliveries(account, settings.sendAgain);
	const optOuts = { has: async (person: string) => await account.store().optOuts().has(person) };
	await sendRun(
		{
			account: account.account,
			...{ settings, hashKey, optOuts },
			count: batch.count,
			request: async (index) => await batch.request(index),
			report: (index, result) => batch.report(index, result),
			templatesNotBefore: batch.deployedAt,
			guard: creditGuard(RED, account, config.creditCheck),
		},
		{
			transport: account.transport(requests),
			clock: systemClock,
			logger: nodeLogger(node),
			...{ paces, templates: templateCache, states: sendingStates, health: healthCache },
			ledger: () => gate.to(ledger),
			isStopped,
		},
	);
}

/** Where what was sent is looked up. A store that cannot be read refuses every claim, and so every message. */
async function deliveries(
	account: AccountNode,
	sendAgain: boolean,
): Promise<{ hashKey: string; ledger: DeliveryLedger }> {
	const store = account.store();
	const rememberMs = account.rememberDays * DAY_MS;
	try {
		const hashKey = await accountHashKey(account);
		return { hashKey, ledger: store.ledger({ rememberMs, sendAgain }) };
	} catch (error) {
		return { hashKey: 'none', ledger: refusingLedger(error) };
	}
}
