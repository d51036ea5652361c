import { TransportError, type GraphRequest } from '../../ports';
import { fixture } from '../../testing/fixture';
import { refusal, scriptedTransport, type ScriptedAnswer } from '../../testing/scripted-transport';
import { readCurrencyAmount } from './meta-credit-line';
import { readBalance } from './read-balance';

const NOW = Date.UTC(2026, 9, 2, 9);
const WABA = '102290129340398';
const account = { businessAccountId: WABA, phoneNumberId: '1', apiVersion: 'v26.0' };
const LINE = '1972385232742146';

const available = { body: fixture(__dirname, 'health-available') } as ScriptedAnswer;
const creditLines = { body: fixture(__dirname, 'extended-credits') } as ScriptedAnswer;
const paidBy = (id?: string, currency = 'USD'): ScriptedAnswer => ({
	body: { currency, ...(id ? { primary_funding_id: id } : {}), id: WABA },
});
const late = new TransportError('no answer came in time (ETIMEDOUT)', {
	left: true,
	code: 'ETIMEDOUT',
});

interface Script {
	funding: ScriptedAnswer;
	health?: ScriptedAnswer;
	lines?: ScriptedAnswer;
}

const ask = async (
	{ funding, health = available, lines = { body: { data: [] } } }: Script,
	more: { access?: Record<string, string>; lastMoneyError?: number } = {},
) => {
	const { transport, requests } = scriptedTransport((request: GraphRequest) => {
		if (request.path.endsWith('/extendedcredits')) return lines;
		return request.query?.fields === 'health_status' ? health : funding;
	});
	const balance = await readBalance('meta', more.access ?? {}, {
		clock: { now: () => NOW },
		graph: transport,
		account,
		...(more.lastMoneyError === undefined ? {} : { lastMoneyError: more.lastMoneyError }),
	});
	return { balance, requests };
};

test('a payment method and no line of credit: spend only, without an amount', async () => {
	const { balance, requests } = await ask({ funding: paidBy('604122548861253') });
	expect(balance).toMatchObject({ kind: 'spendOnly', paymentMethod: 'attached', currency: 'USD' });
	expect(balance).not.toHaveProperty('amount');
	expect(balance.message).toMatch(/no balance to read/);
	expect(requests.map(({ path }) => path)).toEqual([
		`/v26.0/${WABA}`,
		`/v26.0/${WABA}`,
		'/v26.0/9876543210987654/extendedcredits',
	]);
});

test('no primary_funding_id in a valid answer: none, and what to do', async () => {
	const { balance, requests } = await ask({ funding: paidBy() });
	expect(balance).toMatchObject({ kind: 'spendOnly', paymentMethod: 'none' });
	expect(balance.message).toMatch(/refuses paid messages/);
	expect(balance.whatToDo).toMatch(/Add a payment method/);
	expect(requests.some(({ path }) => path.includes('extendedcredits'))).toBe(false);
});

test.each([
	['a refusal', refusal(10, { status: 403 })],
	['a time-out', late],
	['an answer of somebody else', { body: {} }],
	['a page', { status: 502, body: '<html></html>' }],
])('%s about the payment method means unknown, not none', async (_name, funding) => {
	const { balance } = await ask({ funding });
	expect(balance).toMatchObject({ kind: 'spendOnly', paymentMethod: 'unknown' });
	expect(balance).not.toHaveProperty('amount');
	expect(balance.evidence[0]).toMatch(/not known/);
});

test('nothing can be read: unavailable, with what was said each time', async () => {
	const { balance } = await ask({ funding: refusal(190, { status: 401 }), health: late });
	expect(balance.kind).toBe('unavailable');
	expect(balance).not.toHaveProperty('amount');
	expect(balance.evidence).toHaveLength(2);
	expect(balance.evidence.join(' ')).toMatch(/code 190.*no answer came in time/);
});

