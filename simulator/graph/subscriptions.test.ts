import { startSimulator, type Simulator } from '../index.ts';
import { call, refusalOf } from '../testing/caller.ts';
import { startReceiver, type Receiver } from '../testing/receiver.ts';

let simulator: Simulator;
let receiver: Receiver;
beforeEach(async () => {
	[simulator, receiver] = await Promise.all([startSimulator(), startReceiver()]);
});
afterEach(async () => {
	await simulator.close();
	await receiver.close();
});

const appToken = () => `${simulator.credentials.appId}|${simulator.credentials.appSecret}`;
const app = (method: string, body?: unknown, token = appToken()) =>
	call(simulator, method, `/v26.0/${simulator.credentials.appId}/subscriptions`, body, token);
const subscription = (more: object = {}) => ({
	object: 'whatsapp_business_account',
	callback_url: receiver.url,
	verify_token: 'secret words',
	fields: ['messages', 'message_template_status_update'],
	...more,
});

describe("the app's subscription", () => {
	it('is made after the address has answered the challenge', async () => {
		expect((await app('POST', subscription())).json).toEqual({ success: true });
		const asked = new URL(receiver.handshakes[0]?.path ?? '', 'http://x').searchParams;
		expect(asked.get('hub.mode')).toBe('subscribe');
		expect(asked.get('hub.verify_token')).toBe('secret words');
		expect(asked.get('hub.challenge')).toMatch(/^\d+$/);
		expect((await app('GET')).json).toEqual({
			data: [
				{
					object: 'whatsapp_business_account',
					callback_url: receiver.url,
					active: true,
					fields: [
						{ name: 'messages', version: 'v26.0' },
						{ name: 'message_template_status_update', version: 'v26.0' },
					],
				},
			],
		});
	});

	it.each([
		['as words between commas', 'messages,security'],
		['as JSON in a string', '["messages","security"]'],
	])('takes its fields %s', async (_, fields) => {
		await app('POST', subscription({ fields }));
		const [one] = (await app('GET')).json['data'] as Array<{ fields: Array<{ name: string }> }>;
		expect(one?.fields.map(({ name }) => name)).toEqual(['messages', 'security']);
	});

	it('is refused with 2200 when the address says no', async () => {
		receiver.challenge = () => ({ status: 403, body: '' });
		expect(refusalOf(await app('POST', subscription()))).toMatchObject({
			status: 400,
			code: 2200,
			message:
				'(#2200) Callback verification failed with the following errors: ' +
				'HTTP Status Code = 403; HTTP Message = Forbidden',
		});
		expect((await app('GET')).json).toEqual({ data: [] });
	});

	it('is refused with 2200 when the address answers something else', async () => {
		receiver.challenge = () => ({ status: 200, body: '{"ok":true}' });
		expect(refusalOf(await app('POST', subscription())).message).toContain(
			'Response does not match challenge',
		);
	});

	it('is refused with 2200 when nobody is there', async () => {
		const callback_url = 'http://127.0.0.1:9/hook';
		expect(refusalOf(await app('POST', subscription({ callback_url }))).message).toContain(
			'curl_errno = 7',
		);
	});

	it('needs the token of the app', async () => {
		const answer = await app('POST', subscription(), simulator.credentials.accessToken);
		expect(refusalOf(answer).message).toBe(
			'(#100) This method must be called with an app access_token.',
		);
	});

	it('needs a known object and known fields', async () => {
		expect(refusalOf(await app('POST', subscription({ object: 'page' }))).code).toBe(100);
		expect(refusalOf(await app('POST', subscription({ fields: ['likes'] }))).code).toBe(100);
	});

	it('ends', async () => {
		await app('POST', subscription());
		expect((await app('DELETE')).json).toEqual({ success: true });
		expect((await app('GET')).json).toEqual({ data: [] });
	});
});

describe("the account's subscribed apps", () => {
	const path = () => `/v26.0/${simulator.credentials.businessAccountId}/subscribed_apps`;

	it('are none at first, then the app, then none', async () => {
		expect((await call(simulator, 'GET', path())).json).toEqual({ data: [] });
		await call(simulator, 'POST', path());
		expect((await call(simulator, 'GET', path())).json).toEqual({
			data: [
				{
					whatsapp_business_api_data: {
						id: simulator.credentials.appId,
						name: expect.any(String),
						link: expect.any(String),
					},
				},
			],
		});
		await call(simulator, 'DELETE', path());
		expect((await call(simulator, 'GET', path())).json).toEqual({ data: [] });
	});

	it('may have an address of their own, which an empty call clears', async () => {
		await call(simulator, 'POST', path(), {
			override_callback_uri: receiver.url,
			verify_token: 'v',
		});
		const read = async () => JSON.stringify((await call(simulator, 'GET', path())).json);
		expect(await read()).toContain(`"override_callback_uri":"${receiver.url}"`);
		await call(simulator, 'POST', path());
		expect(await read()).not.toContain('override_callback_uri');
	});

	it('refuse an address that does not answer the challenge', async () => {
		receiver.challenge = () => ({ status: 404, body: '' });
		const body = { override_callback_uri: receiver.url, verify_token: 'v' };
		expect(refusalOf(await call(simulator, 'POST', path(), body)).code).toBe(2200);
	});
});

describe('the override of a number', () => {
	const path = () => `/v26.0/${simulator.credentials.phoneNumberId}`;
	const set = (override_callback_uri: string) =>
		call(simulator, 'POST', path(), {
			webhook_configuration: { override_callback_uri, verify_token: 'v' },
		});
	const read = async () =>
		(await call(simulator, 'GET', `${path()}?fields=webhook_configuration`)).json[
			'webhook_configuration'
		];

	it('is set after the challenge, can be read, and removed', async () => {
		await app('POST', subscription());
		expect((await set(receiver.url)).json).toEqual({ success: true });
		expect(await read()).toEqual({ phone_number: receiver.url, application: receiver.url });
		await set('');
		expect(await read()).toEqual({ application: receiver.url });
	});

	it('is refused when the address does not answer the challenge', async () => {
		expect(refusalOf(await set('http://127.0.0.1:9/')).code).toBe(2200);
	});
});
