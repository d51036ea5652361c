import { startSimulator, type Simulator } from '../index.ts';
import { call } from '../testing/caller.ts';
import { sim } from '../testing/money.ts';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(() => simulator.close());

const basic = (user: string, password: string) =>
	`Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

const CALLS: ReadonlyArray<[string, string, Record<string, string>, object, number]> = [
	[
		'dialog360',
		'/api/v2/partners/demoPA/balance',
		{ 'X-API-Key': 'demo_partner_api_key' },
		{ total: 100.45, currency: 'eur' },
		403,
	],
	[
		'dialog360',
		'/api/v2/partners/demoPA/clients/demoCL/info/balance',
		{ 'X-API-Key': 'demo_partner_api_key' },
		{ balance: 100.45, currency: 'eur' },
		403,
	],
	[
		'gupshup',
		'/partner/app/demo-app/wallet/balance',
		{ Authorization: 'sk_demo_partner_app_token' },
		{
			status: 'success',
			walletResponse: { currency: 'USD', currentBalance: 42.25, overDraftLimit: 0 },
		},
		401,
	],
	[
		'twilio',
		'/2010-04-01/Accounts/ACdemo00000000000000000000000000/Balance.json',
		{ Authorization: basic('ACdemo00000000000000000000000000', 'demo_auth_token') },
		{ account_sid: 'ACdemo00000000000000000000000000', balance: '17.5', currency: 'USD' },
		401,
	],
	[
		'vonage',
		'/account/get-balance',
		{ Authorization: basic('demo1234', 'demo_api_secret') },
		{ value: 10.28, autoReload: false },
		401,
	],
	[
		'messagebird',
		'/balance',
		{ Authorization: 'AccessKey demo_access_key' },
		{ payment: 'prepaid', type: 'euros', amount: 9.2 },
		401,
	],
	[
		'infobip',
		'/account/1/balance',
		{ Authorization: 'App demo_api_key' },
		{ balance: 55.1, currency: 'EUR' },
		401,
	],
];

describe.each(CALLS)('the balance of %s at %s', (id, path, headers, body, refusedWith) => {
	const ask = (given = headers) =>
		fetch(`${simulator.url}/sim/providers/${id}${path}`, {
			headers: given,
			signal: AbortSignal.timeout(300),
		});

	it('is answered as the provider does, and a wrong key refused', async () => {
		const answer = await ask();
		expect([answer.status, await answer.json()]).toEqual([200, body]);
		const wrong = await ask({ Authorization: 'wrong', 'X-API-Key': 'wrong' });
		expect(wrong.status).toBe(refusedWith);
		expect((await ask({})).status).toBe(refusedWith);
	});

	it('refuses, hangs, is cut off, is a page of HTML and is reset when told so, then is back', async () => {
		const fault = (wanted: string) =>
			sim(simulator, 'PATCH', `/providers/${id}`, { fault: wanted, times: 1 });
		await fault('refused');
		expect((await ask()).status).toBe(refusedWith);
		await fault('timeout');
		await expect(ask()).rejects.toThrow('timeout');
		await fault('malformed');
		const cut = await ask();
		expect(cut.status).toBe(200);
		await expect(cut.json()).rejects.toThrow('JSON');
		await fault('html');
		expect(await (await ask()).text()).toMatch(/^<!DOCTYPE html>/);
		await fault('down');
		await expect(ask()).rejects.toThrow('fetch failed');
		expect((await ask()).status).toBe(200);
	});
});

describe('the providers', () => {
	it('are listed with what to type into a credential, and get another amount', async () => {
		await sim(simulator, 'PATCH', '/providers/twilio', { amount: 0.5, currency: 'gbp' });
		const { providers } = (await sim(simulator, 'GET', '/providers')) as { providers: object[] };
		expect(providers).toHaveLength(6);
		expect(providers[2]).toMatchObject({
			id: 'twilio',
			url: `${simulator.url}/sim/providers/twilio`,
			path: '/2010-04-01/Accounts/ACdemo00000000000000000000000000/Balance.json',
			amount: 0.5,
			currency: 'GBP',
		});
		simulator.control.reset({ all: true });
		expect((await sim(simulator, 'GET', '/providers'))['providers']).toMatchObject(
			expect.arrayContaining([expect.objectContaining({ id: 'twilio', amount: 17.5 })]) as object,
		);
	});

	it('say in a sentence what they do not understand', async () => {
		const change = (id: string, body: object) =>
			call(simulator, 'PATCH', `/sim/providers/${id}`, body, null);
		expect((await change('nobody', {})).json['error']).toMatch(/^The provider is one of/);
		expect((await change('twilio', { fault: 'fire' })).json['error']).toMatch(/^The fault is/);
		expect((await change('twilio', { amount: '5' })).json['error']).toBe('The amount is a number.');
	});
});
