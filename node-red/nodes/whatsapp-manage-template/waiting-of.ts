import type { Node } from 'node-red';
import {
	manageSettings,
	manageTemplates,
	OpenRequests,
	templateResultFields,
	type AccountNode,
	type TemplateResult,
	type WaitingTemplate,
} from '../../engine';
import type { ManageTemplateConfig } from './config';
import { isGood } from './decision';
import { portsOf } from './ports-of';
import { Waiting, type WaitingOptions } from './waiting';

const MINUTE_MS = 60_000;

const above0 = (value: unknown, otherwise: number) =>
	Number(value) > 0 ? Number(value) : otherwise;

/** The waiting of one node: asks with Get Status, and sends out of the node's own outputs. */
export function waitingOf(
	node: Node,
	config: ManageTemplateConfig,
	account: AccountNode,
	onChange: WaitingOptions['onChange'],
): Waiting {
	return new Waiting({
		node,
		account,
		store: () => account.store().templates().waits,
		everyMs: above0(config.waitMinutes, 5) * MINUTE_MS,
		patienceMs: above0(config.waitHours, 48) * 60 * MINUTE_MS,
		ask: async (entries) => await ask(config, account, entries),
		send: ({ msg, result: { input } }, result) => {
			const out = { ...msg, payload: templateResultFields(result, input) };
			node.send((isGood(result) ? [out, null] : [null, out]) as never);
		},
		onChange,
	});
}

async function ask(
	config: ManageTemplateConfig,
	account: AccountNode,
	entries: readonly WaitingTemplate[],
): Promise<TemplateResult[]> {
	const results: TemplateResult[] = [];
	await manageTemplates(
		{
			operation: 'getStatus',
			account: account.account,
			settings: manageSettings({ ...config }),
			count: entries.length,
			input: (index) => ({ template: entries[index]?.name, language: entries[index]?.language }),
			report: (index, result) => (results[index] = result),
		},
		portsOf(account, new OpenRequests()),
	);
	return results;
}
