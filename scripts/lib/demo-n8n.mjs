// The demonstration in n8n: credentials and flows in place, the simulator's platforms pointed at them.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { credentialDataOf, json, subscribed, WEBHOOK_SECRET } from './demo.mjs';
import {
	calledByDeliveryStatus,
	callingSendWhatWaits,
	callingWatchAccount,
	pointStripe,
	stripeCredentials,
	withSimulatedStripe,
} from './demo-n8n-credits.mjs';
import { forEveryPlatform, isEventTrigger } from './demo-n8n-flows.mjs';
import { ACTIONS_OF_FLOW, connect, disconnect, heardBy, readPlatforms } from './demo-platforms.mjs';
import { repoRoot } from './paths.mjs';

/**
 * The shipped flows, and whether they are published: those for templates are run by hand, and WhatsApp reports
 * to one trigger only.
 */
const FLOWS = {
	...Object.fromEntries(Object.keys(ACTIONS_OF_FLOW).map((name) => [name, { published: true }])),
	switchboard: { published: true },
	// Each before the flow that calls it.
	'send-what-waits': { published: true },
	'watch-account': { published: true },
	'delivery-status': { published: true },
	notification: { published: true },
	'buy-credits': { published: true },
	'low-credit-alert': { published: true },
	'credits-page': { published: true },
	// WhatsApp reports to one trigger only: that of “Delivery status”, which writes opt-outs down as well.
	'opt-outs': { published: false },
	'forward-replies': { published: false },
	'forget-a-person': { published: false },
	'set-up-templates': { published: false },
	'watch-template-approval': { published: false },
};

export async function readFlow(name) {
	return JSON.parse(await readFile(path.join(repoRoot, 'flows/n8n', `${name}.json`), 'utf8'));
}

/**
 * Puts credentials and flows into n8n, publishes those that run by themselves, and points the simulator's ticketing platforms
 * at their triggers. Running it again finds what is there.
 *
 * @returns the workflows by flow name
 */
export async function setUpDemo(n8n, simulatorUrl, say = () => {}) {
	const account = await json(`${simulatorUrl}/sim/credentials`);
	const { event } = await json(`${simulatorUrl}/sim/ticketing`);
	const platforms = await known(n8n, await readPlatforms(simulatorUrl));
	const credentials = {
		whatsAppBusinessApi: await credential(
			...[n8n, 'WhatsApp (simulator)', 'whatsAppBusinessApi'],
			credentialDataOf(account),
		),
		...(await stripeCredentials(simulatorUrl, async (...given) => await credential(n8n, ...given))),
	};
	const credentialsOf = await platformCredentials(n8n, platforms);
	const existing = await n8n.rest('GET', '/rest/workflows');
	const workflows = {};
	for (const [name, { published }] of Object.entries(FLOWS)) {
		const shipped = await readFlow(name);
		const flow =
			name in ACTIONS_OF_FLOW
				? forEveryPlatform(name, shipped, { platforms, credentialsOf, event })
				: forDemo(name, shipped, { simulatorUrl, workflows });
		const before = existing.find((workflow) => workflow.name === flow.name);
		if (before) {
			workflows[name] = before;
			continue;
		}
		say(`Adding the flow “${flow.name}”`);
		workflows[name] = await n8n.createWorkflow(flow, credentials);
		if (published) await n8n.publish(workflows[name]);
	}
	for (const [name, workflow] of Object.entries(workflows)) {
		if (FLOWS[name].published) await n8n.webhooksReady(workflow);
	}
	await subscribed(account);
	await pointStripe(simulatorUrl, n8n.url);
	await pointPlatforms(n8n, simulatorUrl, workflows, platforms);
	return workflows;
}

/** A flow of one trigger as the demonstration runs it. */
function forDemo(name, flow, { simulatorUrl, workflows }) {
	switch (name) {
		case 'buy-credits':
			return withSimulatedStripe(flow, simulatorUrl);
		case 'watch-account':
			return callingSendWhatWaits(calledByDeliveryStatus(flow), workflows['send-what-waits'].id);
		case 'delivery-status':
			return callingWatchAccount(flow, workflows['watch-account'].id);
		default:
			return flow;
	}
}

/** Of the simulator's platforms those that the nodes know. */
async function known(n8n, platforms) {
	const name = 'n8n-nodes-whatsapp-events.whatsAppEventMessages';
	const [{ properties }] = await n8n.rest('POST', '/rest/node-types', {
		nodeInfos: [{ name, version: 1 }],
	});
	const { options } = properties.find((property) => property.name === 'source');
	return platforms.filter(({ id }) => options.some(({ value }) => value === id));
}

async function credential(n8n, name, type, data) {
	return { id: await n8n.createCredential(name, type, data), name };
}

/** For each platform what proves its webhooks, and what its API wants to see. */
async function platformCredentials(n8n, platforms) {
	const all = {};
	for (const { id, name, api, asked } of platforms) {
		all[id] = {
			whatsAppEventWebhookApi: await credential(
				...[n8n, `Webhooks of ${name} (simulator)`, 'whatsAppEventWebhookApi'],
				{ secret: WEBHOOK_SECRET, ...(api && { apiAddress: api.url, apiToken: api.token }) },
			),
		};
		if (asked.length === 0) continue;
		const scheme = id === 'zoho-backstage' ? 'Zoho-oauthtoken' : 'Token';
		all[id].httpHeaderAuth = await credential(
			...[n8n, `API of ${name} (simulator)`, 'httpHeaderAuth'],
			{ name: 'Authorization', value: `${scheme} ${api.token}` },
		);
	}
	return all;
}

async function pointPlatforms(n8n, simulatorUrl, workflows, platforms) {
	for (const platform of platforms) await disconnect(simulatorUrl, platform);
	for (const flow of Object.keys(ACTIONS_OF_FLOW)) {
		const { nodes } = await n8n.rest('GET', `/rest/workflows/${workflows[flow].id}`);
		for (const platform of platforms.filter((one) => heardBy(flow, one).length > 0)) {
			const trigger = nodes.find(
				(node) => isEventTrigger(node) && node.parameters.platform === platform.id,
			);
			if (!trigger) continue;
			await connect(
				simulatorUrl,
				platform,
				flow,
				`${n8n.url}/webhook/${trigger.webhookId}/webhook`,
			);
		}
	}
}
