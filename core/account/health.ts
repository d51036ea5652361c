import { graphPath } from '../graph/address';
import { callGraph } from '../graph/call';
import { GraphCallError } from '../graph/error';
import { readAllPages } from '../graph/pages';
import { sentenceFor } from '../graph/sentence';
import type { Clock, Transport } from '../ports';
import { isObject, textAt, type JsonObject } from '../webhooks/json';
import type { WebhookNotification } from '../webhooks/notification';
import type { Account } from './account';
import type { AccountHealth, CanSend, TemplateInTrouble } from './account-health';
import { healthFrom } from './health-from';

export type * from './account-health';

/** What the answer needs besides the account itself. */
export interface HealthPorts {
	clock: Clock;
	/**
	 * People written to outside a window in the last 24 hours, where the engine knows it. Meta tells nobody: its
	 * analytics count messages of one account, the limit counts people of all accounts of a portfolio.
	 */
	usedToday?: number;
	/** When WhatsApp refused for money, where that still counts, see `SendingStates`; milliseconds since 1970. */
	refusedForMoney?: number;
	/** Account notifications of the trigger, the last ones: a ban's date is told nowhere else. */
	seen?: readonly WebhookNotification[];
	timeoutMs?: number;
}

export type HealthAccount = Pick<Account, 'apiVersion' | 'businessAccountId' | 'phoneNumberId'>;

type Part = AccountHealth['unread'][number]['part'];

/** A part of the answer as Meta gave it, or why it could not be read. */
export type Reading<T> = { ok: true; value: T } | { ok: false; part: Part; why: string };

/** Meta, "WhatsApp Business Phone Number"; the second list is what every version and every partner has. */
const NUMBER_FIELDS = [
	'id,display_phone_number,verified_name,status,quality_rating,name_status,new_name_status,code_verification_status,throughput,whatsapp_business_manager_messaging_limit,health_status',
	'id,display_phone_number,verified_name,quality_rating',
];

/** Meta, "WhatsApp Business Account". */
const ACCOUNT_FIELDS = [
	'id,name,currency,status,account_review_status,business_verification_status,whatsapp_business_manager_messaging_limit,health_status',
	'id,name,currency',
];

const TIMEOUT_MS = 15_000;

/**
 * Reads everything that decides whether an account can send: number, account and templates, with Meta's own
 * `health_status`. Each part that could not be read says so, and the rest is read all the same.
 *
 * @returns never throws
 */
export async function readHealth(
	transport: Transport,
	account: HealthAccount,
	{ clock, timeoutMs = TIMEOUT_MS, ...known }: HealthPorts,
): Promise<AccountHealth> {
	const read = { transport, account, timeoutMs };
	const [number, business, paused, disabled] = await Promise.all([
		readObject('number', 'Reading the number', account.phoneNumberId, NUMBER_FIELDS, read),
		readObject('account', 'Reading the account', account.businessAccountId, ACCOUNT_FIELDS, read),
		readTemplates('PAUSED', read),
		readTemplates('DISABLED', read),
	]);
	return healthFrom({ number, business, paused, disabled }, { account, ...known }, clock.now());
}

/**
 * Whether an account can send, in one call: Meta's answer for a number names its account, its business and its app as well.
 *
 * @returns `unknown` where it cannot be read; never throws
 */
export async function readCanSend(
	transport: Transport,
	account: HealthAccount,
	{ clock, timeoutMs = TIMEOUT_MS }: Pick<HealthPorts, 'clock' | 'timeoutMs'>,
): Promise<CanSend> {
	const read = { transport, account, timeoutMs };
	const action = 'Reading whether the number can send';
	const fields = ['id,status,health_status'];
	const number = await readObject('number', action, account.phoneNumberId, fields, read);
	const none = { ok: false as const, part: 'account' as const, why: '' };
	const readings = { number, business: none, paused: none, disabled: none };
	return healthFrom(readings, { account }, clock.now()).canSend;
}

interface Read {
	transport: Transport;
	account: HealthAccount;
	timeoutMs: number;
}

/** A provider or a version that does not have one of the fields refuses all of them (code 100): then the sure ones. */
async function readObject(
	part: Part,
	action: string,
	id: string,
	[fields, ...others]: readonly string[],
	read: Read,
): Promise<Reading<JsonObject>> {
	const { transport, account, timeoutMs } = read;
	if (!id) return { ok: false, part, why: 'Its id is missing in the account' };
	try {
		const path = graphPath(account.apiVersion, id);
		const query = { fields: fields ?? '' };
		const value = await callGraph(transport, action, { method: 'GET', path, query, timeoutMs });
		return { ok: true, value };
	} catch (error) {
		const lacksField = error instanceof GraphCallError && error.error.code === 100;
		if (lacksField && others.length > 0) return await readObject(part, action, id, others, read);
		return { ok: false, part, why: sentenceFor(error) };
	}
}

async function readTemplates(
	status: 'PAUSED' | 'DISABLED',
	{ transport, account, timeoutMs }: Read,
): Promise<Reading<TemplateInTrouble[]>> {
	try {
		const path = graphPath(account.apiVersion, account.businessAccountId, 'message_templates');
		const query = { fields: 'name,language,status', status, limit: '100' };
		const entries = await readAllPages(transport, 'Reading the templates', {
			...{ path, query, timeoutMs },
		});
		return { ok: true, value: entries.filter(isObject).flatMap((one) => inTrouble(one, status)) };
	} catch (error) {
		return { ok: false, part: 'templates', why: sentenceFor(error) };
	}
}

/** Of a provider that does not know the filter, only what was asked for counts. */
function inTrouble(entry: JsonObject, status: string): TemplateInTrouble[] {
	const name = textAt(entry, 'name');
	if (name === undefined || (textAt(entry, 'status') ?? status) !== status) return [];
	return [{ name, language: textAt(entry, 'language') ?? '' }];
}
