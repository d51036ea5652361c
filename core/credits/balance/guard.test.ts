import fc from 'fast-check';
import type { Balance } from './balance';
import { guard, type GuardQuestion, type PlannedCost } from './guard';

const AS_OF = '2026-10-02T09:00:00.000Z';
const NOW = Date.parse(AS_OF);

const balanceOf = (part: Partial<Balance>): Balance => ({
	kind: 'balance',
	evidence: [],
	asOf: AS_OF,
	source: 'twilio',
	message: 'The balance.',
	...part,
});
const left = (amount: number, part: Partial<Balance> = {}) =>
	balanceOf({
		kind: 'prepaid',
		source: 'prepaid',
		amount,
		currency: 'USD',
		message: 'Left.',
		...part,
	});
const afterwards = (part: Partial<Balance> = {}) =>
	balanceOf({
		kind: 'spendOnly',
		source: 'meta',
		currency: 'USD',
		paymentMethod: 'attached',
		message: 'Billed afterwards.',
		...part,
	});
const unavailable = (part: Partial<Balance> = {}) =>
	balanceOf({
		kind: 'unavailable',
		message: 'Twilio could not be reached.',
		whatToDo: 'Ask again.',
		...part,
	});
const plan = (total: number, part: Partial<PlannedCost> = {}): PlannedCost => ({
	currency: 'USD',
	total,
	unknown: 0,
	messages: 100,
	...part,
});
const usd = (amount: number) => ({ amount, currency: 'USD' });
const hoursAgo = (hours: number) => new Date(NOW - hours * 3_600_000).toISOString();

