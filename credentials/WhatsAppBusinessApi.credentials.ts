import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';
import { API_VERSIONS, DEFAULT_API_URL, DEFAULT_API_VERSION } from '../core/graph/address';

export class WhatsAppBusinessApi implements ICredentialType {
	name = 'whatsAppBusinessApi';

	displayName = 'WhatsApp Business API';

	documentationUrl =
		'https://github.com/whatsapp-events/n8n-nodes-whatsapp-events/blob/main/docs/guides/credential.md';

	icon: Icon = { light: 'file:whatsAppEvents.svg', dark: 'file:whatsAppEvents.dark.svg' };

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Token of a system user with whatsapp_business_messaging and whatsapp_business_management. In Meta Business settings: Users › System users › Generate token.',
		},
		{
			displayName: 'WhatsApp Business Account ID',
			name: 'businessAccountId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 102290129340398',
			description:
				'In the Meta app: WhatsApp › API Setup. Also called messaging account ID or WABA ID.',
		},
		{
			displayName: 'Phone Number ID',
			name: 'phoneNumberId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 106540352242922',
			description: 'The sending number: its ID on WhatsApp › API Setup, not the number itself',
		},
		{
			displayName: 'App ID',
			name: 'appId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1234567890123456',
			description:
				'Needed by the trigger, to subscribe to updates, and by Manage Template, to upload header samples. In the Meta app: App settings › Basic.',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Needed by the trigger, to prove that an update comes from WhatsApp. In the Meta app: App settings › Basic. While you renew it, write both, separated by a comma.',
		},
		{
			displayName: 'Verify Token',
			name: 'verifyToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Any word of your own; WhatsApp repeats it when it checks the address of the trigger. Empty means one is made from the app secret.',
		},
		{
			displayName: 'API Address',
			name: 'apiUrl',
			type: 'string',
			default: DEFAULT_API_URL,
			description: 'Change only for the simulator or for a provider that speaks the Cloud API',
		},
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'options',
			options: API_VERSIONS.map((version) => ({ name: version, value: version })),
			default: DEFAULT_API_VERSION,
		},
	];

	/** Bearer token, unless the request brings one of its own (app tokens for subscriptions). */
	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => ({
		...requestOptions,
		headers: {
			Authorization: `Bearer ${String(credentials.accessToken ?? '').trim()}`,
			...requestOptions.headers,
		},
	});
}
