import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { Paces } from '../../core/messages/pace';
import { MediaUploads } from '../../core/messages/upload-media';
import { sendMany } from '../../core/messages/send-many';
import { readAccount } from '../engine/account';
import { n8nClock } from '../engine/clock';
import { FewFailures } from '../engine/few-failures';
import { N8nLedger } from '../engine/ledger';
import { n8nLogger } from '../engine/logger';
import { accountKey, templateCache, templateSource } from '../engine/templates';
import { n8nTransport } from '../engine/transport';
import { dryRun } from './dry-run';
import { prepareItem, type Preparing } from './prepare';
import { goesToSent, resultItem, summary, type Result } from './result-items';
import { readSettings } from './settings';

/** One pace per sending number, shared by all runs of this process. */
const paces = new Paces();

/** Sends every item of the node's input; returns the items of Sent and of Not Sent. */
export async function sendItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (items.length === 0) return [[], []];
	const settings = readSettings(context);
	const account = await readAccount(context);
	const transport = n8nTransport(context, account.apiUrl);
	const phoneNumberId = settings.phoneNumberId ?? account.phoneNumberId;
	const sender = {
		transport,
		version: account.apiVersion,
		phoneNumberId,
		timeoutMs: settings.timeoutMs,
	};
	const source = templateSource(account, transport, settings.timeoutMs);
	// A run by hand follows a change somebody has just made, so it reads the templates afresh.
	const notBefore = context.getMode() === 'manual' ? n8nClock.now() : 0;
	const failures = new FewFailures();
	const preparing: Preparing = {
		context,
		failures,
		translations: async (name) =>
			await failures.attempt(
				`template ${name}`,
				async () => await templateCache.translations(accountKey(account), source, name, notBefore),
			),
		uploads: new MediaUploads(sender),
		hashKey: `${context.getInstanceId()}/${account.businessAccountId}`,
		dryRun: settings.dryRun,
	};
	const results: Result[] = new Array<Result>(items.length);

	if (settings.dryRun) {
		await dryRun(items.length, preparing, results);
	} else {
		await sendMany(
			{
				count: items.length,
				prepare: async (index) => await prepareItem(index, preparing),
				report: (index, outcome) => {
					results[index] = outcome;
					if (outcome.error?.class === 'template' && outcome.template) {
						templateCache.forget(accountKey(account), outcome.template);
					}
				},
				concurrency: settings.concurrency,
			},
			{
				sender,
				clock: n8nClock,
				pace: paces.of(phoneNumberId, settings.messagesPerSecond, n8nClock),
				logger: n8nLogger(context),
				ledger: ledgerFor(context, settings.sendAgain),
				isStopped: () => context.getExecutionCancelSignal()?.aborted === true,
			},
		);
	}
	return toOutputs(context, results, items, settings.includeInput);
}

function ledgerFor(context: IExecuteFunctions, sendAgain: boolean): N8nLedger {
	if (!context.getWorkflow().id) {
		throw new NodeOperationError(context.getNode(), 'Save the workflow before sending', {
			description:
				'What was already sent is remembered with the workflow. Without it a second run would send everything twice.',
		});
	}
	return new N8nLedger(context, { sendAgain });
}

/** n8n's agents run a tool as a step of its own, whose type says so, or inside themselves. */
const isTool = (context: IExecuteFunctions) =>
	context.isToolExecution() || context.getNode().type.endsWith('Tool');

function toOutputs(
	context: IExecuteFunctions,
	results: Result[],
	items: INodeExecutionData[],
	includeInput: boolean,
): INodeExecutionData[][] {
	const asItem = (result: Result, index: number) =>
		resultItem(result, index, items[index], includeInput);
	const hint = summary(results);
	if (hint) context.addExecutionHints({ message: hint, location: 'outputPane', type: 'warning' });
	// An AI agent sees the first output only, and must learn that something was not sent.
	if (isTool(context)) return [results.map(asItem), []];
	const sent: INodeExecutionData[] = [];
	const notSent: INodeExecutionData[] = [];
	results.forEach((result, index) =>
		(goesToSent(result) ? sent : notSent).push(asItem(result, index)),
	);
	return [sent, notSent];
}
