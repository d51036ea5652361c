import type { JsonObject } from '../json.ts';
import type { Simulator } from '../index.ts';

/** An answer with its JSON read. */
export interface JsonAnswer {
	status: number;
	json: JsonObject;
}

/** The `error` of a Graph refusal. */
export interface RefusalJson {
	message: string;
	type: string;
	code: number;
	error_subcode?: number;
	error_data?: { messaging_product: string; details: string };
	fbtrace_id: string;
}

/** Calls any path of a simulator as JSON, with the account's token unless told otherwise. */
export async function call(
	simulator: Simulator,
	method: string,
	path: string,
	body?: unknown,
	token: string | null = simulator.credentials.accessToken,
): Promise<JsonAnswer> {
	const response = await fetch(`${simulator.url}${path}`, {
		method,
		headers: {
			...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
			...(token === null ? {} : { Authorization: `Bearer ${token}` }),
		},
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	const text = await response.text();
	return { status: response.status, json: text === '' ? {} : (JSON.parse(text) as JsonObject) };
}

/** Sends a template. */
export function sendTemplate(
	simulator: Simulator,
	name: string,
	components: unknown[] = [],
	more: { to?: string; language?: string; callbackData?: string; from?: string } = {},
): Promise<JsonAnswer> {
	const { language = 'en', to = '+819012345678' } = more;
	return call(
		simulator,
		'POST',
		`/v26.0/${more.from ?? simulator.credentials.phoneNumberId}/messages`,
		{
			messaging_product: 'whatsapp',
			to,
			type: 'template',
			template: { name, language: { code: language }, components },
			...(more.callbackData === undefined ? {} : { biz_opaque_callback_data: more.callbackData }),
		},
	);
}

/** A body component with named text values. */
export function namedBody(values: Record<string, string>): JsonObject {
	const parameters = Object.entries(values).map(([parameter_name, text]) => ({
		type: 'text',
		parameter_name,
		text,
	}));
	return { type: 'body', parameters };
}

/** A button component. */
export function button(subType: string, index: number | string, parameter?: unknown): JsonObject {
	const parameters = parameter === undefined ? [] : [parameter];
	return { type: 'button', sub_type: subType, index, parameters };
}

/** The refusal in an answer; fails when it is none. */
export function refusalOf(answer: JsonAnswer): RefusalJson & { status: number } {
	if (answer.json['error'] === undefined) {
		throw new Error(`not refused: ${JSON.stringify(answer.json).slice(0, 200)}`);
	}
	return { ...(answer.json['error'] as RefusalJson), status: answer.status };
}

/** Subscribes the app with an address, and the app to the account. */
export async function subscribe(
	simulator: Simulator,
	callbackUrl: string,
	fields: string[] = ['messages'],
): Promise<void> {
	const { appId, appSecret, businessAccountId } = simulator.credentials;
	const subscription = {
		object: 'whatsapp_business_account',
		callback_url: callbackUrl,
		verify_token: 'v',
		fields,
	};
	const app = await call(
		simulator,
		'POST',
		`/v26.0/${appId}/subscriptions`,
		subscription,
		`${appId}|${appSecret}`,
	);
	if (app.status !== 200) throw new Error(JSON.stringify(app.json));
	await call(simulator, 'POST', `/v26.0/${businessAccountId}/subscribed_apps`);
}
