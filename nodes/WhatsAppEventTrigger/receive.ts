import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { Headers, Query } from '../../core/events/platforms/platform';
import { planItems, platformOf } from '../engine/event-plan';
import { acknowledge, rawBodyOf, refuseCall } from '../engine/refuse-call';
import { dropRepeats } from '../engine/repeats';

/** The credential with the secret that a platform's webhooks prove themselves with. */
export const SECRET_CREDENTIAL = 'whatsAppEventWebhookApi';

/** One webhook of a ticketing platform: verified, read, and turned into messages before a run starts. */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const platform = platformOf(context, String(context.getNodeParameter('platform')));
	const { secret } = await context.getCredentials<{ secret?: string }>(SECRET_CREDENTIAL);
	const rawBody = rawBodyOf(context);
	const headers = context.getHeaderData() as Headers;
	const query = context.getQueryData() as Query;

	const verified = platform.verify({ rawBody, headers, query, secret: secret?.trim() });
	if (!verified.ok) return refuseCall(context, 401, verified.message);

	const body = parse(rawBody);
	if (body === undefined) return refuseCall(context, 400, 'The body is not JSON');

	const { notices, ignored } = platform.read({
		headers,
		query,
		body,
		receivedAt: new Date().toISOString(),
	});
	for (const { reason, message } of ignored) {
		context.logger.info(
			`[${context.getNode().name}] A webhook was not needed (${reason}): ${message}`,
		);
	}
	const fresh = dropRepeats(
		context,
		notices.map((notice) => ({ key: notice.id, notice })),
	);
	const [messages, leftOut] = planItems(
		context,
		fresh.map(({ notice }) => notice),
	);
	if (messages.length === 0 && leftOut.length === 0) return acknowledge();
	return { workflowData: [messages, leftOut] };
}

function parse(rawBody: Uint8Array): IDataObject | undefined {
	try {
		return JSON.parse(Buffer.from(rawBody).toString('utf8')) as IDataObject;
	} catch {
		// Answered with 400 by the caller: a platform must learn that this was not understood.
		return undefined;
	}
}
