import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { Paces } from '../../core/messages/pace';
import type { DeliveryOutcome } from '../../core/messages/outcome';
import { MediaUploads } from '../../core/messages/upload-media';
import { normaliseRecipient } from '../../core/messages/recipient';
import { sendMany } from '../../core/messages/send-many';
import { renderText } from '../../core/templates/render-text';
import { readAccount } from '../engine/account';
import { n8nClock } from '../engine/clock';
import { N8nLedger } from '../engine/ledger';
import { n8nLogger } from '../engine/logger';
import { accountKey, templateCache, templateSource } from '../engine/templates';
import { n8nTransport } from '../engine/transport';
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
	const sender = { transport, version: account.apiVersion, phoneNumberId, timeoutMs: settings.timeoutMs };
	const source = templateSource(account, transport, settings.timeoutMs);
	// A run by hand follows a change somebody has just made, so it reads the templates afresh.
	const notBefore = context.getMode() === 'manual' ? n8nClock.now() : 0;
	const preparing: Preparing = {
		context,
		translations: async (name) =>
			await templateCache.translations(accountKey(account), source, name, notBefore),
		uploads: new MediaUploads(sender),
		hashKey: `${context.getInstanceId()}/${account.businessAccountId}`,
		dryRun: settings.dryRun,
	};
	const results: Result[] = new Array<Result>(items.length);

	if (settings.dryRun) {
		for (let index = 0; index < items.length; index++) results[index] = await dryRun(index, preparing);
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

async function dryRun(index: number, preparing: Preparing): Promise<Result> {
	const prepared = await prepareSafely(index, preparing);
	if ('refused' in prepared) return prepared.refused;
	const { ready, values } = prepared;
	const recipient = normaliseRecipient(ready.to);
	return {
		outcome: 'would_send',
		dryRun: true,
		recipient: `…${ready.to.slice(-4)}`,
		...(recipient.ok && recipient.country ? { country: recipient.country } : {}),
		template: ready.template.name,
		language: ready.template.language,
		category: ready.template.category,
		deliveryKey: ready.deliveryKey,
		text: renderText(ready.template, values),
	};
}

async function prepareSafely(index: number, preparing: Preparing): ReturnType<typeof prepareItem> {
	try {
		return await prepareItem(index, preparing);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		const refused: DeliveryOutcome = { outcome: 'skipped', reason: 'input_invalid', message };
		return { refused: { ...refused, whatToDo: 'Correct the input of this item and run it again.' } };
	}
}

function toOutputs(
	context: IExecuteFunctions,
	results: Result[],
	items: INodeExecutionData[],
	includeInput: boolean,
): INodeExecutionData[][] {
	const asItem = (result: Result, index: number) => resultItem(result, index, items[index], includeInput);
	const hint = summary(results);
	if (hint) context.addExecutionHints({ message: hint, location: 'outputPane', type: 'warning' });
	// An AI agent sees the first output only, and must learn that something was not sent.
	if (context.isToolExecution()) return [results.map(asItem), []];
	const sent: INodeExecutionData[] = [];
	const notSent: INodeExecutionData[] = [];
	results.forEach((result, index) => (goesToSent(result) ? sent : notSent).push(asItem(result, index)));
	return [sent, notSent];
}
