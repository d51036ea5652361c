import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { WhatsAppBusinessApi } from '../../credentials/WhatsAppBusinessApi.credentials';
import { WhatsAppCreditProviderApi } from '../../credentials/WhatsAppCreditProviderApi.credentials';
import { WhatsAppEventWebhookApi } from '../../credentials/WhatsAppEventWebhookApi.credentials';

/** Fields by credential type. */
export type Credentials = Record<string, ICredentialDataDecryptedObject>;

const credentialTypes: Record<string, ICredentialType> = {
	whatsAppBusinessApi: new WhatsAppBusinessApi(),
	whatsAppCreditProviderApi: new WhatsAppCreditProviderApi(),
	whatsAppEventWebhookApi: new WhatsAppEventWebhookApi(),
};

/** Stands in for n8n's credentials helper: decrypts nothing, authenticates as the types say. */
export const credentialsHelper = (credentials: Credentials) => ({
	getParentTypes: () => [],
	isCredentialUsableByNode: () => true,
	getDecrypted: async (_: unknown, __: unknown, type: string) => ({ ...credentials[type] }),
	getCredentials: async () => ({}),
	preAuthentication: async () => undefined,
	authenticate: async (
		data: ICredentialDataDecryptedObject,
		type: string,
		request: IHttpRequestOptions,
	) => {
		const authenticate = credentialTypes[type]?.authenticate;
		return typeof authenticate === 'function' ? await authenticate(data, request) : request;
	},
	getCredentialsProperties: (type: string) => credentialTypes[type]?.properties ?? [],
});
