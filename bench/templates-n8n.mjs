// The lists of templates as n8n's editor asks for them, and Apply in a real run.
import { setTimeout as sleep } from 'node:timers/promises';
import { postOnceReady } from './run-flow.mjs';
import { counted, fillUp, listLine, median, searched } from './template-account.mjs';

const PACKAGE = 'n8n-nodes-whatsapp-events';
const MANAGE = { type: `${PACKAGE}.whatsAppManageTemplate`, typeVersion: 1 };
/** Beyond this a list that is opened is read again: each node's first load is its own. */
const UNTIL_STALE_MS = 6000;

/** What the editor sends with every question about a parameter. */
const question = (type, version, currentNodeParameters, credentials) => ({
	path: 'parameters.template',
	nodeTypeAndVersion: { name: type, version },
	currentNodeParameters,
	credentials,
});

/** One list of a node: `ask` puts the editor's question, with what is typed or the next page. */
const listOf = ({ n8n, credentials }, node, methodName, parameters) => {
	const { whatsAppBusinessApi } = credentials;
	const template = { __rl: true, mode: 'list', value: '' };
	const all = { ...parameters, template, options: {} };
	const asked = question(`${PACKAGE}.${node}`, 1, all, { whatsAppBusinessApi });
	return async (more) =>
		await n8n.rest('POST', '/rest/dynamic-node-parameters/resource-locator-results', {
			...asked,
			methodName,
			...more,
		});
};

export async function listInN8n(stage, node, parameters) {
	const { simulator } = stage;
	const ask = listOf(stage, node, 'searchTemplates', parameters);
	await sleep(UNTIL_STALE_MS);
	const first = await counted(simulator, async () => await ask({}));
	const shown = new Set(first.result.results.map(({ value }) => value));
	for (let token = first.result.paginationToken; token;) {
		const page = await ask({ paginationToken: token });
		for (const { value } of page.results) shown.add(value);
		token = page.paginationToken === token ? undefined : page.paginationToken;
	}
	const { result: searches, requests } = await counted(simulator, async () => await search(ask));
	return listLine({
		name: node === 'whatsAppSendTemplate' ? 'templates-n8n-send' : 'templates-n8n-manage',
		...{ shown: shown.size, firstLoadMs: first.ms, firstLoadRequests: first.requests },
		...{ searches, searchRequests: requests, more: { n8nMs: await n8nAlone(stage) } },
	});
}

async function search(ask) {
	const searches = [];
	for (const filter of searched) {
		const began = performance.now();
		const { results } = await ask({ filter });
		const found = results.map(({ value }) => value.split(':')[0]);
		searches.push({ ms: performance.now() - began, found });
	}
	return searches;
}

/** The same question about a list that no account is read for: what n8n itself takes for any of them. */
async function n8nAlone(stage) {
	const ask = listOf(stage, 'whatsAppManageTemplate', 'searchReadyMade', { operation: 'apply' });
	return Math.round(median((await search(ask)).map(({ ms }) => ms)));
}

/** The list of n8n's own node: it is searched in the browser, among what this one answer has. */
export async function builtInList({ n8n, simulator, credentials }) {
	const { whatsAppApi } = credentials;
	const parameters = { resource: 'message', operation: 'sendTemplate', template: '' };
	const asked = question('n8n-nodes-base.whatsApp', 1.1, parameters, { whatsAppApi });
	const first = await counted(
		simulator,
		async () =>
			await n8n.rest('POST', '/rest/dynamic-node-parameters/options', {
				...asked,
				// n8n looks the routing up by the path, and wants to hear only that there is one.
				loadOptions: { routing: {} },
			}),
	);
	const shown = new Set(first.result.map(({ value }) => value));
	const found = searched.filter((name) => shown.has(`${name}|en`)).length;
	return {
		line: {
			...{ name: 'templates-builtin', shown: shown.size, firstLoadMs: first.ms },
			...{ firstLoadRequests: first.requests, of: simulator.control.templates().length, found },
		},
		details: {},
	};
}

/** The ready-made templates, applied where all of them are in the account as they should be. */
export async function applyInN8n({ n8n, simulator, credentials }) {
	const flow = applyFlow({ whatsAppBusinessApi: credentials.whatsAppBusinessApi });
	await n8n.publish(await n8n.createWorkflow(flow));
	const address = `${n8n.url}/webhook/${flow.nodes[0].parameters.path}`;
	await postOnceReady(address);
	fillUp(simulator);
	const run = await counted(simulator, async () => await (await postOnceReady(address)).json());
	return applyLine('templates-n8n-apply', simulator, run, run.result);
}

/**
 * @param results what the node said, one for each definition
 */
export function applyLine(name, { control }, { ms, requests, changes }, results) {
	const unchanged = results.filter(({ outcome }) => outcome === 'unchanged').length;
	const ok = changes === 0 && unchanged === results.length && unchanged > 0;
	return {
		line: {
			...{ name, definitions: results.length, unchanged, of: control.templates().length },
			...{ ms, requests, changes, ok },
		},
		details: {},
	};
}

/** Webhook, Get Ready-Made Templates, Apply; answered with the results when all is done. */
function applyFlow(credentials) {
	const name = 'bench-apply';
	const steps = {
		Start: {
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2.1,
			parameters: {
				...{ httpMethod: 'POST', path: name, options: {} },
				...{ responseMode: 'lastNode', responseData: 'allEntries' },
			},
			webhookId: name,
		},
		'Ready-Made': { ...MANAGE, parameters: { operation: 'getReadyMade', options: {} } },
		Apply: {
			...MANAGE,
			credentials,
			parameters: {
				...{ operation: 'apply', definitionFrom: 'item' },
				...{ definitionJson: '={{ $json.definition ?? $json }}', options: {} },
			},
		},
	};
	const names = Object.keys(steps);
	const to = (node) => ({ main: [[{ node, type: 'main', index: 0 }]] });
	return {
		name: `Benchmark: ${name}`,
		nodes: names.map((step, at) => ({
			...{ id: `${name}-${at}`, name: step, position: [at * 240, 0] },
			...steps[step],
		})),
		connections: { Start: to('Ready-Made'), 'Ready-Made': to('Apply') },
		settings: { executionOrder: 'v1' },
	};
}
