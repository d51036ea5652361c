import { graphPath } from '../graph/address';
import { callGraph } from '../graph/call';
import { GraphCallError } from '../graph/error';
import { readAllPages } from '../graph/pages';
import { TransportError, type Transport } from '../ports';

export interface AccountToCheck {
	businessAccountId: string;
	phoneNumberId: string;
	appId: string;
	appSecret: string;
	apiVersion: string;
}

export type AccountCheck = { ok: true; message: string } | { ok: false; message: string };

const TIMEOUT_MS = 15_000;

/**
 * Proves a credential: the token is accepted, the account can be read with it, the number belongs to
 * the account, and, where an app secret is given, that app and secret belong together.
 *
 * @returns what is right or wrong, as a sentence for the person who typed it; never throws
 */
export async function checkAccount(transport: Transport, account: AccountToCheck): Promise<AccountCheck> {
	const blank = blankField(account);
	if (blank) return { ok: false, message: `${blank} is empty` };
	try {
		const number = await findNumber(transport, account);
		if (!number) {
			return {
				ok: false,
				message: `The token works, but the number ${account.phoneNumberId} is not one of account ${account.businessAccountId}. Copy the Phone Number ID from WhatsApp › API Setup.`,
			};
		}
		if (account.appSecret) await readSubscriptions(transport, account);
		return { ok: true, message: `Connected as ${number.name} (${number.display})` };
	} catch (error) {
		return { ok: false, message: sentenceFor(error) };
	}
}

function blankField(account: AccountToCheck): string | undefined {
	if (!account.businessAccountId) return 'WhatsApp Business Account ID';
	if (!account.phoneNumberId) return 'Phone Number ID';
	if (account.appSecret && !account.appId) return 'App ID (it belongs to the App Secret)';
	return undefined;
}

async function findNumber(transport: Transport, account: AccountToCheck) {
	const numbers = await readAllPages(transport, 'Reading the numbers of the account', {
		path: graphPath(account.apiVersion, account.businessAccountId, 'phone_numbers'),
		query: { fields: 'id,display_phone_number,verified_name', limit: '100' },
		timeoutMs: TIMEOUT_MS,
	});
	const entry = numbers.find((n) => String((n as { id?: unknown }).id) === account.phoneNumberId) as
		| { display_phone_number?: string; verified_name?: string }
		| undefined;
	return entry && { name: entry.verified_name ?? 'unnamed number', display: entry.display_phone_number ?? '' };
}

/** An app token `APP_ID|SECRET` is refused unless both belong together. */
async function readSubscriptions(transport: Transport, account: AccountToCheck): Promise<void> {
	// While a secret is being renewed the first one written is the current one; the second only
	// verifies updates that were signed before the change.
	const secret = account.appSecret.split(',')[0]?.trim() ?? '';
	await callGraph(transport, 'Checking App ID and App Secret', {
		method: 'GET',
		path: graphPath(account.apiVersion, account.appId, 'subscriptions'),
		accessToken: `${account.appId}|${secret}`,
		timeoutMs: TIMEOUT_MS,
	});
}

function sentenceFor(error: unknown): string {
	if (error instanceof GraphCallError) return `${error.message}. ${error.error.whatToDo}`;
	if (error instanceof TransportError) return `WhatsApp could not be reached: ${error.message}. Check the API address.`;
	return error instanceof Error ? error.message : String(error);
}
