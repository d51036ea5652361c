// The demonstration in n8n: credentials and flows in place, the simulator's platforms pointed at them.
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

/**
 * The shipped flows, and whether they are published: those for templates are run by hand, and WhatsApp reports
 * to one trigger only.
 */
const FLOWS = {
	registration: { published: true },
	'delivery-status': { published: true },
	'set-up-templates': { published: false },
	'watch-template-approval': { published: false },
};

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
 * Puts credentials and flows into n8n, publishes those that run by themselves, and points the simulator's ticketing platforms
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
	for (const [name, { published }] of Object.entries(FLOWS)) {
		const flow = withEvent(await readFlow(name), event);
		const known = existing.find((workflow) => workflow.name === flow.name);
		if (known) {
			workflows[name] = known;
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
	await pointPlatforms(n8n, simulatorUrl, workflows.registration);
	return workflows;
}

async function credential(n8n, name, type, data) {
	return { id: await n8n.createCredential(name, type, data), name };
}

/** The shipped flow leaves the event to its organiser; here the simulator's event is filled in. */
function withEvent(flow, event) {
	const nodes = flow.nodes.map((node) =>
		node.type.endsWith('.whatsAppEventTrigger')
			? {
					...node,
					parameters: {
						...node.parameters,
						event: factsOf(event),
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
		await pointPlatform(simulatorUrl, platform, `${n8n.url}/webhook/${node.webhookId}/webhook`);
	}
}
