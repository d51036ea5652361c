import { createHmac } from 'crypto';
import { DEFAULT_API_VERSION, tidyApiUrl } from '../graph/address';

/**
 * One WhatsApp sending account as its credential or config node holds it, tidied. Secrets stay in
 * here and never reach an item, an error or a log.
 */
export interface Account {
	accessToken: string;
	businessAccountId: string;
	phoneNumberId: string;
	appId: string;
	/** Two, separated by a comma, while one is being renewed: see {@link secretsOf}. */
	appSecret: string;
	verifyToken: string;
	apiUrl: string;
	apiVersion: string;
}

/** The fields of a credential, whatever was typed into them → an account. */
export function accountFrom(data: Readonly<Record<string, unknown>>): Account {
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

/** Tells accounts apart in what is remembered of them. */
export const accountKey = (account: Pick<Account, 'apiUrl' | 'businessAccountId'>): string =>
	`${account.apiUrl}/${account.businessAccountId}`;

/** The app secrets, current one first: two while one is being renewed. */
export const secretsOf = ({ appSecret }: Pick<Account, 'appSecret'>): string[] =>
	appSecret
		.split(',')
		.map((secret) => secret.trim())
		.filter(Boolean);

/** The app secret that signs now; empty where none is set. */
export const currentSecretOf = (account: Pick<Account, 'appSecret'>): string =>
	secretsOf(account)[0] ?? '';

/** The word WhatsApp repeats in its handshake: the account's own, or one made from the app secret. */
export function verifyTokenOf(account: Pick<Account, 'appSecret' | 'verifyToken'>): string {
	if (account.verifyToken) return account.verifyToken;
	const secret = currentSecretOf(account);
	if (!secret) return '';
	return createHmac('sha256', secret).update('verify-token').digest('hex').slice(0, 32);
}

/** The first field without which nothing can be sent, as people read it; undefined where all are there. */
export function missingForSending(account: Account): string | undefined {
	if (!account.accessToken) return 'Access Token';
	if (!account.businessAccountId) return 'WhatsApp Business Account ID';
	return account.phoneNumberId ? undefined : 'Phone Number ID';
}
