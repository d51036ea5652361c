// Buying credits and watching the account in the demonstration: the simulator's Stripe in place of the real one.
import { json } from './demo.mjs';

const PACKAGE = 'n8n-nodes-whatsapp-events';

/** n8n's own credential for Stripe, and ours that proves Stripe's webhooks. */
export async function stripeCredentials(simulatorUrl, credential) {
	const { secretKey, endpoint } = await json(`${simulatorUrl}/sim/stripe`);
	return {
		stripeApi: await credential('Stripe (simulator)', 'stripeApi', { secretKey }),
		whatsAppCreditProviderApi: await credential(
			...['Payments with Stripe (simulator)', 'whatsAppCreditProviderApi'],
			{ provider: 'stripe', stripeWebhookSecret: endpoint.secret },
		),
	};
}

/** Lets the simulator's Stripe report payments to the flow. */
export const pointStripe = async (simulatorUrl, n8nUrl) =>
	await json(`${simulatorUrl}/sim/stripe/endpoint`, 'PUT', {
		url: `${n8nUrl}/webhook/whatsapp-credits-stripe`,
	});

/** The flow asks the simulator for a payment: the address stands in its step Settings. */
export const withSimulatedStripe = (flow, simulatorUrl) =>
	changed(flow, 'Settings', ({ assignments: { assignments } }) => ({
		assignments: {
			assignments: assignments.map((one) =>
				one.name === 'stripe' ? { ...one, value: simulatorUrl } : one,
			),
		},
	}));

/** WhatsApp reports to one trigger only: the one of "Delivery status" calls this flow, as its note says. */
export function calledByDeliveryStatus(flow) {
	const { 'WhatsApp Business Trigger': _trigger, ...connections } = flow.connections;
	const nodes = flow.nodes.filter(({ type }) => type !== `${PACKAGE}.whatsAppBusinessTrigger`);
	return { ...flow, nodes, connections };
}

/** What waits goes as soon as the account can send again: the step that is switched off until one has chosen the flow. */
export const callingSendWhatWaits = (flow, workflowId) => ({
	...flow,
	nodes: flow.nodes.map(({ disabled, ...node }) =>
		node.name === 'Send What Waits'
			? {
					...node,
					parameters: {
						...node.parameters,
						workflowId: { __rl: true, mode: 'id', value: workflowId },
					},
				}
			: { ...node, ...(disabled ? { disabled } : {}) },
	),
});

/** The outputs Templates and Account of "Delivery status", and what failed, go to the flow that watches the account, too. */
export function callingWatchAccount(flow, workflowId) {
	const name = 'Watch Account';
	const step = {
		...{ id: 'watch-account', name, type: 'n8n-nodes-base.executeWorkflow', typeVersion: 1.2 },
		position: [680, 840],
		parameters: {
			workflowId: { __rl: true, mode: 'id', value: workflowId },
			workflowInputs: { mappingMode: 'defineBelow', value: {}, matchingColumns: [], schema: [] },
			options: { waitForSubWorkflow: false },
		},
	};
	const { main } = flow.connections['WhatsApp Business Trigger'];
	const toIt = { node: name, type: 'main', index: 0 };
	const outputs = main.map((links, output) => (output < 2 ? links : [...links, toIt]));
	const [failed, ...others] = flow.connections['Failed?'].main;
	return {
		...flow,
		nodes: [...flow.nodes, step],
		connections: {
			...flow.connections,
			'WhatsApp Business Trigger': { main: outputs },
			'Failed?': { main: [[...failed, toIt], ...others] },
		},
	};
}

const changed = (flow, name, change) => ({
	...flow,
	nodes: flow.nodes.map((node) =>
		node.name === name
			? { ...node, parameters: { ...node.parameters, ...change(node.parameters) } }
			: node,
	),
});
