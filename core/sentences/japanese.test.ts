import { healthSentences } from '../account/health-sentences';
import { readHealth, type AccountHealth } from '../account/health';
import { readBilling } from '../credits/billing';
import { spendWindows } from '../credits/spend-windows';
import { balanceSources } from '../credits/balance';
import type { Balance, ProviderResponse } from '../credits/balance/balance';
import { guard, type GuardQuestion } from '../credits/balance/guard';
import { readBalance } from '../credits/balance/read-balance';
import { prepaidBalance } from '../credits/purchases/prepaid-balance';
import { TransportError } from '../ports';
import { refusal, scriptedTransport, type ScriptedAnswer } from '../testing/scripted-transport';
import { transportErrorFrom } from '../graph/transport-failure';
import { saidIn } from './in-language';
import { JAPANESE_ACCOUNT } from './japanese-account';
import { JAPANESE_BALANCE } from './japanese-balance';
import { JAPANESE_GUARD } from './japanese-guard';

const AS_OF = '2026-11-26T09:00:00.000Z';
const clock = { now: () => Date.parse(AS_OF), sleep: async () => await Promise.resolve() };

/** Everything core said here. */
const heard = new Set<string>();

/** Nothing is left in English. */
const expectJapanese = (english: string | undefined) => {
	if (english === undefined) return;
	heard.add(english);
	const unknown = saidIn('ja', english).filter(({ known }) => !known);
	expect(unknown).toEqual([]);
};

const expectBalance = ({ message, whatToDo, evidence }: Omit<Balance, 'asOf' | 'source'>) =>
	[message, whatToDo, ...evidence].forEach(expectJapanese);

const health = (part: Partial<AccountHealth>): AccountHealth => ({
	canSend: 'yes',
	number: { id: '1', displayPhoneNumber: '+81 3-1234-5678', displayName: 'Test Conf' },
	account: { id: '2' },
	messagingLimit: {},
	restrictions: [],
	templates: { paused: [], disabled: [] },
	problems: [],
	unread: [],
	sentences: [],
	asOf: AS_OF,
	...part,
});

const { number } = health({});
const template = { name: 'early_bird', language: 'en' };

