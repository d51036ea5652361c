import { scriptedTransport, type ScriptedAnswer } from '../testing/scripted-transport';
import type { GraphRequest } from '../ports';
import {
	fieldsFor,
	holderOf,
	isSubscribed,
	readSubscriptions,
	subscribe,
	unsubscribe,
	type SubscriptionScope,
} from './subscriptions';

const OURS = 'https://n8n.example/webhook/1';
const THEIRS = 'https://other.example/hook';
const callback = { url: OURS, verifyToken: 'token' };
const fields = ['messages', 'account_update'];

/** A Graph API that knows one app, one account and one number. */
function meta(
	holds: { app?: string; account?: string; number?: string; subscribed?: boolean } = {},
) {
	const app = {
		object: 'whatsapp_business_account',
		callback_url: holds.app,
		active: true,
		fields: [{ name: 'messages', version: 'v26.0' }, 'account_update'],
	};
	const account = {
		whatsapp_business_api_data: { id: 'APP', name: 'Ours' },
		...(holds.account ? { override_callback_uri: holds.account } : {}),
	};
	const someone = { whatsapp_business_api_data: { id: 'OTHER' }, override_callback_uri: THEIRS };
	const answers: Record<string, ScriptedAnswer> = {
		'/v26.0/APP/subscriptions': {
			body: { data: [{ object: 'page' }, ...(holds.app ? [app] : [])] },
		},
		'/v26.0/WABA/subscribed_apps': {
			body: { data: holds.subscribed === false ? [someone] : [someone, account] },
		},
		'/v26.0/NUMBER': {
			body: {
				webhook_configuration: {
					application: OURS,
					...(holds.number ? { phone_number: holds.number } : {}),
				},
			},
		},
	};
	const { transport, requests } = scriptedTransport(({ method, path }) =>
		method === 'GET' ? (answers[path] ?? {}) : { body: { success: true } },
	);
	const subscriber = {
		transport,
		version: 'v26.0',
		appId: 'APP',
		appSecret: 'secret',
		businessAccountId: 'WABA',
		phoneNumberId: 'NUMBER',
	};
	return {
		subscriber,
		changes: () => requests.filter(({ method }) => method !== 'GET').map(tidy),
		requests,
	};
}

const tidy = ({ method, path, body, query, accessToken }: GraphRequest) => ({
	call: `${method} ${path}`,
	...(body ? { body } : {}),
	...(query ? { query } : {}),
	...(accessToken ? { accessToken } : {}),
});

async function subscribed(scope: SubscriptionScope, holds: Parameters<typeof meta>[0]) {
	const { subscriber, changes } = meta(holds);
	await subscribe(subscriber, scope, callback, fields, await readSubscriptions(subscriber));
	return changes();
}

describe('where updates go', () => {
	it('is read from the app, the account and the number', async () => {
		const { subscriber, requests } = meta({ app: OURS, account: THEIRS, number: OURS });
		expect(await readSubscriptions(subscriber)).toEqual({
			app: { url: OURS, fields: ['messages', 'account_update'] },
			accountSubscribed: true,
			accountOverride: THEIRS,
			numberOverride: OURS,
		});
		expect(requests.map(({ accessToken }) => accessToken)).toEqual([
			'APP|secret',
			undefined,
			undefined,
		]);
	});

	it('is nowhere for a new app', async () => {
		const { subscriber } = meta({ subscribed: false });
		expect(await readSubscriptions(subscriber)).toEqual({ accountSubscribed: false });
	});

	it('is held by the narrowest address of its own scope only', async () => {
		const state = await readSubscriptions(meta({ app: OURS, account: THEIRS }).subscriber);
		expect((['app', 'account', 'number'] as const).map((scope) => holderOf(state, scope))).toEqual([
			OURS,
			THEIRS,
			undefined,
		]);
	});

	it('is read though the lists have holes', async () => {
		const { transport } = scriptedTransport(() => ({ body: { data: [null, 7, 'x'] } }));
		const { subscriber } = meta();
		expect(await readSubscriptions({ ...subscriber, transport })).toEqual({
			accountSubscribed: false,
		});
	});
});

