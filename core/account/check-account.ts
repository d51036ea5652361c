import { DEFAULT_API_VERSION, graphPath } from '../graph/address';
import { callGraph } from '../graph/call';
import { describeGraphError, GraphCallError } from '../graph/error';
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
export async function checkAccount(
	transport: Transport,
	account: AccountToCheck,
): Promise<AccountCheck> {
	const blank = blankField(account);
	if (blank) return { ok: false, message: `${blank} is empty` };
	if (!/^\/?v?\d+(\.\d+)?\/?$/.test(account.apiVersion.trim())) {
		return {
			ok: false,
			message: `API Version “${account.apiVersion}” is not a version such as ${DEFAULT_API_VERSION}`,
		};
	}
	try {
		const number = await findNumber(transport, account).catch((error: unknown) => {
			throw accountProblem(error, account);
		});
		if (!number) {
			return {
				ok: false,
				message: `The token works, but the number ${account.phoneNumberId} is not one of account ${account.businessAccountId}. Copy the Phone Number ID from WhatsApp › API Setup.`,
			};
		}
		if (account.appSecret) {
			await readSubscriptions(transport, account).catch((error: unknown) => {
				throw appProblem(error);
			});
		}
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
	const entry = numbers.find(
		(n) => String((n as { id?: unknown } | null)?.id) === account.phoneNumberId,
	) as { display_phone_number?: string; verified_name?: string } | undefined;
	return (
		entry && {
			name: entry.verified_name ?? 'unnamed number',
			display: entry.display_phone_number ?? '',
		}
	);
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

/** Meta answers 100 (subcode 33) or 33 for an id that is no account, or that the token must not see. */
function accountProblem(error: unknown, account: AccountToCheck): unknown {
	if (!(error instanceof GraphCallError) || error.error.code === undefined) return error;
	if (error.error.class !== 'request' && error.error.class !== 'setup') return error;
	return new Error(
		`The token works, but it sees no account ${account.businessAccountId}: ${describeGraphError(error.error)}. Copy the WhatsApp Business Account ID from WhatsApp › API Setup, and give the system user access to that account.`,
	);
}

/** An app token is refused as a token; a new system user token would not help. */
function appProblem(error: unknown): unknown {
	if (!(error instanceof GraphCallError) || error.error.code === undefined) return error;
	if (error.error.class === 'rate' || error.error.class === 'transient') return error;
	return new Error(
		`Token, account and number are right, but App ID and App Secret do not belong together: ${describeGraphError(error.error)}. Copy both from App settings › Basic.`,
	);
}

function sentenceFor(error: unknown): string {
	if (error instanceof GraphCallError) return `${error.message}. ${error.error.whatToDo}`;
	if (error instanceof TransportError)
		return `WhatsApp could not be reached: ${error.message}. Check the API address.`;
	return error instanceof Error ? error.message : String(error);
}
