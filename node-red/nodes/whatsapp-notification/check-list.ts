import type { NodeAPI } from 'node-red';
import {
	accountHashKey,
	accountKey,
	checkPage,
	checkRecipients,
	leftOutRow,
	NodeFailure,
	parseTemplateKey,
	readRecipients,
	readyRow,
	samplesOf,
	summaryOf,
	systemClock,
	templateCache,
	templateSource,
	type AccountNode,
	type CheckedRecipients,
	type CheckSummary,
	type ResultRow,
} from '../../engine';
import type { CheckPage } from './check-pages';
import type { NotificationConfig } from './config';

const TIMEOUT_MS = 30_000;

export interface CheckedList {
	checked: CheckedRecipients;
	rows: ResultRow[];
	summary: CheckSummary;
	page: CheckPage;
}

export interface CheckOptions {
	id: string;
	/** Of the page: `en`, `ja`. */
	language: string;
}

const textList = (text: string | undefined): string[] =>
	(text ?? '')
		.split(',')
		.map((part) => part.trim())
		.filter(Boolean);

/**
 * The dry run of a list: who gets it and who does not, as rows and as a page.
 *
 * @throws {NodeFailure} where the list cannot be read at all, or no template is chosen
 */
export async function checkList(
	RED: NodeAPI,
	config: NotificationConfig,
	account: AccountNode,
	list: unknown,
	{ id, language }: CheckOptions,
): Promise<CheckedList> {
	const chosen = templateOf(config);
	if (chosen.template === '') throw new NodeFailure(RED._('log.no-template'), 'template_unknown');
	const read = readList(config, list);
	const hashKey = await accountHashKey(account);
	const source = templateSource(account.account, account.transport(), TIMEOUT_MS);
	const checked = await checkRecipients(
		{
			notification: id,
			recipients: read.recipients,
			...chosen,
			translations: async (name) =>
				// Read afresh: what is checked is what will be sent.
				await templateCache.translations(accountKey(account.account), source, name, Date.now()),
			hashKey,
			defaults: Object.fromEntries((config.values ?? []).map(({ name, value }) => [name, value])),
			defaultCountry: config.defaultCountry?.trim() || undefined,
			timeZone: config.timeZone?.trim() || undefined,
			requireConsent: config.requireConsent === true,
			allowMarketing: config.allowMarketing === true,
			optOuts: { has: async (person) => await account.store().optOuts().has(person) },
		},
		{ clock: systemClock },
	);
	const at = new Date().toISOString();
	const leftOut = checked.leftOut.map((left) => leftOutRow(id, left, at));
	const summary = summaryOf(checked, read);
	const named = new Set(summary.reasons.flatMap(({ examples }) => examples.map(({ row }) => row)));
	return {
		checked,
		rows: [...checked.ready.map((ready) => readyRow(id, ready, at)), ...leftOut],
		summary,
		page: {
			html: checkPage(checked, {
				title: config.name || id,
				// Each in their own language: then one of them is not what everybody gets.
				facts: config.eachInOwn ? config.template?.split(':')[0] : config.template,
				language,
				notChosen: read.notChosen,
			}),
			keys: [
				...samplesOf(checked).map(({ key }) => key),
				...leftOut.filter(({ row }) => named.has(row)).map(({ key }) => key),
			],
		},
	};
}

function readList(config: NotificationConfig, list: unknown) {
	const { columns = [], ticketTypes } = config;
	try {
		return readRecipients(list, {
			mapping: Object.fromEntries(columns.map(({ field, header }) => [field, header])),
			ticketTypes: textList(ticketTypes),
		});
	} catch (error) {
		throw new NodeFailure((error as Error).message, 'input_invalid');
	}
}

/** Where each person gets it in their own language, the chosen translation is for everybody else. */
function templateOf({ template = '', eachInOwn, language }: NotificationConfig) {
	const chosen = parseTemplateKey(template);
	const fallback = language?.trim() || undefined;
	return eachInOwn === true
		? { template: chosen.name, language: fallback ?? chosen.language }
		: { template: template.trim(), language: fallback };
}

/** Of pages: what the dialog says, else the language Node-RED was started in. */
export const languageOf = ({ reportLanguage }: NotificationConfig, RED: NodeAPI): string =>
	reportLanguage?.trim() ||
	((RED.settings as { lang?: string }).lang?.startsWith('ja') ? 'ja' : 'en');
