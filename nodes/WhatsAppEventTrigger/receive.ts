import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { chosenPlatform } from '../../core/events/plan-settings';
import type { Headers, Query } from '../../core/events/platforms/platform';
import { receiveEvent } from '../../core/events/receive-event';
import { fieldsOfWebhook, planItems } from '../engine/event-plan';
import { acknowledge, rawBodyOf, refuseCall } from '../engine/refuse-call';
import { dropRepeats } from '../engine/repeats';

/** The credential with the secret that a platform's webhooks prove themselves with. */
export const SECRET_CREDENTIAL = 'whatsAppEventWebhookApi';

/** One webhook of a ticketing platform: verified, read, and turned into messages before a run starts. */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const fields = fieldsOfWebhook(context);
	const { secret } = await context.getCredentials<{ secret?: string }>(SECRET_CREDENTIAL);
	const platform = chosenPlatform(String(context.getNodeParameter('platform')), fields.mapping);
	const received = await receiveEvent(
		{ platform, secret },
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
	const fresh = dropRepeats(
		context,
		received.notices.map((notice) => ({ key: notice.id, notice })),
	);
	const [messages, leftOut] = planItems(
		fields,
		fresh.map(({ notice }) => notice),
	);
	if (messages.length === 0 && leftOut.length === 0) return acknowledge();
	return { workflowData: [messages, leftOut] };
}
