import type { FunctionsBase, ICredentialDataDecryptedObject } from 'n8n-workflow';
import { DEFAULT_API_VERSION, tidyApiUrl } from '../../core/graph/address';

/** Name of the credential every node of this package uses. */
export const CREDENTIAL = 'whatsAppBusinessApi';

/** The credential's fields, tidied. Secrets stay in here and never reach an item, an error or a log. */
export interface Account {
	accessToken: string;
	businessAccountId: string;
	phoneNumberId: string;
	appId: string;
	appSecret: string;
	verifyToken: string;
	apiUrl: string;
	apiVersion: string;
}

export async function readAccount(context: Pick<FunctionsBase, 'getCredentials'>): Promise<Account> {
	return accountFrom(await context.getCredentials(CREDENTIAL));
}

export function accountFrom(data: ICredentialDataDecryptedObject): Account {
	const text = (key: string) => String(data[key] ?? '').trim();
	return {
		accessToken: text('accessToken'),
		businessAccountId: text('businessAccountId'),
		phoneNumberId: text('phoneNumberId'),
		appId: text('appId'),
		appSecret: text('appSecret'),
		verifyToken: text('verifyToken'),
		apiUrl: tidyApiUrl(text('apiUrl')),
		apiVersion: text('apiVersion') || DEFAULT_API_VERSION,
	};
}