describe('an address', () => {
	const state = async (holds: Parameters<typeof meta>[0]) =>
		await readSubscriptions(meta(holds).subscriber);

	it('is subscribed when the app has it with every field, and the account sends to the app', async () => {
		expect(isSubscribed(await state({ app: OURS }), 'app', OURS, fields)).toBe(true);
		expect(isSubscribed(await state({ app: OURS }), 'app', OURS, [...fields, 'security'])).toBe(
			false,
		);
		expect(isSubscribed(await state({ app: THEIRS }), 'app', OURS, fields)).toBe(false);
		expect(isSubscribed(await state({ app: OURS, subscribed: false }), 'app', OURS, fields)).toBe(
			false,
		);
	});

	it('is subscribed to messages alone by an override', async () => {
		expect(isSubscribed(await state({ app: THEIRS, number: OURS }), 'number', OURS, fields)).toBe(
			true,
		);
		expect(isSubscribed(await state({ app: OURS }), 'number', OURS, fields)).toBe(false);
	});

	it('wants each field once, whatever outputs share', () => {
		expect(fieldsFor(['messages', 'statuses'])).toEqual(['messages', 'user_preferences']);
		expect(fieldsFor([])).toEqual([]);
	});
});

describe('subscribing', () => {
	const app = {
		call: 'POST /v26.0/APP/subscriptions',
		accessToken: 'APP|secret',
		body: {
			object: 'whatsapp_business_account',
			callback_url: OURS,
			verify_token: 'token',
			fields,
			include_values: true,
		},
	};

	it('an app subscribes its account too, where it is not', async () => {
		expect(await subscribed('app', { subscribed: false })).toEqual([
			app,
			{ call: 'POST /v26.0/WABA/subscribed_apps', body: {} },
		]);
	});

	it('an app leaves an account alone that somebody else has an override on', async () => {
		expect(await subscribed('app', { account: THEIRS })).toEqual([app]);
	});

	it('an account sets its override, and leaves the app alone', async () => {
		expect(await subscribed('account', { app: THEIRS })).toEqual([
			{
				call: 'POST /v26.0/WABA/subscribed_apps',
				body: { override_callback_uri: OURS, verify_token: 'token' },
			},
		]);
	});

	it('a number sets its override, and nothing else', async () => {
		expect(await subscribed('number', { app: THEIRS })).toEqual([
			{
				call: 'POST /v26.0/NUMBER',
				body: { webhook_configuration: { override_callback_uri: OURS, verify_token: 'token' } },
			},
		]);
	});

	it('a number subscribes the app first, where nobody has', async () => {
		expect((await subscribed('number', {})).map(({ call }) => call)).toEqual([
			app.call,
			'POST /v26.0/NUMBER',
		]);
	});
});

describe('unsubscribing', () => {
	const removed = async (holds: Parameters<typeof meta>[0]) => {
		const { subscriber, changes } = meta(holds);
		await unsubscribe(subscriber, OURS);
		return changes();
	};

	it('takes out every place that holds this address', async () => {
		expect(await removed({ app: OURS, account: OURS, number: OURS })).toEqual([
			{
				call: 'POST /v26.0/NUMBER',
				body: { webhook_configuration: { override_callback_uri: '' } },
			},
			{ call: 'POST /v26.0/WABA/subscribed_apps', body: {} },
			{
				call: 'DELETE /v26.0/APP/subscriptions',
				query: { object: 'whatsapp_business_account' },
				accessToken: 'APP|secret',
			},
		]);
	});

	it('leaves what somebody else holds', async () => {
		expect(await removed({ app: THEIRS, account: THEIRS, number: THEIRS })).toEqual([]);
		expect(await removed({})).toEqual([]);
	});
});
