// The demonstration: simulator and a real n8n with credentials, templates and flows in place.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repoRoot } from './paths.mjs';

/** The webhook secret that the demo's ticketing platforms and n8n share. */
const WEBHOOK_SECRET = 'demo-webhook-secret-1234';

const FLOWS = ['registration', 'delivery-status'];

/** Which trigger of the registration flow takes which platform's webhooks. */
export const TRIGGERS = {
	'zoho-backstage': 'Zoho Backstage',
	tito: 'Tito',
	generic: 'Any Other Platform',
};

export async function readFlow(name) {
	return JSON.parse(await readFile(path.join(repoRoot, 'flows/n8n', `${name}.json`), 'utf8'));
}

/**
 * Puts credentials and flows into n8n, publishes them, and points the simulator's ticketing platforms
 * at their triggers. Running it again finds what is there.
 *
 * @returns the workflows by flow name
 */
export async function setUpDemo(n8n, simulatorUrl, say = () => {}) {
	const account = await json(`${simulatorUrl}/sim/credentials`);
	const { event } = await json(`${simulatorUrl}/sim/ticketing`);
	const data = credentialDataOf(account);
	const credentials = {
		whatsAppBusinessApi: await credential(n8n, 'WhatsApp (simulator)', 'whatsAppBusinessApi', data),
		whatsAppEventWebhookApi: await credential(
			n8n,
			'Event webhooks (simulator)',
			'whatsAppEventWebhookApi',
			{
				secret: WEBHOOK_SECRET,
			},
		),
	};
	const existing = await n8n.rest('GET', '/rest/workflows');
	const workflows = {};
	for (const name of FLOWS) {
		const flow = withEvent(await readFlow(name), event);
		const known = existing.find((workflow) => workflow.name === flow.name);
		if (known) {
			workflows[name] = known;
			continue;
		}
		say(`Adding the flow “${flow.name}”`);
		workflows[name] = await n8n.createWorkflow(flow, credentials);
		await n8n.publish(workflows[name]);
	}
	for (const workflow of Object.values(workflows)) await n8n.webhooksReady(workflow);
	await subscribed(account);
	await pointPlatforms(n8n, simulatorUrl, workflows.registration);
	return workflows;
}

/** What the credential WhatsApp Business API asks for, out of the simulator's account. */
export function credentialDataOf(account) {
	const { accessToken, businessAccountId, phoneNumberId, appId } = account;
	const { appSecret, verifyToken, apiUrl, apiVersion } = account;
	return {
		accessToken,
		businessAccountId,
		phoneNumberId,
		appId,
		appSecret,
		verifyToken,
		apiUrl,
		apiVersion,
	};
}

/** n8n registers the trigger's address before it subscribes it: statuses would go nowhere until then. */
async function subscribed({ apiUrl, apiVersion, appId, appSecret }, timeoutMs = 60_000) {
	const address = `${apiUrl}/${apiVersion}/${appId}/subscriptions?access_token=${appId}|${appSecret}`;
	const deadline = Date.now() + timeoutMs;
	while ((await json(address)).data.length === 0) {
		if (Date.now() > deadline) throw new Error('The trigger did not subscribe to WhatsApp in time');
		await sleep(100);
	}
}

async function credential(n8n, name, type, data) {
	return { id: await n8n.createCredential(name, type, data), name };
}

/** The shipped flow leaves the event to its organiser; here the simulator's event is filled in. */
function withEvent(flow, event) {
	const { name, startsAt, timeZone, venue, url } = event;
	const nodes = flow.nodes.map((node) =>
		node.type.endsWith('.whatsAppEventTrigger')
			? {
					...node,
					parameters: {
						...node.parameters,
						event: { name, startsAt, timeZone, venue, url, ticketName: 'General admission' },
					},
				}
			: node,
	);
	return { ...flow, nodes };
}

async function pointPlatforms(n8n, simulatorUrl, registration) {
	const workflow = await n8n.rest('GET', `/rest/workflows/${registration.id}`);
	for (const [platform, nodeName] of Object.entries(TRIGGERS)) {
		const node = workflow.nodes.find(({ name }) => name === nodeName);
		if (!node) continue;
		await json(`${simulatorUrl}/sim/ticketing/${platform}`, 'PUT', {
			target: `${n8n.url}/webhook/${node.webhookId}/webhook`,
			secret: WEBHOOK_SECRET,
		});
	}
}

/** A registration as somebody would make it on the ticketing platform. */
export function registrationOf({ firstName, lastName, phone, ...rest }) {
	const email = `${firstName}.${lastName}@example.com`.toLowerCase();
	return { buyer: { firstName, lastName, email, phone }, ...rest };
}

export const register = async (simulatorUrl, platform, registration) =>
	await json(`${simulatorUrl}/sim/ticketing/${platform}/register`, 'POST', registration);

/** Waits until the first message of this phone has this status; returns the message. */
export async function waitForStatus(simulatorUrl, waId, status, timeoutMs = 60_000) {
	const deadline = Date.now() + timeoutMs;
	while (Date.now() < deadline) {
		const { phones } = await json(`${simulatorUrl}/sim/phones`);
		const message = phones
			.find((phone) => phone.waId === waId)
			?.messages.find((m) => m.direction === 'business');
		if (message?.status === status || message?.status === 'failed') return message;
		await sleep(100);
	}
	throw new Error(`No message of ${status} reached ${waId} within ${timeoutMs / 1000} s`);
}

export async function json(url, method = 'GET', body = undefined) {
	const response = await fetch(url, {
		method,
		...(body === undefined
			? {}
			: { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
	});
	const text = await response.text();
	if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text.slice(0, 500)}`);
	return text === '' ? undefined : JSON.parse(text);
}