const cases: Array<[string, GuardQuestion, Partial<ReturnType<typeof guard>>, RegExp]> = [
	[
		'something is left',
		{ balance: left(3) },
		{ enough: true, certain: true, left: usd(3) },
		/\$3\.00 is left/,
	],
	[
		'nothing is left',
		{ balance: left(0) },
		{ enough: false, certain: true },
		/nothing more can be paid/,
	],
	[
		'an overdrawn wallet',
		{ balance: left(-2) },
		{ enough: false, certain: true },
		/-\$2\.00 is left/,
	],

	[
		'more than to be kept',
		{ balance: left(20), amount: usd(10) },
		{ enough: true, certain: true, needed: usd(10) },
		/at least the \$10\.00/,
	],
	[
		'exactly what is to be kept',
		{ balance: left(10), amount: usd(10) },
		{ enough: true, certain: true },
		/at least/,
	],
	[
		'less than to be kept',
		{ balance: left(9.99), amount: usd(10) },
		{ enough: false, certain: true },
		/less than the \$10\.00/,
	],
	[
		'another currency',
		{ balance: left(20), amount: { amount: 10, currency: 'EUR' } },
		{ enough: false, certain: false },
		/cannot be compared with an amount in EUR/,
	],
	[
		'another currency, taken as enough',
		{ balance: left(20), amount: { amount: 10, currency: 'EUR' }, whenUnknown: 'enough' },
		{ enough: true, certain: false },
		/counts as enough, as you set it/,
	],

	[
		'a notification that can be paid',
		{ balance: left(3), planned: plan(2.5) },
		{ enough: true, certain: true, needed: usd(2.5) },
		/these 100 messages cost \$2\.50/,
	],
	[
		'a notification that cannot',
		{ balance: left(0.75), planned: plan(2.5) },
		{ enough: false, certain: true, left: usd(0.75), needed: usd(2.5) },
		/\$0\.75 is left, but these 100 messages cost \$2\.50/,
	],
	[
		'unknown prices, enough for the average',
		{ balance: left(3), planned: plan(2, { unknown: 20 }) },
		{ enough: true, certain: false, needed: usd(2.5) },
		/price of 20 of them is not known/,
	],
	[
		'unknown prices, not enough for the average',
		{ balance: left(2.4), planned: plan(2, { unknown: 20 }) },
		{ enough: false, certain: false },
		/about \$2\.50/,
	],
	[
		'no price known at all',
		{ balance: left(1000), planned: plan(0, { unknown: 100 }) },
		{ enough: false, certain: false },
		/Nobody knows what these 100 messages cost/,
	],
	[
		'a plan in another currency',
		{ balance: left(3), planned: plan(2, { currency: 'JPY' }) },
		{ enough: false, certain: false },
		/cannot be compared/,
	],
	[
		'a plan that costs nothing',
		{ balance: left(3), planned: plan(0) },
		{ enough: true, certain: true },
		/cost \$0\.00/,
	],

	[
		'days enough',
		{ balance: left(30), daysLeft: { days: 7, perDay: 2 } },
		{ enough: true, certain: true, daysLeft: 15, needed: usd(14) },
		/enough for 15 days/,
	],
	[
		'too few days',
		{ balance: left(5), daysLeft: { days: 7, perDay: 2 } },
		{ enough: false, certain: true, daysLeft: 2.5 },
		/enough for 2\.5 days.*you want 7/,
	],
	[
		'a pace nobody knows',
		{ balance: left(5), daysLeft: { days: 7 } },
		{ enough: false, certain: false },
		/not known yet/,
	],
	[
		'nothing spent lately',
		{ balance: left(5), daysLeft: { days: 7, perDay: 0 } },
		{ enough: true, certain: true },
		/nothing was spent/,
	],
	[
		'nothing spent, nothing left',
		{ balance: left(0), daysLeft: { days: 7, perDay: 0 } },
		{ enough: false, certain: true },
		/nothing more/,
	],

	[
		'all asked at once, one too much',
		{ balance: left(5), amount: usd(1), planned: plan(2), daysLeft: { days: 7, perDay: 2 } },
		{ enough: false, certain: true },
		/you want 7/,
	],
	[
		'an estimated balance',
		{ balance: left(5, { estimated: true }), planned: plan(2) },
		{ enough: true, certain: false },
		/About \$5\.00/,
	],
	[
		'a refusal for money although there is an amount',
		{ balance: left(5, { lastMoneyError: hoursAgo(1) }) },
		{ enough: true, certain: false },
		/131042/,
	],
	[
		'an old refusal beside an amount',
		{ balance: left(5, { lastMoneyError: hoursAgo(30) }) },
		{ enough: true, certain: true },
		/is left/,
	],

	[
		'paid afterwards',
		{ balance: afterwards() },
		{ enough: true, certain: false },
		/counts as enough/,
	],
	[
		'paid afterwards, with a plan',
		{ balance: afterwards(), planned: plan(9999) },
		{ enough: true, certain: false },
		/Nothing was refused for money lately/,
	],
	[
		'no payment method',
		{
			balance: afterwards({ paymentMethod: 'none', message: 'None attached.' }),
			whenUnknown: 'enough',
		},
		{ enough: false, certain: true },
		/None attached/,
	],
	[
		'a payment problem',
		{ balance: afterwards({ paymentProblem: 'card expired', message: 'Problem: card expired' }) },
		{ enough: false, certain: true },
		/card expired/,
	],
	[
		'paid afterwards, refused an hour ago',
		{ balance: afterwards({ lastMoneyError: hoursAgo(1) }) },
		{ enough: false, certain: true },
		/131042/,
	],
	[
		'paid afterwards, refused an hour ago, asked by a run that is let go',
		{ balance: afterwards({ lastMoneyError: hoursAgo(1) }), trying: true },
		{ enough: true, certain: false },
		/131042.*only sending shows/,
	],
	[
		'a payment method nobody knows, refused an hour ago, asked by a run that is let go',
		{
			balance: afterwards({ paymentMethod: 'unknown', lastMoneyError: hoursAgo(1) }),
			trying: true,
		},
		{ enough: false, certain: false },
		/counts as low unless you set it otherwise/,
	],
	[
		'paid afterwards, refused two days ago',
		{ balance: afterwards({ lastMoneyError: hoursAgo(48) }) },
		{ enough: true, certain: false },
		/enough/,
	],
	[
		'a payment method nobody knows',
		{ balance: afterwards({ paymentMethod: 'unknown' }) },
		{ enough: false, certain: false },
		/counts as low unless you set it otherwise/,
	],
	[
		'a line of credit without an amount',
		{ balance: afterwards({ kind: 'creditLine' }) },
		{ enough: true, certain: false },
		/enough/,
	],

	[
		'unavailable',
		{ balance: unavailable() },
		{ enough: false, certain: false },
		/could not be reached.*counts as low/,
	],
	[
		'unavailable, taken as enough',
		{ balance: unavailable(), whenUnknown: 'enough' },
		{ enough: true, certain: false },
		/counts as enough/,
	],
	[
		'unavailable, with a plan',
		{ balance: unavailable(), planned: plan(1) },
		{ enough: false, certain: false },
		/counts as low/,
	],
	[
		'unavailable, with an amount that must not count',
		{ balance: unavailable({ amount: 50, currency: 'USD' }), planned: plan(1) },
		{ enough: false, certain: false },
		/counts as low/,
	],

	[
		'a budget that pays',
		{ balance: afterwards(), budget: usd(50), spentThisMonth: 20, planned: plan(10) },
		{ enough: true, certain: false, left: usd(30), needed: usd(10) },
		/enough/,
	],
	[
		'a budget that does not pay',
		{ balance: afterwards(), budget: usd(50), spentThisMonth: 45, planned: plan(10) },
		{ enough: false, certain: true, left: usd(5) },
		/\$5\.00 is left of this month’s budget, but/,
	],
	[
		'a budget used up',
		{ balance: afterwards(), budget: usd(50), spentThisMonth: 50 },
		{ enough: false, certain: true },
		/budget: nothing more/,
	],
	[
		'a budget without knowing what was spent',
		{ balance: afterwards(), budget: usd(50) },
		{ enough: false, certain: false },
		/The budget cannot be checked/,
	],
	[
		'a budget beside a balance that is too small',
		{ balance: left(1), budget: usd(50), spentThisMonth: 0, planned: plan(2) },
		{ enough: false, certain: true, left: usd(1) },
		/\$1\.00 is left, but/,
	],
	[
		'a budget does not make an unreachable account good',
		{ balance: unavailable(), budget: usd(50), spentThisMonth: 0 },
		{ enough: false, certain: false },
		/counts as low/,
	],
];

