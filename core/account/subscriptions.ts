import { graphPath } from '../graph/address';
import { callGraph } from '../graph/call';
import type { GraphRequest, Transport } from '../ports';
import type { NotificationOutput } from '../webhooks/notification';

/** Which updates are wanted: everything of the app, or the messages of one account or one number. */
export type SubscriptionScope = 'app' | 'account' | 'number';

export interface Subscriber {
	transport: Transport;
	version: string;
	appId: string;
	/** The current app secret; app-level calls use the token `APP_ID|SECRET`. */
	appSecret: string;
	businessAccountId: string;
	phoneNumberId: string;
}

export interface Callback {
	url: string;
	verifyToken: string;
}

/** Where updates go at this moment. */
export interface SubscriptionState {
	/** The app's own address, with the fields it gets; absent when there is none. */
	app?: { url: string; fields: string[] };
	/** Whether the account sends its updates to the app at all. */
	accountSubscribed: boolean;
	/** Overrides for messages and statuses; the narrower one wins. */
	accountOverride?: string;
	numberOverride?: string;
}

const OBJECT = 'whatsapp_business_account';
const TIMEOUT_MS = 20_000;

/** Webhook fields behind each output of the trigger (Meta, "Webhooks: fields"). */
export const FIELDS_BY_OUTPUT: Record<NotificationOutput, readonly string[]> = {
	messages: ['messages', 'user_preferences'],
	statuses: ['messages'],
	templates: [
		'message_template_status_update',
		'message_template_quality_update',
		'message_template_components_update',
		'template_category_update',
	],
	account: [
		'account_alerts',
		'account_review_update',
		'account_update',
		'business_capability_update',
		'phone_number_name_update',
		'phone_number_quality_update',
		'security',
	],
};

export const fieldsFor = (outputs: readonly NotificationOutput[]): string[] => [
	...new Set(outputs.flatMap((output) => FIELDS_BY_OUTPUT[output])),
];

/** Reads where the app's, the account's and the number's updates go. */
export async function readSubscriptions(subscriber: Subscriber): Promise<SubscriptionState> {
	const { businessAccountId, phoneNumberId, appId } = subscriber;
	const [app, account, number] = await Promise.all([
		call(subscriber, 'Reading the subscription of the app', 'GET', [appId, 'subscriptions'], {
			asApp: true,
		}),
		call(subscriber, 'Reading the subscription of the account', 'GET', [
			businessAccountId,
			'subscribed_apps',
		]),
		call(subscriber, 'Reading the webhook of the number', 'GET', [phoneNumberId], {
			query: { fields: 'webhook_configuration' },
		}),
	]);
	const subscription = listOf(app).find(
		(entry) => entry.object === OBJECT && entry.active !== false,
	);
	const mine = listOf(account).find(
		(entry) => String(objectOf(entry.whatsapp_business_api_data).id) === appId,
	);
	return {
		...(subscription && typeof subscription.callback_url === 'string'
			? { app: { url: subscription.callback_url, fields: fieldNames(subscription.fields) } }
			: {}),
		accountSubscribed: mine !== undefined,
		accountOverride: textOf(mine?.override_callback_uri),
		numberOverride: textOf(objectOf(number.webhook_configuration).phone_number),
	};
}

/** The address that gets what this scope asks for, whoever it belongs to. */
export function holderOf(state: SubscriptionState, scope: SubscriptionScope): string | undefined {
	if (scope === 'number') return state.numberOverride;
	if (scope === 'account') return state.accountOverride;
	return state.app?.url;
}

/** Whether this address already gets everything that is wanted. */
export function isSubscribed(
	state: SubscriptionState,
	scope: SubscriptionScope,
	url: string,
	fields: readonly string[],
): boolean {
	if (holderOf(state, scope) !== url || !state.accountSubscribed) return false;
	// Overrides carry the message fields only; the fields of the app are the app trigger's business.
	return scope !== 'app' || fields.every((field) => state.app?.fields.includes(field));
}

/**
 * Subscribes this address. Subscribing the account without an address would clear an override that
 * somebody else set, so it is left alone where the account is subscribed already.
 */
export async function subscribe(
	subscriber: Subscriber,
	scope: SubscriptionScope,
	callback: Callback,
	fields: readonly string[],
	state: SubscriptionState,
): Promise<void> {
	const { businessAccountId, phoneNumberId } = subscriber;
	if (scope === 'app' || !state.app) await subscribeApp(subscriber, callback, fields);
	if (scope === 'account') {
		const body = { override_callback_uri: callback.url, verify_token: callback.verifyToken };
		await call(
			subscriber,
			'Subscribing the account',
			'POST',
			[businessAccountId, 'subscribed_apps'],
			{ body },
		);
	} else if (!state.accountSubscribed) {
		await call(
			subscriber,
			'Subscribing the account',
			'POST',
			[businessAccountId, 'subscribed_apps'],
			{ body: {} },
		);
	}
	if (scope === 'number') {
		const body = {
			webhook_configuration: {
				override_callback_uri: callback.url,
				verify_token: callback.verifyToken,
			},
		};
		await call(subscriber, 'Subscribing the number', 'POST', [phoneNumberId], { body });
	}
}

/** Takes this address out again, and only this one: what somebody else holds stays. */
export async function unsubscribe(subscriber: Subscriber, url: string): Promise<void> {
	const state = await readSubscriptions(subscriber);
	const { businessAccountId, phoneNumberId, appId } = subscriber;
	if (state.numberOverride === url) {
		const body = { webhook_configuration: { override_callback_uri: '' } };
		await call(subscriber, 'Removing the webhook of the number', 'POST', [phoneNumberId], { body });
	}
	if (state.accountOverride === url) {
		// An empty subscription keeps the account subscribed and clears its override.
		await call(
			subscriber,
			'Removing the webhook of the account',
			'POST',
			[businessAccountId, 'subscribed_apps'],
			{ body: {} },
		);
	}
	if (state.app?.url === url) {
		await call(subscriber, 'Removing the webhook of the app', 'DELETE', [appId, 'subscriptions'], {
			asApp: true,
			query: { object: OBJECT },
		});
	}
}

async function subscribeApp(
	subscriber: Subscriber,
	callback: Callback,
	fields: readonly string[],
): Promise<void> {
	await call(subscriber, 'Subscribing the app', 'POST', [subscriber.appId, 'subscriptions'], {
		asApp: true,
		body: {
			object: OBJECT,
			callback_url: callback.url,
			verify_token: callback.verifyToken,
			fields: [...fields],
			include_values: true,
		},
	});
}

async function call(
	subscriber: Subscriber,
	action: string,
	method: GraphRequest['method'],
	segments: string[],
	extra: { asApp?: boolean; query?: Record<string, string>; body?: unknown } = {},
): Promise<Record<string, unknown>> {
	const { asApp, ...rest } = extra;
	return await callGraph(subscriber.transport, action, {
		method,
		path: graphPath(subscriber.version, ...segments),
		...rest,
		...(asApp ? { accessToken: `${subscriber.appId}|${subscriber.appSecret}` } : {}),
		timeoutMs: TIMEOUT_MS,
	});
}

function listOf(answer: Record<string, unknown>): Array<Record<string, unknown>> {
	return Array.isArray(answer.data) ? answer.data.map(objectOf) : [];
}

function objectOf(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** Meta lists fields as names or as `{name, version}`. */
function fieldNames(fields: unknown): string[] {
	if (!Array.isArray(fields)) return [];
	return fields.map((field) => String(typeof field === 'string' ? field : objectOf(field).name));
}
