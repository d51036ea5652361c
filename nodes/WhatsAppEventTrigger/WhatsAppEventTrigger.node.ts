import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { platforms } from '../../core/events/platforms';
import { eventProperties, handOut } from '../engine/event-properties';
import {
	feedNotices,
	platformSubtitle,
	webhookPlatformOptions,
} from '../engine/platform-properties';
import { searchSample } from '../engine/search-sample';
import { lifecycle } from './lifecycle';
import { answerQuestion, receive } from './receive';
import { webhooks } from './webhooks';

/** Notices or messages: the first output is named after what comes out of it. */
const OUTPUTS =
	'={{ [{ type: "main", displayName: $parameter.handOut === "notices" ? "Notices" : "Messages" }, { type: "main", displayName: "Left Out" }] }}';

/** Shorter ones can be guessed by trying; platforms' own tokens are longer. */
const SHORTEST_SECRET = 12;

export class WhatsAppEventTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Event Trigger',
		name: 'whatsAppEventTrigger',
		icon: { light: 'file:whatsAppEventTrigger.svg', dark: 'file:whatsAppEventTrigger.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: platformSubtitle('platform'),
		description:
			'Starts when somebody registers, cancels or hands on a ticket, with the WhatsApp messages to send',
		defaults: { name: 'Event Trigger' },
		inputs: [],
		outputs: OUTPUTS,
		credentials: [
			{ name: 'whatsAppEventWebhookApi', required: true, testedBy: 'eventWebhookSecretTest' },
		],
		webhooks,
		triggerPanel: {
			header: 'Hear of registrations, cancellations and new ticket holders',
			executionsHelp: {
				inactive:
					'<b>Listen for a test event</b> and register somebody on the ticketing platform, whose webhook must go to the test address. <b>Publish</b> the workflow to receive every registration.',
				active:
					'<b>The published workflow</b> receives every webhook sent to the production address; see the executions list.',
			},
			activationHint:
				'Publish the workflow, and enter its production address on the ticketing platform.',
		},
		properties: [
			{
				displayName: 'Platform',
				name: 'platform',
				type: 'options',
				default: 'zoho-backstage',
				noDataExpression: true,
				description: 'The ticketing platform whose webhook is sent to the address above',
				options: webhookPlatformOptions,
			},
			...feedNotices(
				'platform',
				platforms.filter(({ arrival }) => arrival === 'webhook'),
			),
			handOut,
			...eventProperties({ platform: ['generic'] }),
		],
	};

	methods = {
		listSearch: { searchSample },
		credentialTest: {
			/** Nobody can be asked about a secret; a webhook proves it. What can be told is whether it is one. */
			async eventWebhookSecretTest(
				this: ICredentialTestFunctions,
				credential: ICredentialsDecrypted,
			): Promise<INodeCredentialTestResult> {
				const secret = String(credential.data?.secret ?? '').trim();
				if (secret.length >= SHORTEST_SECRET) {
					return {
						status: 'OK',
						message: 'Set. The first webhook shows whether the platform has the same.',
					};
				}
				return { status: 'Error', message: `Use at least ${SHORTEST_SECRET} characters` };
			},
		},
	};

	webhookMethods = { default: lifecycle };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return this.getWebhookName() === 'setup' ? answerQuestion() : await receive(this);
	}
}
