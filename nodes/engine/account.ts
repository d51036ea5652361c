import { createHmac } from 'crypto';
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

export async function readAccount(
	context: Pick<FunctionsBase, 'getCredentials'>,
): Promise<Account> {
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

/** The word WhatsApp repeats in its handshake: the credential's, or one made from the app secret. */
export function verifyTokenOf(account: Account): string {
	if (account.verifyToken) return account.verifyToken;
	if (!account.appSecret) return '';
	return createHmac('sha256', secretsOf(account)[0] ?? '')
		.update('verify-token')
		.digest('hex')
		.slice(0, 32);
}

/** The app secrets, current one first: two while one is being renewed. */
export const secretsOf = (account: Account): string[] =>
	account.appSecret
		.split(',')
		.map((secret) => secret.trim())
		.filter(Boolean);
