import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { PlatformAccess } from '../../core/events/platform-api';
import { chosenPlatform, readingOptionsFrom } from '../../core/events/plan-settings';
import type { Headers, Query } from '../../core/events/platforms/platform';
import { receiveEvent } from '../../core/events/receive-event';
import { fieldsOfWebhook, noticeItems, planItems } from '../engine/event-plan';
import { platformTransport } from '../engine/platform-transport';
import { acknowledge, rawBodyOf, refuseCall } from '../engine/refuse-call';
import { dropBurst, dropRepeats } from '../engine/repeats';

/** The credential with the secret that a platform's webhooks prove themselves with. */
export const SECRET_CREDENTIAL = 'whatsAppEventWebhookApi';

interface WebhookCredential {
	secret?: string;
	apiAddress?: string;
	apiToken?: string;
}

/** Somebody asks whether the address is there: a platform before it calls, or an organiser in a browser. */
export const answerQuestion = (): IWebhookResponseData => ({
	webhookResponse: 'An Event Trigger listens here. Enter this address on your ticketing platform.',
});

/** One webhook of a ticketing platform: verified, read, and turned into messages before a run starts. */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const fields = fieldsOfWebhook(context);
	const { secret, access } = await readCredential(context);
	const platform = chosenPlatform(String(context.getNodeParameter('platform')), fields.mapping);
	const received = await receiveEvent(
		{ platform, secret, access, options: readingOptionsFrom(fields) },
		{
			rawBody: rawBodyOf(context),
			headers: context.getHeaderData() as Headers,
			query: context.getQueryData() as Query,
			receivedAt: new Date().toISOString(),
		},
	);
	if (!received.ok) return refuseCall(context, received.status, received.message);
	for (const { reason, message } of received.ignored) {
		context.logger.info(
			`[${context.getNode().name}] A webhook was not needed (${reason}): ${message}`,
		);
	}
	const handsOutNotices = context.getNodeParameter('handOut', 'messages') === 'notices';
	const entries = received.notices.map((notice) => ({ key: notice.id, notice }));
	const fresh = (handsOutNotices ? dropBurst : dropRepeats)(context, entries);
	const notices = fresh.map(({ notice }) => notice);
	const outputs = handsOutNotices ? [noticeItems(notices), []] : planItems(fields, notices);
	if (outputs.every((items) => items.length === 0)) return acknowledge();
	return { workflowData: outputs };
}

async function readCredential(
	context: IWebhookFunctions,
): Promise<{ secret?: string; access?: PlatformAccess }> {
	const { secret, apiAddress, apiToken } =
		await context.getCredentials<WebhookCredential>(SECRET_CREDENTIAL);
	if (!apiToken?.trim()) return { secret };
	const transport = platformTransport(context);
	return { secret, access: { address: apiAddress, token: apiToken, transport } };
}
