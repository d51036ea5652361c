import type { ICredentialType, INodeProperties, Icon } from 'n8n-workflow';
import type { SourceField } from '../core/credits/balance/balance';
import { providerField, providers } from '../nodes/engine/provider-access';

export class WhatsAppCreditProviderApi implements ICredentialType {
	name = 'whatsAppCreditProviderApi';

	displayName = 'WhatsApp Credit Provider API';

	documentationUrl =
		'https://github.com/whatsapp-events/n8n-nodes-whatsapp-events/blob/main/docs/guides/check-credits.md';

	icon: Icon = { light: 'file:whatsAppEvents.svg', dark: 'file:whatsAppEvents.dark.svg' };

	properties: INodeProperties[] = [
		{
			displayName: 'Provider',
			name: 'provider',
			type: 'options',
			default: 'stripe',
			description: 'Who tells the balance; or Stripe, to prove that a payment is really from there',
			options: [
				...providers.map(({ id, name }) => ({ name, value: id })),
				{ name: 'Stripe (Payments for Credits)', value: 'stripe' },
			].sort((a, b) => a.name.localeCompare(b.name)),
		},
		...providers.flatMap(({ id, fields }) => fields.map((field) => propertyOf(id, field))),
		{
			displayName: 'Webhook Secret',
			name: 'stripeWebhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'whsec_…',
			description:
				'In Stripe: Developers › Webhooks › your endpoint › Signing secret. While you renew it, write both, separated by a comma. It is not your API key.',
			displayOptions: { show: { provider: ['stripe'] } },
		},
	];
}

const propertyOf = (provider: string, field: SourceField): INodeProperties => ({
	displayName: field.displayName,
	name: providerField(provider, field.name),
	type: 'string',
	...(field.secret ? { typeOptions: { password: true } } : {}),
	default: '',
	...(field.optional ? {} : { required: true }),
	...(field.placeholder ? { placeholder: field.placeholder } : {}),
	description: field.description,
	displayOptions: { show: { provider: [provider] } },
});
