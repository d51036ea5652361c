import type { NodeAPI } from 'node-red';
import {
	accountKey,
	checkPage,
	checkRecipients,
	leftOutRow,
	normaliseRecipient,
	personKey,
	readRecipients,
	readyRow,
	summaryOf,
	systemClock,
	templateCache,
	templateSource,
	type AccountNode,
	type CheckedRecipients,
	type CheckSummary,
	type ResultRow,
} from '../../engine';
import type { NotificationConfig } from './config';

const TIMEOUT_MS = 30_000;

export interface CheckedList {
	checked: CheckedRecipients;
	rows: ResultRow[];
	summary: CheckSummary;
	page: string;
}

const textList = (text: string | undefined): string[] =>
	(text ?? '')
		.split(',')
		.map((part) => part.trim())
		.filter(Boolean);

/**
 * The dry run of a list: who gets it and who does not, as rows and as a page.
 *
 * @throws {Error} where the list cannot be read at all
 */
export async function checkList(
	RED: NodeAPI,
	config: NotificationConfig,
	account: AccountNode,
	list: unknown,
): Promise<CheckedList> {
	const read = readRecipients(list, {
		mapping: Object.fromEntries((config.columns ?? []).map(({ field, header }) => [field, header])),
		ticketTypes: textList(config.ticketTypes),
	});
	const hashKey = await hashKeyOf(account);
	const optedOut = await optedOutAmong(account, hashKey, config, read.recipients);
	const source = templateSource(account.account, account.transport(), TIMEOUT_MS);
	const checked = await checkRecipients(
		{
			notification: config.notification,
			recipients: read.recipients,
			template: config.template,
			translations: async (name) =>
				// Read afresh: what is checked is what will be sent.
				await templateCache.translations(accountKey(account.account), source, name, Date.now()),
			hashKey,
			defaults: Object.fromEntries((config.values ?? []).map(({ name, value }) => [name, value])),
			defaultCountry: config.defaultCountry?.trim() || undefined,
			language: config.language?.trim() || undefined,
			timeZone: config.timeZone?.trim() || undefined,
			requireConsent: config.requireConsent === true,
			allowMarketing: config.allowMarketing === true,
			isOptedOut: (e164) => optedOut.has(e164),
		},
		{ clock: systemClock },
	);
	const at = new Date().toISOString();
	const { notification } = config;
	return {
		checked,
		rows: [
			...checked.ready.map((ready) => readyRow(notification, ready, at)),
			...checked.leftOut.map((left) => leftOutRow(notification, left, at)),
		],
		summary: summaryOf(checked, read),
		page: checkPage(checked, {
			title: config.name || notification,
			facts: config.template,
			language: languageOf(config, RED),
			notChosen: read.notChosen,
		}),
	};
}

export const hashKeyOf = async (account: AccountNode): Promise<string> =>
	`${await account.store().hashKey()}/${account.account.businessAccountId}`;

/** Of pages: what the dialog says, else the language Node-RED was started in. */
export const languageOf = ({ reportLanguage }: NotificationConfig, RED: NodeAPI): string =>
	reportLanguage?.trim() ||
	((RED.settings as { lang?: string }).lang?.startsWith('ja') ? 'ja' : 'en');

/** The check asks number by number, and at once; the store answers later: so it is asked before. */
async function optedOutAmong(
	account: AccountNode,
	hashKey: string,
	{ defaultCountry }: NotificationConfig,
	recipients: ReadonlyArray<{ phone: unknown; country?: string }>,
): Promise<Set<string>> {
	const store = account.store().optOuts();
	const found = new Set<string>();
	for (const { phone, country } of recipients) {
		const read = normaliseRecipient(phone, country ?? defaultCountry);
		if (!read.ok) continue;
		const person = personKey(read.e164, hashKey);
		if (person !== undefined && (await store.has(person))) found.add(read.e164);
	}
	return found;
}
