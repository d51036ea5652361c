// The flows under test: a webhook starts, a Code node makes the recipients, one node sends.

/** Approved, with positional variables: n8n's built-in node knows no named ones. */
export const TEMPLATE = { name: 'order_update_positional', language: 'en_US' };

const FIRST_RECIPIENT = 819_010_000_000;

/** Digits of the recipients' numbers. */
export const recipients = (count) =>
	Array.from({ length: count }, (_, index) => String(FIRST_RECIPIENT + index));

const makeRecipients = (count) => ({
	type: 'n8n-nodes-base.code',
	typeVersion: 2,
	parameters: {
		jsCode: `return Array.from({ length: ${count} }, (_, i) => ({ json: {
	to: '+' + (${FIRST_RECIPIENT} + i), name: 'Guest ' + i, order: 'A' + i, state: 'paid',
} }));`,
	},
});

/** A flow that one POST to `/webhook/<path>` starts; the answer does not wait for it. */
export function sendingFlow(name, count, node) {
	const start = {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2.1,
		parameters: { httpMethod: 'POST', path: name, responseMode: 'onReceived', options: {} },
		webhookId: name,
	};
	const steps = { Start: start, Recipients: makeRecipients(count), 'Under Test': node };
	const names = Object.keys(steps);
	return {
		name: `Benchmark: ${name}`,
		nodes: names.map((step, index) => ({
			id: `${name}-${index}`,
			name: step,
			position: [index * 240, 0],
			...steps[step],
		})),
		connections: Object.fromEntries(
			names
				.slice(0, -1)
				.map((step, index) => [
					step,
					{ main: [[{ node: names[index + 1], type: 'main', index: 0 }]] },
				]),
		),
		settings: { executionOrder: 'v1' },
	};
}

/** Our node with nothing but what must be filled in. */
export const sendTemplate = ({ credentials }) => ({
	type: 'n8n-nodes-whatsapp-events.whatsAppSendTemplate',
	typeVersion: 1,
	credentials: { whatsAppBusinessApi: credentials.whatsAppBusinessApi },
	parameters: {
		template: { __rl: true, mode: 'list', value: `${TEMPLATE.name}:${TEMPLATE.language}` },
		to: '={{ $json.to }}',
		variablesFrom: 'fields',
		variables: {
			mappingMode: 'defineBelow',
			value: { 1: '={{ $json.name }}', 2: '={{ $json.order }}', 3: '={{ $json.state }}' },
		},
		options: {},
	},
});

/** n8n's own node. It goes on after a failure: otherwise one refusal ends the run as failed. */
export const builtInNode = ({ credentials, simulator }) => ({
	type: 'n8n-nodes-base.whatsApp',
	typeVersion: 1.1,
	onError: 'continueRegularOutput',
	credentials: { whatsAppApi: credentials.whatsAppApi },
	parameters: {
		resource: 'message',
		operation: 'sendTemplate',
		phoneNumberId: simulator.credentials.phoneNumberId,
		recipientPhoneNumber: '={{ $json.to }}',
		template: `${TEMPLATE.name}|${TEMPLATE.language}`,
		components: {
			component: [
				{
					type: 'body',
					bodyParameters: {
						parameter: FIELDS.map((text) => ({ type: 'text', text })),
					},
				},
			],
		},
	},
});

/** n8n's HTTP Request with the batching its documentation recommends against rate limits. */
export const httpRequest = ({ credentials, simulator }) => {
	const { apiUrl, apiVersion, phoneNumberId } = simulator.credentials;
	const parameters = FIELDS.map((text) => `{ type: 'text', text: ${text.slice(3, -2)} }`).join(
		', ',
	);
	return {
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		onError: 'continueRegularOutput',
		credentials: { httpHeaderAuth: credentials.httpHeaderAuth },
		parameters: {
			method: 'POST',
			url: `${apiUrl}/${apiVersion}/${phoneNumberId}/messages`,
			authentication: 'genericCredentialType',
			genericAuthType: 'httpHeaderAuth',
			sendBody: true,
			specifyBody: 'json',
			jsonBody: `={{ JSON.stringify({ messaging_product: 'whatsapp', to: $json.to, type: 'template',
				template: { name: '${TEMPLATE.name}', language: { code: '${TEMPLATE.language}' },
					components: [{ type: 'body', parameters: [${parameters}] }] } }) }}`,
			options: { batching: { batch: { batchSize: 80, batchInterval: 1000 } } },
		},
	};
};

export const noOperation = () => ({
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	parameters: {},
});

const FIELDS = ['={{ $json.name }}', '={{ $json.order }}', '={{ $json.state }}'];
