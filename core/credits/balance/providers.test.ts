import fc from 'fast-check';
import { TransportError } from '../../ports';
import { fixture } from '../../testing/fixture';
import type { ProviderRequest, ProviderResponse } from './balance';
import { balanceSources } from './index';
import { readBalance } from './read-balance';

interface ProviderFixture {
	access: Record<string, string>;
	request: { url: string; headers: Record<string, string> };
	good: Record<string, unknown>;
	expected: { kind: string; amount: number; currency: string };
	refusal: { status: number; body: unknown; says: string };
	withoutAmount: unknown;
	withoutCurrency?: unknown;
}

type Answer = Partial<ProviderResponse> | Error;

const NOW = Date.UTC(2026, 9, 2, 9);
const clock = { now: () => NOW };
const providers = balanceSources
	.map(({ id }) => id)
	.filter((id) => id !== 'meta' && id !== 'prepaid');

const ask = async (id: string, answer: Answer, access?: Record<string, string>) => {
	const requests: ProviderRequest[] = [];
	const balance = await readBalance(id, access ?? fixture<ProviderFixture>(__dirname, id).access, {
		clock,
		provider: async (request) => {
			requests.push(request);
			if (answer instanceof Error) throw answer;
			return { status: 200, headers: {}, body: {}, ...answer };
		},
	});
	return { balance, requests };
};

const expectUnavailable = async (id: string, answer: Answer, words: string | RegExp) => {
	const { balance } = await ask(id, answer);
	expect(balance).toMatchObject({
		kind: 'unavailable',
		source: id,
		asOf: new Date(NOW).toISOString(),
	});
	expect(balance).not.toHaveProperty('amount');
	expect(balance.message).toMatch(words);
	expect(balance.whatToDo).toBeTruthy();
	expect(balance.evidence.length).toBeGreaterThan(0);
	return balance;
};

const inWords = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

describe.each(providers)('the balance at %s', (id) => {
	const { access, request, good, expected, refusal, ...odd } = fixture<ProviderFixture>(
		__dirname,
		id,
	);

	test('is read from the documented answer, with one documented request', async () => {
		const { balance, requests } = await ask(id, { body: good });
		expect(balance).toMatchObject({ ...expected, source: id, asOf: '2026-10-02T09:00:00.000Z' });
		expect(balance.message).toContain('left');
		expect(requests).toHaveLength(1);
		expect(requests[0]).toMatchObject({ method: 'GET', url: request.url });
		expect(requests[0]!.headers).toMatchObject(request.headers);
	});

	test('a refusal says what the provider says and never shows a key', async () => {
		for (const status of [401, 403]) {
			const balance = await expectUnavailable(id, { ...refusal, status }, inWords(refusal.says));
			expect(balance.message).toContain(`HTTP ${status}`);
		}
	});

	test('a refusal that repeats the key is shown without it', async () => {
		const key = Object.values(access).at(-1)!;
		const told = JSON.stringify(refusal.body).replace(refusal.says, `${refusal.says} ${key}`);
		const { balance } = await ask(id, { status: 401, body: JSON.parse(told) });
		expect(balance.message).toContain(refusal.says);
		expect(JSON.stringify(balance)).not.toContain(key);
	});

	test.each([
		['nothing', undefined],
		['half of its JSON', '{"balance": 1'],
		['a page of HTML', '<html>Bad gateway</html>'],
		['a list', [good]],
		['a number', 12.34],
		['null', null],
		['an empty object', {}],
	])('an answer that is %s is unavailable', async (_name, body) => {
		await expectUnavailable(id, { body }, /answered|amount/);
	});

	test('an answer without an amount is unavailable, not zero', async () => {
		await expectUnavailable(id, { body: odd.withoutAmount }, /without an amount/);
	});

	test('an amount without a currency stands in the evidence only', async () => {
		if (odd.withoutCurrency === undefined) return;
		const balance = await expectUnavailable(
			id,
			{ body: odd.withoutCurrency },
			/not in which currency/,
		);
		expect(balance.evidence.join(' ')).toMatch(/\d/);
		expect(balance).not.toHaveProperty('currency');
	});

	test.each([
		[404, /does not know this account/],
		[302, /not followed/],
		[429, /too often/],
		[500, /out of order/],
		[503, /out of order/],
	])('HTTP %i is unavailable', async (status, words) => {
		await expectUnavailable(id, { status, body: good }, words);
	});

	test('no answer in time is unavailable, without a system code', async () => {
		const late = new TransportError('no answer came in time (ETIMEDOUT)', {
			left: true,
			code: 'ETIMEDOUT',
		});
		const balance = await expectUnavailable(id, late, /no answer came in time/);
		expect(balance.message).not.toContain('ETIMEDOUT');
		await expectUnavailable(id, new Error('boom'), /could not be reached/);
	});

	test('a credential that is not filled in says what is missing, and asks nobody', async () => {
		const { balance, requests } = await ask(id, { body: good }, {});
		expect(balance).toMatchObject({
			kind: 'unavailable',
			message: expect.stringContaining('empty'),
		});
		expect(requests).toEqual([]);
	});

	test('a key is sent to no odd address', async () => {
		for (const apiUrl of [
			'http://example.com',
			'http://[2001:db8::1]',
			'http://172.32.0.1',
			'https://user:word@example.com',
			'https://example.com/?to=',
			'ftp://example.com',
			'javascript:alert(1)',
		]) {
			const { balance, requests } = await ask(id, { body: good }, { ...access, apiUrl });
			expect(balance.kind).toBe('unavailable');
			expect(requests).toEqual([]);
		}
	});

	test('the simulator stands in for the provider’s host', async () => {
		const apiUrl = `http://localhost:4000/sim/providers/${id}/`;
		const { requests } = await ask(id, { body: good }, { ...access, apiUrl });
		const path = new URL(request.url).pathname;
		expect(requests[0]!.url).toBe(`http://localhost:4000/sim/providers/${id}${path}`);
	});

	test('whatever is answered: never an amount without a currency, never a throw', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.oneof(fc.integer({ min: 100, max: 599 }), fc.constant(200)),
				fc.anything(),
				fc.dictionary(fc.constantFrom(...Object.keys(good)), fc.jsonValue()),
				async (status, body, changed) => {
					for (const answer of [body, { ...good, ...changed }]) {
						const { balance } = await ask(id, { status, body: answer });
						if (balance.amount === undefined) continue;
						expect(balance.kind).toBe('balance');
						expect(Number.isFinite(balance.amount)).toBe(true);
						expect(balance.currency).toMatch(/^[A-Z]{3}$/);
					}
				},
			),
			{ numRuns: 60 },
		);
	});
});

