import { createHmac } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';
import { exampleBody } from '../../../examples/read-example';
import type { Json } from '../../engine/json';
import { InProcessEngine, type WebhookCall } from '../../engine/n8n-in-process';

export const SECRET = 'a long secret of the organiser';

export const engineFor = (secret: string | undefined = SECRET) =>
	new InProcessEngine({ whatsAppEventWebhookApi: { secret: secret as string } });

export const parameters = (more: INodeParameters = {}): INodeParameters => ({
	platform: 'generic',
	automations: ['attendee.registration_confirmed', 'buyer.registration_confirmed'],
	mapping: {},
	event: {},
	options: {},
	...more,
});

/** One webhook of any platform that sends a secret along. */
export async function post(
	engine: InProcessEngine,
	body: unknown,
	more: INodeParameters = {},
	call: WebhookCall = {},
) {
	const rawBody = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
	const headers = { 'x-webhook-secret': SECRET };
	return read(
		await engine.webhook('whatsAppEventTrigger', parameters(more), { rawBody, headers, ...call }),
	);
}

export const signTito = (body: string, secret = SECRET) =>
	createHmac('sha256', secret).update(body).digest('base64');

/** One webhook of Tito; the name of the example says what happened, as its header does. */
export async function postTito(
	engine: InProcessEngine,
	example: string,
	change: object = {},
	more: INodeParameters = {},
) {
	const body = JSON.stringify({ ...(exampleBody(`tito/${example}`) as object), ...change });
	const headers = {
		'tito-signature': signTito(body),
		'x-webhook-name': example.split('-')[0] as string,
	};
	return await post(engine, body, { platform: 'tito', ...more }, { headers });
}

export const generic = (example: string, change: object = {}) => ({
	...(exampleBody(`generic/${example}`) as object),
	...change,
});

function read({ status, body, outputs }: Awaited<ReturnType<InProcessEngine['webhook']>>) {
	const [messages = [], leftOut = []] = (outputs ?? []).map((items) =>
		items.map(({ json }) => json as Record<string, Json>),
	);
	return { status, body, ran: outputs !== undefined, messages, leftOut };
}