const HEALTH: Array<Partial<AccountHealth>> = [
	...(['yes', 'limited', 'no', 'unknown'] as const).map((canSend) => ({ canSend })),
	...[
		...['CONNECTED', 'PENDING', 'BANNED', 'RESTRICTED', 'FLAGGED', 'RATE_LIMITED'],
		...['DISCONNECTED', 'DELETED', 'MIGRATED', 'NEW_WORD'],
	].map((status) => ({ number: { ...number, status } })),
	...['GREEN', 'YELLOW', 'RED', 'NA'].map((quality) => ({ number: { ...number, quality } })),
	...['APPROVED', 'AVAILABLE_WITHOUT_REVIEW', 'PENDING_REVIEW', 'DECLINED', 'EXPIRED', 'NONE'].map(
		(nameStatus) => ({ number: { ...number, nameStatus, newNameStatus: nameStatus } }),
	),
	{ number: { id: '1', nameStatus: 'EXPIRED', verified: false } },
	...['REJECTED', 'PENDING'].map((review) => ({ account: { id: '2', review } })),
	...[
		...['not_verified', 'pending', 'pending_submission', 'pending_need_more_info'],
		...['rejected', 'expired', 'failed'],
	].map((verification) => ({ account: { id: '2', verification } })),
	...['DISABLE', 'SCHEDULE_FOR_DISABLE'].flatMap((state) => [
		{ ban: { state } },
		{ ban: { state, date: 'November 25, 2026' } },
	]),
	{ restrictions: [{ type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', until: AS_OF }] },
	...['ADD_PHONE_NUMBER_ACTION', 'CUSTOMER_INITIATED_MESSAGING'].map((type) => ({
		restrictions: [{ type: `RESTRICTED_${type}` }],
	})),
	{ messagingLimit: { tier: 'TIER_UNLIMITED' } },
	{ messagingLimit: { tier: 'TIER_2K', most: 2_000 } },
	{ messagingLimit: { tier: 'TIER_2K', most: 2_000, usedToday: 830, leftToday: 1_170 } },
	{ templates: { paused: [template, template], disabled: [template] } },
	{ unread: (['number', 'account', 'templates'] as const).map((part) => ({ part, why: 'Why' })) },
];

test.each(HEALTH)('of the health of an account in Japanese: %j', (part) => {
	healthSentences(health(part)).forEach(expectJapanese);
});

/** Every way a provider answers; `good` is read by none of them, `{balance}` by most. */
const ANSWERS: Array<Partial<ProviderResponse> | Error> = [
	...[200, 302, 401, 404, 429, 503].map((status) => ({ status })),
	{ body: 'text' },
	{ body: { message: 'No such key', status: 'error' }, status: 401 },
	{ body: { balance: 3, total: 3, amount: 3, value: 3, autoReload: true } },
	...[3, 0].map((amount) => ({
		body: {
			...{ balance: amount, total: amount, amount, value: amount, currency: 'usd' },
			...{
				type: 'euros',
				walletResponse: { currentBalance: amount, currency: 'USD', overDraftLimit: 5 },
			},
		},
	})),
	{ body: { payment: 'postpaid', status: 'error' } },
	{ body: { balance: 3, total: 3, amount: 3, currency: 'points', type: 'points' } },
	...['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT'].map(
		(code) => Object.assign(new Error('x'), { code, syscall: 'connect' }) as Error,
	),
	new TransportError('no answer came in time (ETIMEDOUT)', { left: true, code: 'ETIMEDOUT' }),
];

test.each(balanceSources.map(({ id, fields }) => [id, fields] as const))(
	'of the balance at %s in Japanese',
	async (id, fields) => {
		const access = Object.fromEntries(fields.map(({ name }) => [name, 'secret-1']));
		const accesses = [{}, { ...access, apiUrl: '' }, { ...access, apiUrl: 'ftp://a' }];
		const right = { ...access, apiUrl: 'https://api.example.com' };
		for (const filled of [...accesses, right, { ...right, clientId: '' }])
			for (const answer of ANSWERS)
				expectBalance(
					await readBalance(id, filled, {
						clock,
						provider: async () => {
							if (answer instanceof Error) throw answer;
							return await Promise.resolve({ status: 200, headers: {}, body: {}, ...answer });
						},
					}),
				);
		expectBalance(await readBalance(id, access, { clock }));
		expectBalance(await readBalance('nobody', {}, { clock }));
	},
);

const ACCOUNT = { businessAccountId: '2', phoneNumberId: '1', apiVersion: 'v26.0' };
const sentBy = (status: string, errors: object[] = []) => ({
	health_status: {
		can_send_message: status,
		entities: [{ entity_type: 'BUSINESS', id: '3', errors }],
	},
	id: '2',
});
const broken = (code: string, syscall: string) =>
	transportErrorFrom(Object.assign(new Error('x'), { code, syscall }));

test.each<[string, ScriptedAnswer]>([
	['nothing wrong', { body: sentBy('AVAILABLE') }],
	['an error without words', { body: sentBy('BLOCKED', [{ error_code: 131031 }]) }],
	['a token that has expired', refusal(190)],
	['no permission', refusal(10)],
	['a connection that breaks', broken('ECONNRESET', 'read')],
	['no connection', broken('EHOSTUNREACH', 'connect')],
])('of a look at the account that meets %s in Japanese', async (_name, answer) => {
	const { transport } = scriptedTransport(() => answer);
	for (const phoneNumberId of ['1', '']) {
		const account = { ...ACCOUNT, phoneNumberId };
		const refusedForMoney = clock.now();
		const known = { clock, refusedForMoney };
		const { sentences, problems } = await readHealth(transport, account, known);
		sentences.forEach(expectJapanese);
		problems.forEach(({ what, whatToDo }) => [what, whatToDo].forEach(expectJapanese));
	}
});

test('of a balance at Meta that is known in part only, in Japanese', async () => {
	for (const refused of [['funding'], ['health', 'lines'], ['funding', 'health', 'lines']]) {
		const { transport } = scriptedTransport(({ path, query }) => {
			const part = path.endsWith('/extendedcredits')
				? 'lines'
				: query?.fields === 'health_status'
					? 'health'
					: 'funding';
			if (refused.includes(part)) return refusal(10);
			return {
				body: part === 'health' ? sentBy('AVAILABLE') : { id: '2', primary_funding_id: '9' },
			};
		});
		const asked = { clock, graph: transport, account: ACCOUNT };
		expectBalance(await readBalance('meta', { businessId: '3' }, asked));
	}
});

test('of what a spend leaves open, in Japanese', async () => {
	const now = clock.now();
	const year = { from: now - 400 * 86_400_000, until: now };
	spendWindows(year, 'UTC').notes.forEach(expectJapanese);
	for (const timezone_id of [undefined, 9_999]) {
		const { transport } = scriptedTransport(() => ({ body: { id: '2', timezone_id } }));
		(await readBilling(transport, ACCOUNT)).notes.forEach(expectJapanese);
	}
});

const unpaid = [{ error_code: 141006, error_description: 'Unpaid' }];
const money = (amount: string) => ({ amount, currency: 'USD' });
const line = (id: string, more: object = {}) => ({ id, ...more });

test.each<[string, object, object, object[]?]>([
	['no payment method', { id: '2' }, sentBy('BLOCKED')],
	['a payment method', { id: '2', primary_funding_id: '9', currency: 'INR' }, sentBy('AVAILABLE')],
	['an unpaid bill', { id: '2', primary_funding_id: '9' }, sentBy('LIMITED', unpaid)],
	['no health', { id: '2', primary_funding_id: '9' }, { id: '2' }],
	...[money('3.00'), money('0.00'), undefined].map<[string, object, object, object[]]>((left) => [
		'a line of credit',
		{ id: '2', primary_funding_id: '9' },
		sentBy('AVAILABLE'),
		[
			line('9', { legal_entity_name: 'Test Ltd', ...(left ? { credit_available: left } : {}) }),
			line('8', { is_access_revoked: true }),
		],
	]),
])('of the balance at Meta with %s in Japanese', async (_name, funding, health, lines = []) => {
	const { transport } = scriptedTransport(({ path, query }) => {
		if (path.endsWith('/extendedcredits')) return { body: { data: lines } };
		return { body: query?.fields === 'health_status' ? health : funding };
	});
	const asked = { clock, graph: transport, account: ACCOUNT };
	const error = clock.now() - 7_200_000;
	expectBalance(await readBalance('meta', {}, { ...asked, lastMoneyError: error }));
});

const purchase = {
	...{ paymentId: 'p1', credits: 50, amount: 100, currency: 'USD', paidAt: AS_OF },
	by: 'hand' as const,
};

test.each([
	{ currency: 'USD', amount: 3.6 },
	{ currency: 'USD', amount: 3.6, estimated: true },
	{ currency: 'USD', amount: 3.6, from: Date.parse('2026-11-26T08:30:00Z') },
	{ currency: 'USD', amount: 100 },
])('of own credits in Japanese: %j', (spend) => {
	expectBalance(prepaidBalance([purchase], spend));
	expectBalance(prepaidBalance([purchase, { ...purchase, paymentId: 'p2' }], spend));
	expectBalance(prepaidBalance([{ ...purchase, credits: 0 }], spend));
});

test.each([
	[[], undefined],
	[[purchase], undefined],
	[[{ ...purchase, paidAt: 'soon' }], undefined],
	[[purchase, { ...purchase, paymentId: 'p2', currency: 'EUR' }], undefined],
	[[purchase], { currency: 'EUR', amount: 3 }],
	[[purchase], { currency: 'USD', why: 'it could not be read from Meta' }],
])('of own credits that cannot be counted, in Japanese', async (purchases, spend) => {
	const spentSince = spend && (async () => await Promise.resolve(spend));
	const ports = { clock, purchases, ...(spentSince ? { spentSince } : {}) };
	expectBalance(await readBalance('prepaid', {}, ports));
	const breaks = async () => await Promise.reject(new Error('x'));
	expectBalance(await readBalance('prepaid', {}, { ...ports, spentSince: breaks }));
});

const left = (amount: number, part: Partial<Balance> = {}): Balance => ({
	...{ kind: 'balance', amount, currency: 'USD', evidence: [], asOf: AS_OF, source: 'twilio' },
	message: `$${amount}.00 is left at Twilio.`,
	...part,
});
const usd = (amount: number) => ({ amount, currency: 'USD' });
const plan = (total: number, unknown = 0, currency = 'USD') => ({
	planned: { currency, total, unknown, messages: 100 },
});
const { amount: _amount, ...afterwards } = left(0, {
	...{ kind: 'spendOnly', message: 'Meta could not be asked about this account.' },
});

const WISHES: Array<Omit<GuardQuestion, 'balance'>> = [
	{},
	{ amount: usd(20) },
	{ amount: { amount: 20, currency: 'EUR' } },
	...[1, 1_000].flatMap((total) => [plan(total), plan(total, 30), plan(total, 100)]),
	plan(3, 0, 'EUR'),
	...[undefined, 0, 0.1, 9].map((perDay) => ({ daysLeft: { days: 7, perDay } })),
	{ budget: usd(10) },
	...[3, 10].map((spentThisMonth) => ({ budget: usd(10), spentThisMonth })),
];

const BALANCES: Balance[] = [
	...[left(9), left(30)],
	left(0),
	left(9, { estimated: true }),
	left(9, { lastMoneyError: AS_OF }),
	...(['attached', 'none', 'unknown'] as const).map((paymentMethod) => ({
		...{ ...afterwards, paymentMethod },
	})),
	{ ...afterwards, paymentMethod: 'attached', lastMoneyError: AS_OF },
];

test.each(BALANCES)('of the guard in Japanese: %j', (balance) => {
	for (const wish of WISHES)
		for (const whenUnknown of ['low', 'enough'] as const) {
			expectJapanese(guard({ ...wish, balance, whenUnknown, trying: true }).message);
			const { message, whatToDo } = guard({ ...wish, balance, whenUnknown });
			expectJapanese(message);
			expectJapanese(whatToDo);
		}
});

describe('the table', () => {
	const table = { ...JAPANESE_ACCOUNT, ...JAPANESE_BALANCE, ...JAPANESE_GUARD };

	it('has every blank of the English sentence in the Japanese one', () => {
		const blanks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
		for (const [english, japanese] of Object.entries(table))
			expect([english, ...blanks(japanese)]).toEqual([english, ...blanks(english)]);
	});

	it('has no sentence that core does not say any more', () => {
		const all = [...heard].join('\n');
		const unheard = Object.keys(table).filter((english) => {
			const parts = english.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^$()|[\]]/g, '\\$&'));
			return !new RegExp(parts.join('[^\n]+')).test(all);
		});
		// Said by known-spend.ts, within another sentence.
		const within = ['WhatsApp hides the costs', 'WhatsApp keeps what was spent'];
		expect(unheard.filter((one) => !within.some((start) => one.startsWith(start)))).toEqual([]);
	});
});
