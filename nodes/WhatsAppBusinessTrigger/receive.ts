import type {
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import type { AccountAlert } from '../../core/account/account-alert';
import { noteUpdates } from '../../core/account/note-updates';
import { verifyTokenOf, type Account } from '../../core/account/account';
import type { SubscriptionScope } from '../../core/account/subscriptions';
import { answerHandshake } from '../../core/webhooks/handshake';
import { listedWords, type OptOutOptions } from '../../core/opt-outs/opt-out';
import { optOutFields } from '../../core/opt-outs/opt-out-fields';
import type { NotificationOutput, WebhookNotification } from '../../core/webhooks/notification';
import {
	notificationFields,
	OUTPUTS,
	receiveUpdates,
	type UpdateFilter,
} from '../../core/webhooks/receive-updates';
import { sendingStates } from '../engine/account-state';
import { readAccount } from '../engine/account';
import { hashKeyOf } from '../engine/hash-key';
import { acknowledge, rawBodyOf, refuseCall } from '../engine/refuse-call';
import { dropBurst, dropRepeats } from '../engine/repeats';

/** One webhook call: a handshake, or a batch of updates. One batch starts one run at most. */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const account = await readAccount(context);
	if (context.getWebhookName() === 'setup') return handshake(context, account);

	const header = context.getHeaderData()['x-hub-signature-256'];
	const received = receiveUpdates(
		{ rawBody: rawBodyOf(context), signature: Array.isArray(header) ? header[0] : header },
		account,
		filterOf(context),
	);
	if (!received.ok) return refuseCall(context, received.status, received.message);
	for (const { path, message } of received.problems.slice(0, 5)) {
		context.logger.warn(
			`[${context.getNode().name}] Part of a webhook was not understood, at ${path}: ${message}`,
		);
	}
	// Send Template of this process stops, or goes on, with what WhatsApp tells, wanted as items or not.
	noteUpdates(sendingStates, account, received.accountNews, Date.now());
	const fresh = dropRepeats(context, received.notifications);
	if (fresh.length === 0) return acknowledge();
	return { workflowData: toOutputs(context, fresh, account) };
}

function handshake(context: IWebhookFunctions, account: Account): IWebhookResponseData {
	const answer = answerHandshake({
		query: context.getQueryData() as IDataObject,
		verifyToken: verifyTokenOf(account),
	});
	if (answer.status !== 200)
		return refuseCall(context, 403, answer.message ?? 'The handshake failed');
	context.getResponseObject().status(200).type('text/plain').send(answer.body);
	return { noWebhookResponse: true };
}

function filterOf(context: IWebhookFunctions): UpdateFilter {
	return {
		outputs: context.getNodeParameter('outputs') as NotificationOutput[],
		statuses: context.getNodeParameter('statuses', []) as string[],
		scope: context.getNodeParameter('scope') as SubscriptionScope,
	};
}

function wordsOf(context: IWebhookFunctions): OptOutOptions {
	const option = (name: string) => context.getNodeParameter(`options.${name}`, '') as string;
	return {
		stopWords: listedWords(option('stopWords')),
		startWords: listedWords(option('startWords')),
	};
}

function toOutputs(
	context: IWebhookFunctions,
	notifications: WebhookNotification[],
	account: Account,
): INodeExecutionData[][] {
	const includeRaw = context.getNodeParameter('options.includeRaw', false) === true;
	const words = wordsOf(context);
	const hashKey = (id: string) => hashKeyOf(context, id || account.businessAccountId);
	return OUTPUTS.map((output) =>
		notifications
			.filter((notification) => notification.output === output)
			.map((entry) => {
				const optOut = optOutFields(entry, hashKey, Date.now(), words);
				const fields = notificationFields(entry, includeRaw, optOut);
				if (entry.kind === 'status') tellInBurstOnce(context, fields);
				return { json: fields as IDataObject };
			}),
	);
}

/**
 * Messages that cannot be paid fail by the dozen. The first one carries the alert: runs that begin in the same moment cannot
 * know of each other what they told, and n8n's Remove Duplicates lets all items of one run pass that are new to it.
 */
function tellInBurstOnce(context: IWebhookFunctions, fields: Record<string, unknown>): void {
	const alert = fields.alert as AccountAlert | undefined;
	if (alert && dropBurst(context, [alert]).length === 0) delete fields.alert;
}
