// The demonstration in Node-RED: the shipped flows with the simulator's account and event filled in.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
	credentialDataOf,
	factsOf,
	json,
	pointPlatform,
	subscribed,
	WEBHOOK_SECRET,
} from './demo.mjs';
import { repoRoot } from './paths.mjs';

const FLOWS = [
	'registration',
	'delivery-status',
	'set-up-templates',
	'watch-template-approval',
	'notification',
];

/** WhatsApp calls one address per app: this trigger hears through the link of Delivery status. */
const WITHOUT_ADDRESS = 'wt-trigger';

/** Addresses of earlier starts: those of another machine are the user's own. */
const OF_A_DEMO = /^http:\/\/127\.0\.0\.1:\d+/;

export async function readFlow(name) {
	const file = path.join(repoRoot, 'flows/node-red', `${name}.json`);
	return JSON.parse(await readFile(file, 'utf8'));
}

/**
 * Puts the flows into Node-RED the first time, brings their addresses up to date each time, and points the
 * simulator's ticketing platforms at their triggers. What somebody has changed in the flows stays.
 *
 * @param nodeRed what `startNodeRed` returned
 * @returns the flows as they are deployed
 */
export async function setUpDemo(nodeRed, simulatorUrl) {
	const account = await json(`${simulatorUrl}/sim/credentials`);
	const { event } = await json(`${simulatorUrl}/sim/ticketing`);
	const { flows: present } = await nodeRed.RED.runtime.flows.getFlows({});
	const isNew = !present.some(({ type }) => type.startsWith('whatsapp-'));
	const flows = isNew ? await shippedFlows(event) : present;
	const filled = flows.map((node) => filledIn(node, account, nodeRed.url, isNew));
	await nodeRed.deploy(filled);
	await subscribed(account);
	for (const { type, platform, path: end } of filled) {
		if (type !== 'whatsapp-event-trigger') continue;
		await pointPlatform(simulatorUrl, platform, `${nodeRed.url}/whatsapp-events/event/${end}`);
	}
	return filled;
}

/** All flows in one: the account they share stands in each of their files. */
async function shippedFlows(event) {
	const nodes = (await Promise.all(FLOWS.map(readFlow))).flat();
	const byId = new Map(nodes.map((node) => [node.id, node]));
	return [...byId.values()].map((node) =>
		node.type === 'whatsapp-event-trigger' ? { ...node, event: factsOf(event) } : node,
	);
}

function filledIn(node, account, nodeRedUrl, isNew) {
	if (node.type === 'whatsapp-account' && (isNew || OF_A_DEMO.test(node.apiUrl))) {
		const { accessToken, appSecret, verifyToken, ...fields } = credentialDataOf(account);
		return { ...node, ...fields, credentials: { accessToken, appSecret, verifyToken } };
	}
	if (
		node.type === 'whatsapp-business-trigger' &&
		node.id !== WITHOUT_ADDRESS &&
		(isNew || OF_A_DEMO.test(node.publicUrl ?? ''))
	) {
		return { ...node, publicUrl: nodeRedUrl };
	}
	// Shipped without a number, so that nobody writes to a stranger; here it is one of the simulator's phones.
	if (isNew && node.id === 'reg-try') {
		return {
			...node,
			payload: node.payload.replaceAll('"phone":""', '"phone":"+81 90-1234-5678"'),
		};
	}
	if (isNew && node.type === 'whatsapp-event-trigger') {
		return { ...node, credentials: { secret: WEBHOOK_SECRET } };
	}
	return node;
}