test.each(cases)('%s', (_name, question, answer, words) => {
	const given = guard(question);
	expect(given).toMatchObject(answer);
	expect(given.message).toMatch(words);
	expect(given.balance).toBe(question.balance);
	if (!given.enough) expect(`${given.whatToDo ?? given.message}`).toBeTruthy();
});

test('a pace below a millionth a day adds up all the same', () => {
	const answer = guard({ balance: left(0.0001), daysLeft: { days: 365, perDay: 0.000_000_49 } });
	expect(answer).toMatchObject({ enough: false, needed: usd(0.000179) });
});

test('an amount beside “unavailable” is nobody’s money', () => {
	const broken = unavailable({ amount: 50, currency: 'USD' });
	const answer = guard({ balance: broken, amount: usd(10), whenUnknown: 'enough' });
	expect(answer).not.toHaveProperty('left');
	expect(answer).not.toHaveProperty('needed');
	expect(answer.certain).toBe(false);
});

test('a Low tells what to do', () => {
	expect(guard({ balance: left(0) }).whatToDo).toMatch(/Buy credits/);
	const spent = guard({ balance: afterwards(), budget: usd(1), spentThisMonth: 2 });
	expect(spent.whatToDo).toMatch(/next month/);
});

const amounts = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const balances = fc
	.record({
		kind: fc.constantFrom<Balance['kind']>(
			'balance',
			'creditLine',
			'prepaid',
			'spendOnly',
			'unavailable',
		),
		amount: fc.option(amounts, { nil: undefined }),
		currency: fc.constantFrom('USD', 'EUR'),
		paymentMethod: fc.constantFrom<Balance['paymentMethod']>(
			'attached',
			'none',
			'unknown',
			undefined,
		),
		estimated: fc.constantFrom<true | undefined>(true, undefined),
		lastMoneyError: fc.constantFrom(undefined, hoursAgo(1), hoursAgo(99), 'not a time'),
	})
	.map((part) => balanceOf(part));
const questions = fc.record(
	{
		balance: balances,
		amount: fc.record({ amount: amounts, currency: fc.constantFrom('USD', 'EUR') }),
		daysLeft: fc.record({
			days: fc.integer({ min: 0, max: 365 }),
			perDay: fc.option(amounts, { nil: undefined }),
		}),
		planned: fc.record({
			currency: fc.constantFrom('USD', 'EUR'),
			total: fc.oneof(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.constant(Number.NaN)),
			unknown: fc.integer({ min: 0, max: 10 }),
			messages: fc.integer({ min: 10, max: 1000 }),
		}),
		whenUnknown: fc.constantFrom<'low' | 'enough'>('low', 'enough'),
		budget: fc.record({ amount: amounts, currency: fc.constantFrom('USD', 'EUR') }),
		spentThisMonth: amounts,
	},
	{ requiredKeys: ['balance'] },
);

test('never enough where more is needed than is known to be left', () => {
	fc.assert(
		fc.property(questions, (question) => {
			const { balance, amount, planned, daysLeft } = question;
			const { enough } = guard(question);
			if (balance.kind === 'unavailable' || balance.amount === undefined) return;
			const needed = [
				amount?.currency === balance.currency ? amount?.amount : undefined,
				planned?.currency === balance.currency ? planned?.total : undefined,
				daysLeft?.perDay !== undefined && daysLeft.perDay > 0
					? daysLeft.perDay * daysLeft.days
					: undefined,
			].filter((value) => value !== undefined && Number.isFinite(value)) as number[];
			// A millionth apart is rounding, not money.
			if (needed.some((value) => value > balance.amount! + 0.000_002)) expect(enough).toBe(false);
		}),
		{ numRuns: 2000 },
	);
});

test('certain only where everything that counts is known; always a sentence', () => {
	fc.assert(
		fc.property(questions, (question) => {
			const { enough, certain, message, left: there } = guard(question);
			expect(message).not.toMatch(/undefined|NaN/);
			if (question.balance.kind === 'unavailable' && enough) expect(certain).toBe(false);
			if (question.balance.kind === 'unavailable' && question.whenUnknown !== 'enough')
				expect(enough).toBe(false);
			if (enough && certain) expect(there).toBeDefined();
			if (question.planned && question.planned.unknown > 0 && enough) expect(certain).toBe(false);
		}),
		{ numRuns: 2000 },
	);
});
