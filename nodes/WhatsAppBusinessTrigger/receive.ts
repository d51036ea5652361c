import type {
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import type { SubscriptionScope } from '../../core/account/subscriptions';
import { answerHandshake } from '../../core/webhooks/handshake';
import type { NotificationOutput, WebhookNotification } from '../../core/webhooks/notification';
import { parseWebhookBody } from '../../core/webhooks/parse-body';
import { readNotifications } from '../../core/webhooks/read-notifications';
import { verifySignature } from '../../core/webhooks/signature';
import { readAccount, secretsOf, verifyTokenOf, type Account } from '../engine/account';
import { acknowledge, rawBodyOf, refuseCall } from '../engine/refuse-call';
import { dropRepeats } from '../engine/repeats';

/** The outputs in the order of the node. */
export const OUTPUTS: readonly NotificationOutput[] = [
	'messages',
	'statuses',
	'templates',
	'account',
];

/** One webhook call: a handshake, or a batch of updates. One batch starts one run at most. */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const account = await readAccount(context);
	if (context.getWebhookName() === 'setup') return handshake(context, account);

	const rawBody = rawBodyOf(context);
	const header = context.getHeaderData()['x-hub-signature-256'];
	const signature = verifySignature({
		rawBody,
		header: Array.isArray(header) ? header[0] : header,
		secrets: secretsOf(account),
	});
	if (!signature.ok) return refuseCall(context, 401, signature.message);

	const parsed = parseWebhookBody(rawBody);
	if (!parsed.ok)
		return refuseCall(context, parsed.reason === 'too_large' ? 413 : 400, parsed.message);

	const { notifications, problems } = readNotifications(parsed.body);
	for (const { path, message } of problems.slice(0, 5)) {
		context.logger.warn(
			`[${context.getNode().name}] Part of a webhook was not understood, at ${path}: ${message}`,
		);
	}
	const wanted = notifications.filter(filterFor(context, account));
	const fresh = dropRepeats(context, wanted);
	if (fresh.length === 0) return acknowledge();
	return { workflowData: toOutputs(context, fresh) };
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

function filterFor(context: IWebhookFunctions, account: Account) {
	const outputs = new Set(context.getNodeParameter('outputs') as NotificationOutput[]);
	const statuses = new Set(context.getNodeParameter('statuses', []) as string[]);
	const scope = context.getNodeParameter('scope') as SubscriptionScope;
	return (notification: WebhookNotification): boolean => {
		if (!outputs.has(notification.output)) return false;
		if (
			notification.kind === 'status' &&
			isKnown(notification.status) &&
			!statuses.has(notification.status)
		) {
			return false;
		}
		if (scope === 'app') return true;
		if (notification.businessAccountId !== account.businessAccountId) return false;
		return (
			scope === 'account' ||
			(notification.phoneNumberId ?? account.phoneNumberId) === account.phoneNumberId
		);
	};
}

/** A status Meta adds later passes: nobody could have left it out on purpose. */
const isKnown = (status: string) =>
	['sent', 'delivered', 'read', 'played', 'failed'].includes(status);

function toOutputs(
	context: IWebhookFunctions,
	notifications: WebhookNotification[],
): INodeExecutionData[][] {
	const includeRaw = context.getNodeParameter('options.includeRaw', false) === true;
	return OUTPUTS.map((output) =>
		notifications
			.filter((notification) => notification.output === output)
			.map((notification) => {
				const { raw, ...rest } = notification;
				const json = { ...rest, ...(includeRaw || notification.kind === 'other' ? { raw } : {}) };
				return { json: json as unknown as IDataObject };
			}),
	);
}
