import { DEFAULT_API_VERSION, graphPath } from '../graph/address';
import { callGraph } from '../graph/call';
import { describeGraphError, GraphCallError } from '../graph/error';
import { readAllPages } from '../graph/pages';
import { sentenceFor } from '../graph/sentence';
import type { Transport } from '../ports';
import { currentSecretOf, type Account } from './account';

export type AccountToCheck = Pick<
	Account,
	'businessAccountId' | 'phoneNumberId' | 'appId' | 'appSecret' | 'apiVersion'
>;

/** One thing about an account that is right, wrong, or could not be looked at. */
export interface CheckStep {
	id: 'token' | 'account' | 'number' | 'app';
	state: 'ok' | 'failed' | 'skipped';
	/** A sentence for the person who typed it. */
	message: string;
}

export interface AccountCheck {
	ok: boolean;
	/** The first thing that is wrong, or as whom the account is connected. */
	message: string;
	/** Everything looked at, in the order one fills it in. */
	checks: CheckStep[];
}

const TIMEOUT_MS = 15_000;

/**
 * Proves a credential: the token is accepted, the account can be read with it, the number belongs to
 * the account, and, where an app secret is given, that app and secret belong together.
 *
 * @returns what is right and wrong, as sentences for the person who typed it; never throws
 */
export async function checkAccount(
	transport: Transport,
	account: AccountToCheck,
): Promise<AccountCheck> {
	const wrong = fieldProblem(account);
	if (wrong) return conclude([wrong]);
	const checks = await checkNumber(transport, account);
	const reached = checks.every(({ state }) => state !== 'skipped');
	return conclude([...checks, await checkApp(transport, account, reached)]);
}

function conclude(checks: CheckStep[]): AccountCheck {
	const failed = checks.find(({ state }) => state === 'failed');
	if (failed) return { ok: false, message: failed.message, checks };
	const connected = checks.find(({ id }) => id === 'number')?.message ?? '';
	return { ok: true, message: connected, checks };
}

const step = (id: CheckStep['id'], state: CheckStep['state'], message: string): CheckStep => ({
	id,
	state,
	message,
});

function fieldProblem(account: AccountToCheck): CheckStep | undefined {
	const { businessAccountId, phoneNumberId, appId, appSecret, apiVersion } = account;
	if (!businessAccountId) return step('account', 'failed', 'WhatsApp Business Account ID is empty');
	if (!phoneNumberId) return step('number', 'failed', 'Phone Number ID is empty');
	if (appSecret && !appId)
		return step('app', 'failed', 'App ID (it belongs to the App Secret) is empty');
	if (/^\/?v?\d+(\.\d+)?\/?$/.test(apiVersion.trim())) return undefined;
	const message = `API Version “${apiVersion}” is not a version such as ${DEFAULT_API_VERSION}`;
	return step('account', 'failed', message);
}

/** Token, account and number, by reading the account's numbers. */
async function checkNumber(transport: Transport, account: AccountToCheck): Promise<CheckStep[]> {
	const { businessAccountId, phoneNumberId } = account;
	const token = step('token', 'ok', 'The access token is accepted');
	try {
		const number = await findNumber(transport, account);
		const found = step('account', 'ok', `The token may use the account ${businessAccountId}`);
		if (number) {
			const message = `Connected as ${number.name} (${number.display})`;
			return [token, found, step('number', 'ok', message)];
		}
		const message = `The token works, but the number ${phoneNumberId} is not one of account ${businessAccountId}. Copy the Phone Number ID from WhatsApp › API Setup.`;
		return [token, found, step('number', 'failed', message)];
	} catch (error) {
		const notSeen = step('number', 'skipped', 'Not looked at yet');
		if (isForeignAccount(error)) {
			const message = `The token works, but it sees no account ${businessAccountId}: ${describeGraphError(error.error)}. Copy the WhatsApp Business Account ID from WhatsApp › API Setup, and give the system user access to that account.`;
			return [token, step('account', 'failed', message), notSeen];
		}
		const failed = step('token', 'failed', sentenceFor(error));
		return [failed, step('account', 'skipped', 'Not looked at yet'), notSeen];
	}
}

async function checkApp(
	transport: Transport,
	account: AccountToCheck,
	reached: boolean,
): Promise<CheckStep> {
	if (!account.appSecret) {
		return step('app', 'skipped', 'No app secret: needed by the trigger, not for sending');
	}
	if (!reached) return step('app', 'skipped', 'Not looked at yet');
	try {
		await readSubscriptions(transport, account);
		return step('app', 'ok', 'App ID and App Secret belong together');
	} catch (error) {
		return step('app', 'failed', appProblem(error));
	}
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
	await callGraph(transport, 'Checking App ID and App Secret', {
		method: 'GET',
		path: graphPath(account.apiVersion, account.appId, 'subscriptions'),
		accessToken: `${account.appId}|${currentSecretOf(account)}`,
		timeoutMs: TIMEOUT_MS,
	});
}

/** Meta answers 100 (subcode 33) or 33 for an id that is no account, or that the token must not see. */
function isForeignAccount(error: unknown): error is GraphCallError {
	if (!(error instanceof GraphCallError) || error.error.code === undefined) return false;
	return error.error.class === 'request' || error.error.class === 'setup';
}

/** An app token is refused as a token; a new system user token would not help. */
function appProblem(error: unknown): string {
	if (!(error instanceof GraphCallError) || error.error.code === undefined)
		return sentenceFor(error);
	if (error.error.class === 'rate' || error.error.class === 'transient') return sentenceFor(error);
	return `Token, account and number are right, but App ID and App Secret do not belong together: ${describeGraphError(error.error)}. Copy both from App settings › Basic.`;
}
