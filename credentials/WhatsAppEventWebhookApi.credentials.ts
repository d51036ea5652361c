import type { ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

export class WhatsAppEventWebhookApi implements ICredentialType {
	name = 'whatsAppEventWebhookApi';

	displayName = 'WhatsApp Event Webhook API';

	documentationUrl =
		'https://github.com/whatsapp-events/n8n-nodes-whatsapp-events/blob/main/docs/guides/event-trigger.md';

	icon: Icon = { light: 'file:whatsAppEvents.svg', dark: 'file:whatsAppEvents.dark.svg' };

	properties: INodeProperties[] = [
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Tito: the security token of its webhook. Platforms that do not sign: any long random text, put at the end of the webhook address as ?secret=… or into the header X-Webhook-Secret.',
		},
	];
}
