import type { NodeAPI } from 'node-red';
import {
	accountKey,
	checkPage,
	checkRecipients,
	leftOutRow,
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
			optOuts: { has: async (person) => await account.store().optOuts().has(person) },
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
