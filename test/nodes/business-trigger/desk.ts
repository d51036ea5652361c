import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { startSimulator, type ControlChange, type Simulator } from '../../../simulator/index';
import { startReceiver, type Receiver } from '../../../simulator/testing/receiver';
import { DEMO_CREDENTIALS } from '../../../simulator/credentials';
import type { Json } from '../../engine/json';
import { InProcessEngine, type WebhookCall } from '../../engine/n8n-in-process';

export const { appId, appSecret, businessAccountId, phoneNumberId, verifyToken } = DEMO_CREDENTIALS;

export const NODE = 'whatsAppBusinessTrigger';

export const parameters = (more: INodeParameters = {}): INodeParameters => ({
	outputs: ['messages', 'statuses', 'templates', 'account'],
	statuses: ['sent', 'delivered', 'read', 'failed'],
	scope: 'app',
	testWith: 'real',
	sample: 'statuses',
	options: {},
	...more,
});

export const engineFor = (credential: IDataObject = {}) =>
	new InProcessEngine({
		whatsAppBusinessApi: {
			...DEMO_CREDENTIALS,
			apiUrl: 'http://127.0.0.1:9',
			...(credential as Record<string, string>),
		},
	});

export const sign = (body: Buffer | string, secret = appSecret) =>
	`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

/** One POST to the trigger, signed unless the headers say otherwise. */
export async function post(
	engine: InProcessEngine,
	body: unknown,
	more: INodeParameters = {},
	call: WebhookCall = {},
) {
	const rawBody = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
	const headers = { 'x-hub-signature-256': sign(rawBody) };
	return await engine.webhook(NODE, parameters(more), { rawBody, headers, ...call });
}

/** The items of each output, by name; undefined where no run starts. */
export async function postForItems(...args: Parameters<typeof post>) {
	const { outputs } = await post(...args);
	if (!outputs) return undefined;
	const [messages, statuses, templates, account] = outputs.map((items) =>
		items.map(({ json }) => json as Record<string, Json>),
	);
	return { messages, statuses, templates, account } as Record<
		'messages' | 'statuses' | 'templates' | 'account',
		Array<Record<string, Json>>
	>;
}

export const fixture = (name: string): Json =>
	JSON.parse(
		readFileSync(path.join(__dirname, `../../../core/webhooks/fixtures/${name}.json`), 'utf8'),
	);

/** A call with changes of one field, as Meta wraps them. */
export const bodyOf = (field: string, ...values: object[]) => ({
	object: 'whatsapp_business_account',
	entry: [{ id: businessAccountId, changes: values.map((value) => ({ field, value })) }],
});

export const metadata = { display_phone_number: '15550783881', phone_number_id: phoneNumberId };

export const statuses = (count: number, status = 'delivered', padding = '') => ({
	messaging_product: 'whatsapp',
	metadata,
	statuses: Array.from({ length: count }, (_, index) => ({
		id: `wamid.${index}`,
		status,
		timestamp: '1763800000',
		recipient_id: '819012345678',
		...(padding ? { padding } : {}),
	})),
});

/** A simulator, and addresses that answer its handshake, for the hooks of the trigger. */
export class HookDesk {
	simulator!: Simulator;

	engine!: InProcessEngine;

	/** This n8n: answers for its production and its test addresses. */
	n8n!: Receiver;

	/** Somebody else's address. */
	other!: Receiver;

	async open(settings?: ControlChange): Promise<void> {
		[this.simulator, this.n8n, this.other] = await Promise.all([
			startSimulator({ settings }),
			startReceiver(),
			startReceiver(),
		]);
		this.engine = engineFor({ ...this.simulator.credentials });
	}

	async close(): Promise<void> {
		await Promise.all([this.simulator.close(), this.n8n.close(), this.other.close()]);
	}

	/** What another workflow, or another program, set up before. */
	readonly hold = {
		app: async (url: string) =>
			await this.graph(
				'POST',
				`${appId}/subscriptions`,
				{
					object: 'whatsapp_business_account',
					callback_url: url,
					verify_token: 'theirs',
					fields: ['messages'],
				},
				`${appId}|${appSecret}`,
			),
		account: async (url: string) =>
			await this.graph('POST', `${businessAccountId}/subscribed_apps`, {
				override_callback_uri: url,
				verify_token: 'theirs',
			}),
		number: async (url: string) =>
			await this.graph('POST', phoneNumberId, {
				webhook_configuration: { override_callback_uri: url, verify_token: 'theirs' },
			}),
	};

	get production(): string {
		return this.n8n.url.replace('/hook', '/webhook/updates/webhook');
	}

	get test(): string {
		return this.production.replace('/webhook/', '/webhook-test/');
	}

	async hook(
		method: 'checkExists' | 'create' | 'delete',
		more: INodeParameters = {},
		webhookUrl = this.production,
	): Promise<boolean> {
		const activation = webhookUrl.includes('/webhook-test/') ? 'manual' : 'activate';
		return await this.engine.hook(NODE, method, parameters(more), { webhookUrl, activation });
	}

	/** Where WhatsApp sends updates at this moment. */
	async subscriptions() {
		const app = await this.get(`${appId}/subscriptions`, `${appId}|${appSecret}`);
		const account = await this.get(`${businessAccountId}/subscribed_apps`);
		const number = await this.get(`${phoneNumberId}?fields=webhook_configuration`);
		return {
			app: app.data[0]?.callback_url as string | undefined,
			fields: (app.data[0]?.fields ?? []).map(({ name }: { name: string }) => name) as string[],
			account: account.data.length > 0,
			accountOverride: account.data[0]?.override_callback_uri as string | undefined,
			numberOverride: number.webhook_configuration?.phone_number as string | undefined,
		};
	}

	/** Requests that change something at Meta. */
	changes() {
		const calls = this.simulator.control.calls({ limit: 1000 });
		return calls
			.filter(({ method }) => method !== 'GET')
			.map(({ method, path: at }) => `${method} ${at}`);
	}

	async graph(method: string, at: string, body?: object, token?: string): Promise<Json> {
		const { url, credentials } = this.simulator;
		const answer = await fetch(`${url}/v26.0/${at}`, {
			method,
			headers: {
				'Content-Type': 'application/json',
				Authorization: `Bearer ${token ?? credentials.accessToken}`,
			},
			...(body ? { body: JSON.stringify(body) } : {}),
		});
		const json = (await answer.json()) as object;
		if (!answer.ok) throw new Error(JSON.stringify(json));
		return json;
	}

	private async get(at: string, token?: string): Promise<Json> {
		return await this.graph('GET', at, undefined, token);
	}
}

export function useHookDesk(): HookDesk {
	const desk = new HookDesk();
	beforeEach(async () => await desk.open());
	afterEach(async () => await desk.close());
	return desk;
}