test('a line of credit that pays for the account tells what is available', async () => {
	const { balance } = await ask({ funding: paidBy(LINE), lines: creditLines });
	expect(balance).toMatchObject({
		kind: 'creditLine',
		amount: 1500,
		currency: 'USD',
		paymentMethod: 'attached',
	});
	expect(balance.message).toContain('$1,500.00');
});

test('a line of credit beside another payment method is told, and not counted', async () => {
	const { balance } = await ask({ funding: paidBy('604122548861253'), lines: creditLines });
	expect(balance.kind).toBe('spendOnly');
	expect(balance).not.toHaveProperty('amount');
	expect(balance.evidence.join(' ')).toContain('Lucky Shrub LLC has $1,500.00 available');
});

test('a line whose amount Meta does not tell is a line without an amount', async () => {
	const lines = { body: { data: [{ id: LINE, legal_entity_name: 'Lucky Shrub LLC' }] } };
	const { balance } = await ask({ funding: paidBy(LINE), lines });
	expect(balance.kind).toBe('creditLine');
	expect(balance).not.toHaveProperty('amount');
});

test('a revoked line pays for nothing', async () => {
	const lines = { body: { data: [{ id: LINE, is_access_revoked: true }] } };
	const { balance } = await ask({ funding: paidBy(LINE), lines });
	expect(balance.kind).toBe('spendOnly');
	expect(balance.evidence.join(' ')).toMatch(/revoked/);
});

test('lines that may not be read are said to be unknown', async () => {
	const { balance } = await ask({ funding: paidBy(LINE), lines: refusal(200, { status: 403 }) });
	expect(balance.kind).toBe('spendOnly');
	expect(balance.evidence.join(' ')).toMatch(/could not be read: .*code 200/);
});

test('the portfolio that is typed is asked, and not the one Meta names', async () => {
	const { requests } = await ask({ funding: paidBy(LINE) }, { access: { businessId: ' 42 ' } });
	expect(requests.at(-1)!.path).toBe('/v26.0/42/extendedcredits');
});

test('a payment problem in the health status is told in Meta’s words', async () => {
	const { balance } = await ask({
		funding: paidBy('604122548861253'),
		health: { body: fixture(__dirname, 'health-payment-error') } as ScriptedAnswer,
	});
	expect(balance.paymentProblem).toMatch(/error with the payment method/);
	expect(balance.message).toContain(balance.paymentProblem);
});

test('when WhatsApp last refused for money is part of the evidence', async () => {
	const { balance } = await ask({ funding: paidBy('1') }, { lastMoneyError: NOW - 7_200_000 });
	expect(balance.lastMoneyError).toBe('2026-10-02T07:00:00.000Z');
	expect(balance.evidence.at(-1)).toMatch(/131042.*2 hours ago/);
});

test('an account billed in INR may be prepaid, which nobody can read', async () => {
	const { balance } = await ask({ funding: paidBy('1', 'INR') });
	expect(balance.evidence.join(' ')).toMatch(/INR can be prepaid/);
	expect(balance).not.toHaveProperty('amount');
});

test('without an account nobody is asked', async () => {
	const balance = await readBalance('meta', {}, { clock: { now: () => NOW } });
	expect(balance).toMatchObject({ kind: 'unavailable' });
});

test.each([
	[
		{ amount_in_hundredths: '150000', currency: 'USD' },
		{ amount: 1500, currency: 'USD' },
	],
	[
		{ amount: '1500.00', currency: 'usd' },
		{ amount: 1500, currency: 'USD' },
	],
	[
		{ amount: '1,500.00', amount_in_hundredths: 150000, currency: 'USD' },
		{ amount: 1500, currency: 'USD' },
	],
	// Which of the two counts for a currency without cents is not documented.
	[{ amount: '1500', amount_in_hundredths: '1500', currency: 'CLP' }, undefined],
	[{ amount_in_hundredths: '150000' }, undefined],
	[{ currency: 'USD' }, undefined],
	[{}, undefined],
])('the CurrencyAmount %j', (source, money) => {
	expect(readCurrencyAmount(source)).toEqual(money);
});
