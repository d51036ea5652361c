// The demonstration in Node-RED: the shipped flows with the simulator's account and event filled in.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { credentialDataOf, json, subscribed } from './demo.mjs';
import { forEveryPlatform, heardThrough } from './demo-node-red-flows.mjs';
import { ACTIONS_OF_FLOW, connect, disconnect, readPlatforms } from './demo-platforms.mjs';
import { repoRoot } from './paths.mjs';

const FLOWS = [
	...Object.keys(ACTIONS_OF_FLOW),
	'delivery-status',
	'set-up-templates',
	'watch-template-approval',
	'notification',
	'opt-outs',
	'forward-replies',
	'forget-a-person',
	'buy-credits',
	'watch-account',
	'low-credit-alert',
	'credits-page',
];

/** WhatsApp calls one address per app: these triggers hear through the links of Delivery status. */
const WITHOUT_ADDRESS = ['wt-trigger', 'wac-trigger', 'oo-trigger', 'fr-trigger'];

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
	const platforms = await known(nodeRed, await readPlatforms(simulatorUrl));
	const flows = isNew ? await shippedFlows({ event, platforms }) : present;
	const stripe = await stripeOf(nodeRed, simulatorUrl);
	const filled = flows
		.map((node) => filledIn(node, account, nodeRed.url, isNew))
		.map((node) => payingWith(node, stripe))
		.map((node) => (isNew ? ofOwnCredits(node) : node));
	await nodeRed.deploy(filled);
	await subscribed(account);
	await pointPlatforms(nodeRed, simulatorUrl, filled, platforms);
	return filled;
}

/** The simulator's Stripe, which from now on tells this Node-RED of payments. */
async function stripeOf(nodeRed, simulatorUrl) {
	const { secretKey } = await json(`${simulatorUrl}/sim/stripe`);
	const { endpoint } = await json(`${simulatorUrl}/sim/stripe/endpoint`, 'PUT', {
		url: `${nodeRed.url}/whatsapp-events/payment/buy-credits`,
	});
	return { secretKey, secret: endpoint.secret, url: `${simulatorUrl}/sim/stripe` };
}

/** The flow that buys credits, with the simulator in place of Stripe; one that leads to Stripe itself stays. */
function payingWith(node, { secretKey, secret, url }) {
	switch (node.id) {
		case 'whatsapp-events-buy-credits': {
			const env = node.env.map((one) =>
				one.name === 'STRIPE_ADDRESS' && (one.value === REAL_STRIPE || OF_A_DEMO.test(one.value))
					? { ...one, value: url }
					: one,
			);
			return { ...node, env };
		}
		case 'buy-stripe':
			return node.credentials ? node : { ...node, credentials: { password: secretKey } };
		case 'whatsapp-events-stripe':
			return node.credentials ? node : { ...node, credentials: { stripe_webhookSecret: secret } };
		default:
			return node;
	}
}

/** Bought are credits of one's own, so the page and the alert have to count them, too. */
const ofOwnCredits = (node) =>
	['cp-page', 'low-guard'].includes(node.id) ? { ...node, balanceFrom: 'prepaid' } : node;

const REAL_STRIPE = 'https://api.stripe.com';

/** Of the simulator's platforms those that the nodes know. */
async function known(nodeRed, platforms) {
	const catalogue = await json(`${nodeRed.url}/whatsapp-events/catalogue`);
	return platforms.filter(({ id }) => catalogue.platforms.some((platform) => platform.id === id));
}

/** Sends each platform's webhooks to the triggers that are there for them. */
async function pointPlatforms(nodeRed, simulatorUrl, flows, platforms) {
	for (const platform of platforms) await disconnect(simulatorUrl, platform);
	for (const node of flows.filter(({ type }) => type === 'whatsapp-event-trigger')) {
		const heard = heardThrough(node);
		const platform = platforms.find(({ id }) => id === heard?.platformId);
		if (!platform) continue;
		const address = `${nodeRed.url}/whatsapp-events/event/${node.path}`;
		await connect(simulatorUrl, platform, heard.flow, address);
	}
}

/** All flows in one: the account they share stands in each of their files. */
async function shippedFlows(demo) {
	const flows = await Promise.all(
		FLOWS.map(async (name) => forEveryPlatform(name, await readFlow(name), demo)),
	);
	const byId = new Map(flows.flat().map((node) => [node.id, node]));
	return [...byId.values()];
}

function filledIn(node, account, nodeRedUrl, isNew) {
	if (node.type === 'whatsapp-account' && (isNew || OF_A_DEMO.test(node.apiUrl))) {
		const { accessToken, appSecret, verifyToken, ...fields } = credentialDataOf(account);
		return { ...node, ...fields, credentials: { accessToken, appSecret, verifyToken } };
	}
	if (
		node.type === 'whatsapp-business-trigger' &&
		!WITHOUT_ADDRESS.includes(node.id) &&
		(isNew || OF_A_DEMO.test(node.publicUrl ?? ''))
	) {
		return { ...node, publicUrl: nodeRedUrl };
	}
	// Shipped without a number, so that nobody writes to a stranger; here it is one of the simulator's phones.
	if (isNew && node.type === 'inject' && node.payload) {
		return {
			...node,
			payload: node.payload.replaceAll('"phone":""', '"phone":"+81 90-1234-5678"'),
		};
	}
	return node;
}
