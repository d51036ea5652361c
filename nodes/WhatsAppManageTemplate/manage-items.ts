import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { accountKey, type Account } from '../../core/account/account';
import { manageSettings } from '../../core/templates/manage/manage-settings';
import { manageTemplates } from '../../core/templates/manage/manage-templates';
import {
	accountlessOperations,
	changingOperations,
	type TemplateOperation,
} from '../../core/templates/manage/operations';
import {
	concernsWholeRun,
	needsAttention,
	templateResultFields,
	templateSummary,
	type TemplateResult,
} from '../../core/templates/manage/result';
import type { ManageSettings } from '../../core/templates/manage/run';
import { readAccount } from '../engine/account';
import { n8nClock } from '../engine/clock';
import { isTool } from '../engine/is-tool';
import { n8nLogger } from '../engine/logger';
import { nodeErrorFrom, nodeErrorSaying } from '../engine/node-error';
import { templateList } from '../engine/template-list';
import { N8nTemplateMarks } from '../engine/template-marks';
import { n8nTransport } from '../engine/transport';
import { readItem } from './read-item';
import { readSample } from './read-sample';

/** A result, and the item it comes from. */
type Told = [index: number, result: TemplateResult];

/** Runs the operation for every item; returns the items of Done and of Needs Attention. */
export async function manageItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (items.length === 0) return [[], []];
	const told: Told[] = [];
	try {
		await run(context, told);
	} catch (error) {
		if (!context.continueOnFail()) throw nodeErrorFrom(context, error);
		return toOutputs(context, told, failed(context, told, nodeErrorFrom(context, error).message));
	}
	const stopper = told.map(([, result]) => result).find(concernsWholeRun);
	// Where nothing else came of it, the step fails, as one expects when the account is not right.
	const allStopped = told.length > 0 && told.every(([, result]) => concernsWholeRun(result));
	if (stopper && allStopped && !context.continueOnFail() && !isTool(context)) {
		throw nodeErrorSaying(context, stopper.message, stopper.whatToDo);
	}
	return toOutputs(context, told);
}

async function run(context: IExecuteFunctions, told: Told[]): Promise<void> {
	const operation = context.getNodeParameter('operation', 0) as TemplateOperation;
	const settings = settingsOf(context);
	const account = takesAccount(context, operation) ? await readAccount(context) : undefined;
	try {
		await manageTemplates(
			{
				operation,
				account,
				settings,
				count: context.getInputData().length,
				input: (index) => readItem(context, operation, index),
				readSample: async (sample, index) =>
					await readSample(context, sample, index, settings.timeoutMs),
				report: (index, result) => void told.push([index, result]),
			},
			{
				transport: account && n8nTransport(context, account.apiUrl),
				clock: n8nClock,
				marks: new N8nTemplateMarks(context),
				logger: n8nLogger(context),
				isStopped: () => context.getExecutionCancelSignal()?.aborted === true,
			},
		);
	} finally {
		forgetList(account, operation, settings);
	}
}

/** Check compares with the account's templates, unless it is told to do without. */
const takesAccount = (context: IExecuteFunctions, operation: TemplateOperation): boolean =>
	operation === 'check'
		? context.getNodeParameter('compareWith', 0, 'account') === 'account'
		: !accountlessOperations.includes(operation);

/** Filters and choices hold for the whole run, so they are read from the first item. */
function settingsOf(context: IExecuteFunctions): ManageSettings {
	const of = (name: string) => context.getNodeParameter(name, 0, '') as unknown;
	return manageSettings({
		...(of('options') as IDataObject),
		...(of('filters') as IDataObject),
		allLanguages: of('allLanguages'),
		returnAll: of('returnAll'),
		limit: of('limit'),
		readyMadeNames: of('readyMadeNames'),
		readyMadeLanguages: of('readyMadeLanguages'),
		audiences: of('audiences'),
	});
}

/** The lists of the editor must not show what was there before. */
function forgetList(
	account: Account | undefined,
	operation: TemplateOperation,
	{ dryRun }: ManageSettings,
): void {
	if (account && !dryRun && changingOperations.includes(operation)) {
		templateList.forget(accountKey(account));
	}
}

/** One item per item that was not reached; `error` is what n8n's error output looks for. */
function failed(context: IExecuteFunctions, told: Told[], message: string): INodeExecutionData[] {
	const reached = new Set(told.map(([index]) => index));
	return context
		.getInputData()
		.map((_, index) => ({ json: { error: message }, pairedItem: { item: index } }))
		.filter(({ pairedItem }) => !reached.has(pairedItem.item));
}

function toOutputs(
	context: IExecuteFunctions,
	told: Told[],
	failures: INodeExecutionData[] = [],
): INodeExecutionData[][] {
	const items = context.getInputData();
	const options = context.getNodeParameter('options', 0, {}) as IDataObject;
	const asItem = ([index, result]: Told): INodeExecutionData => ({
		json: templateResultFields(
			result,
			options.includeInput === true ? items[index]?.json : undefined,
		) as IDataObject,
		pairedItem: { item: index },
	});
	const hint = templateSummary(told.map(([, result]) => result));
	if (hint) context.addExecutionHints({ message: hint, location: 'outputPane', type: 'warning' });
	// An AI agent sees the first output only, and must learn of what needs attention.
	if (isTool(context)) return [[...told.map(asItem), ...failures], []];
	const done = told.filter(([, result]) => !needsAttention(result));
	const attention = told.filter(([, result]) => needsAttention(result));
	return [done.map(asItem), [...attention.map(asItem), ...failures]];
}
