import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeParameterResourceLocator,
} from 'n8n-workflow';
import { accountKey } from '../../core/account/account';
import {
	checkPage,
	checkRecipients,
	leftOutRow,
	readRecipients,
	readValues,
	readyRow,
	summaryOf,
	type ColumnMapping,
} from '../../core/notifications';
import { lazyOptOutRows } from '../../core/opt-outs/opt-out-rows';
import { noSuchTemplate } from '../../core/templates/no-such-template';
import {
	readTemplatePage,
	templateSource,
	type TemplateSource,
} from '../../core/templates/read-templates';
import { parseTemplateKey, type MessageTemplate } from '../../core/templates/template';
import { readAccount } from '../engine/account';
import { n8nClock } from '../engine/clock';
import { hashKeyOf } from '../engine/hash-key';
import { isTool } from '../engine/is-tool';
import { templateCache } from '../engine/templates';
import { n8nTransport } from '../engine/transport';
import { readPage } from './read-page';

/** The template is read once; nobody waits longer for it. */
const TIMEOUT_MS = 30_000;

/** Checks the whole list at once; returns the items of Ready, of Left Out and of Summary. */
export async function checkItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const field = (name: string) => context.getNodeParameter(name, 0, '') as unknown;
	const text = (name: string) => String(field(name) ?? '').trim();
	const notification = text('notification');
	const list = readRecipients(await givenRecipients(context), {
		mapping: mappingOf(field('columns') as IDataObject),
		ticketTypes: text('ticketTypes').split(/[,、\n]/),
	});
	const account = await readAccount(context);
	const hashKey = hashKeyOf(context, account.businessAccountId);
	const source = templateSource(account, n8nTransport(context, account.apiUrl), TIMEOUT_MS);
	const template = templateOf(field('template'));
	const { name } = parseTemplateKey(template);
	// What was approved a minute ago counts.
	const read = templateCache.translations(accountKey(account), source, name, n8nClock.now());
	const translations = await orSayWhich(read, name, source);
	const defaultCountry = text('options.defaultCountry');
	const timeZone = text('options.timeZone') || context.getTimezone();
	const checked = await checkRecipients(
		{
			notification,
			recipients: list.recipients,
			template,
			translations: async () => translations,
			hashKey,
			defaults: readValues(field('values')),
			defaultCountry,
			language: text('options.language'),
			timeZone,
			requireConsent: field('options.requireConsent') === true,
			optOuts: lazyOptOutRows(field('options.optedOut'), hashKey, defaultCountry),
			allowMarketing: field('options.allowMarketing') === true,
		},
		{ clock: n8nClock },
	);
	const at = new Date(n8nClock.now()).toISOString();
	const summary = summaryOf(checked, list);
	const page = { ...readPage(context, notification), notChosen: list.notChosen };
	const outputs = [
		checked.ready.map((ready) => readyRow(notification, ready, at)),
		checked.leftOut.map((left) => leftOutRow(notification, left, at)),
		[{ notification, ...summary, html: checkPage(checked, page) }],
	].map((output) =>
		output.map((json): INodeExecutionData => ({ json: json as unknown as IDataObject })),
	);
	// An AI agent sees the first output only, and asks for the numbers.
	return isTool(context) ? [outputs[2] ?? [], [], []] : outputs;
}

/** @throws {Error} with the names there are, where nobody could get it for want of a template */
async function orSayWhich(
	reading: Promise<MessageTemplate[]>,
	name: string,
	source: TemplateSource,
): Promise<MessageTemplate[]> {
	const translations = await reading;
	if (translations.length > 0) return translations;
	const { templates } = await readTemplatePage(source, { status: 'APPROVED' });
	throw new Error(
		noSuchTemplate(
			name,
			templates.map((one) => one.name),
		),
	);
}

async function givenRecipients(context: IExecuteFunctions): Promise<unknown> {
	switch (context.getNodeParameter('recipientsFrom', 0)) {
		case 'file': {
			const name = context.getNodeParameter('file', 0) as string;
			return new Uint8Array(await context.helpers.getBinaryDataBuffer(0, name));
		}
		case 'field': {
			const value = context.getNodeParameter('recipients', 0) as unknown;
			return typeof value === 'string' && /^\s*[[{]/.test(value) ? JSON.parse(value) : value;
		}
		default: {
			const items = context.getInputData();
			const field = Object.keys(items[0]?.binary ?? {})[0];
			if (field === undefined) return items.map(({ json }) => json);
			return new Uint8Array(await context.helpers.getBinaryDataBuffer(0, field));
		}
	}
}

const templateOf = (chosen: unknown): string =>
	String((chosen as INodeParameterResourceLocator | null)?.value ?? chosen ?? '').trim();

/** The rows somebody filled in → by field or variable, the column. */
function mappingOf(columns: IDataObject | undefined): ColumnMapping {
	const rows = (columns?.column ?? []) as Array<{
		field: string;
		variable?: string;
		header?: string;
	}>;
	return Object.fromEntries(
		rows.map(({ field, variable, header }) => [
			field === 'variable' ? (variable ?? '').trim() : field,
			header ?? '',
		]),
	);
}
