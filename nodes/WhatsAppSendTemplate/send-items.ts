import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { sendingPlace } from '../../core/account/sending-gate';
import { Paces } from '../../core/messages/pace';
import { goesToSent, resultFields, summary, type Result } from '../../core/messages/result';
import { runSettings } from '../../core/messages/run-settings';
import { sendRun } from '../../core/messages/send-run';
import { lazyOptOutRows } from '../../core/opt-outs/opt-out-rows';
import { readAccount } from '../engine/account';
import { n8nClock } from '../engine/clock';
import { healthCache, sendingStates } from '../engine/account-state';
import { hashKeyOf } from '../engine/hash-key';
import { isTool } from '../engine/is-tool';
import { N8nLedger } from '../engine/ledger';
import { n8nLogger } from '../engine/logger';
import { templateCache } from '../engine/templates';
import { n8nTransport } from '../engine/transport';
import { creditGuard } from './credit-guard';
import { itemFile, readItem } from './read-item';

/** One pace per sending number, shared by all runs of this process. */
const paces = new Paces();

/** Sends every item of the node's input; returns the items of Sent and of Not Sent. */
export async function sendItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (items.length === 0) return [[], []];
	const byHand = context.getMode() === 'manual';
	const options = context.getNodeParameter('options', 0, {}) as IDataObject;
	const settings = runSettings({
		...options,
		beforeSending: context.getNodeParameter('beforeSending', 0, 'nothing'),
		sendAgain: options.sendAgain === true && byHand,
	});
	const account = await readAccount(context);
	const hashKey = hashKeyOf(context, account.businessAccountId);
	// Somebody who runs it by hand has mended something: what was known of the account is looked at again.
	if (byHand) sendingStates.lookNow(sendingPlace(account));
	const results = new Array<Result>(items.length);
	await sendRun(
		{
			account,
			settings,
			count: items.length,
			request: (index) => readItem(context, index),
			fileOf: (index, field) => itemFile(context, index, field),
			report: (index, result) => {
				results[index] = result;
			},
			hashKey,
			guard: creditGuard(context),
			optOuts: lazyOptOutRows(options.optedOut, hashKey, String(options.defaultCountry ?? '')),
			// A run by hand follows a change somebody has just made, so it reads the templates afresh.
			templatesNotBefore: byHand ? n8nClock.now() : 0,
		},
		{
			transport: n8nTransport(context, account.apiUrl),
			clock: n8nClock,
			logger: n8nLogger(context),
			paces,
			templates: templateCache,
			states: sendingStates,
			health: healthCache,
			ledger: () => ledgerFor(context, settings.sendAgain),
			isStopped: () => context.getExecutionCancelSignal()?.aborted === true,
		},
	);
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

function toOutputs(
	context: IExecuteFunctions,
	results: Result[],
	items: INodeExecutionData[],
	includeInput: boolean,
): INodeExecutionData[][] {
	const asItem = (result: Result, index: number): INodeExecutionData => ({
		json: resultFields(result, includeInput ? items[index]?.json : undefined) as IDataObject,
		pairedItem: { item: index },
	});
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
