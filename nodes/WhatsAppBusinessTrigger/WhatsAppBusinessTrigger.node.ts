import type {
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { whatsAppBusinessApiTest } from '../engine/credential-test';
import { properties } from './properties';
import { receive } from './receive';
import { lifecycle } from './subscription';
import { getSignedRequest } from './test-request';

export class WhatsAppBusinessTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Business Trigger',
		name: 'whatsAppBusinessTrigger',
		icon: {
			light: 'file:whatsAppBusinessTrigger.svg',
			dark: 'file:whatsAppBusinessTrigger.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["outputs"].join(", ") }}',
		description:
			'Starts when people write, when messages are delivered or read, and when templates or the account change',
		defaults: { name: 'WhatsApp Business Trigger' },
		inputs: [],
		outputs: [
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
		],
		outputNames: ['Messages', 'Statuses', 'Templates', 'Account'],
		credentials: [
			{ name: 'whatsAppBusinessApi', required: true, testedBy: 'whatsAppBusinessApiTest' },
		],
		webhooks: [
			{ name: 'setup', httpMethod: 'GET', responseMode: 'onReceived', path: 'webhook' },
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
		],
		triggerPanel: {
			header: 'Hear what people write, and what became of each message',
			executionsHelp: {
				inactive:
					'<b>Listen for a test</b> here, with a sample or with real updates. <b>Publish</b> the workflow to receive every update on its own; those runs are in the executions list.',
				active:
					'<b>The published workflow</b> receives every update; see the executions list. A test here changes nothing at WhatsApp: choose a sample under When Testing Here.',
			},
			activationHint: 'Publish the workflow to receive updates all the time.',
		},
		properties,
	};

	methods = {
		credentialTest: { whatsAppBusinessApiTest },
		resourceMapping: { getSignedRequest },
	};

	webhookMethods = { default: lifecycle };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