test('the balance of one client of a 360dialog partner', async () => {
	const access = { ...fixture<ProviderFixture>(__dirname, 'dialog360').access, clientId: 'C 1/2' };
	const { balance, requests } = await ask(
		'dialog360',
		{ body: { balance: 48.15, currency: 'usd', usage: [] } },
		access,
	);
	expect(requests[0]!.url).toBe(
		'https://hub.360dialog.io/api/v2/partners/MalHtRPA/clients/C%201%2F2/info/balance',
	);
	expect(balance).toMatchObject({ kind: 'balance', amount: 48.15, currency: 'USD' });
});

test('Gupshup: an error behind a 200 is a refusal, an overdraft is told and not counted', async () => {
	const { balance } = await ask('gupshup', { body: { status: 'error', message: 'App not found' } });
	expect(balance).toMatchObject({
		kind: 'unavailable',
		message: expect.stringContaining('App not found'),
	});
	const walletResponse = { currency: 'USD', currentBalance: -3.5, overDraftLimit: -20 };
	const overdrawn = await ask('gupshup', { body: { status: 'success', walletResponse } });
	expect(overdrawn.balance).toMatchObject({ kind: 'balance', amount: -3.5 });
	expect(overdrawn.balance.message).toMatch(/Nothing is left/);
	expect(overdrawn.balance.evidence.join(' ')).toContain('-20');
});

test('MessageBird: words and codes of currencies, and no zero of a postpaid account', async () => {
	const read = async (type: string) =>
		(await ask('messagebird', { body: { payment: 'prepaid', type, amount: 5 } })).balance.currency;
	expect(await read('pounds')).toBe('GBP');
	expect(await read('dollars')).toBe('USD');
	expect(await read('SGD')).toBe('SGD');
	expect(await read('credits')).toBeUndefined();
	expect(await read('toString')).toBeUndefined();
	const postpaid = await ask('messagebird', {
		body: { payment: 'postpaid', type: 'euros', amount: 0 },
	});
	expect(postpaid.balance).toMatchObject({ kind: 'spendOnly' });
	expect(postpaid.balance).not.toHaveProperty('amount');
});

test('an empty wallet is an amount of zero, and says so', async () => {
	const { balance } = await ask('twilio', { body: { balance: '0.00', currency: 'usd' } });
	expect(balance).toMatchObject({ kind: 'balance', amount: 0, currency: 'USD' });
	expect(balance.whatToDo).toMatch(/Top up/);
});

test.each(['1,234.56', '12 EUR', '', ' ', 'NaN', '1e3', '0x10', true, [], '1'.repeat(20)])(
	'“%s” is no amount',
	async (balance) => {
		await expectUnavailable('twilio', { body: { balance, currency: 'USD' } }, /without an amount/);
	},
);

test('a source nobody knows is unavailable', async () => {
	const { balance } = await ask('acme', {}, {});
	expect(balance).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('acme') });
});
