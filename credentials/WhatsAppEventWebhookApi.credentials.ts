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
				'What proves that a webhook comes from your platform. Where the platform shows you a secret, a signing key or a security token for its webhooks: that one. Else any long random text, put at the end of the webhook address as ?secret=… or into the header X-Webhook-Secret.',
		},
		{
			displayName:
				'pretix and Eventbrite send numbers only; the rest is asked for with the two fields below. Every other platform needs neither.',
			name: 'apiNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'pretix: Organizer → Teams → your team → API tokens; it must be allowed to view orders. Eventbrite: Account Settings → Developer Links → API Keys → your private token.',
		},
		{
			displayName: 'API Address',
			name: 'apiAddress',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://tickets.example.com/api/v1/',
			description:
				'Only where the platform runs on a server of your own: its address with /api/v1/ at the end. The token is sent to this address and no other. Left empty, the platform’s public one is asked.',
		},
	];
}
