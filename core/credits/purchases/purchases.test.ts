import fc from 'fast-check';
import { readBalance } from '../balance/read-balance';
import { bookPurchase } from './book-purchase';
import type { KnownSpend } from './prepaid-balance';
import { firstPaidAt } from './prepaid-balance';
import type { Purchase } from './purchase';
import { purchaseFromRow, purchasesFromRows, rowOfPurchase } from './purchase-row';

const clock = { now: () => Date.UTC(2026, 9, 5) };
const bought = (part: Partial<Purchase> = {}): Purchase => ({
	paymentId: 'pi_1',
	credits: 40,
	amount: 80,
	currency: 'USD',
	paidAt: '2026-10-02T09:00:00.000Z',
	by: 'stripe',
	...part,
});
const balanceOf = async (purchases: Purchase[] | undefined, spend?: KnownSpend | Error) => {
	const asked: number[] = [];
	const balance = await readBalance(
		'prepaid',
		{},
		{
			clock,
			...(purchases ? { purchases } : {}),
			...(spend
				? {
						spentSince: async (since: number) => {
							asked.push(since);
							if (spend instanceof Error) throw spend;
							return spend;
						},
					}
				: {}),
		},
	);
	return { balance, asked };
};

test('bought minus spent since the first purchase, to the cent', async () => {
	const { balance, asked } = await balanceOf(
		[
			bought({ paymentId: 'b', amount: 0.1, paidAt: '2026-10-04T00:00:00Z' }),
			bought({ amount: 80.2 }),
		],
		{ currency: 'usd', amount: 12.3456 },
	);
	expect(balance).toMatchObject({ kind: 'prepaid', amount: 67.9544, currency: 'USD' });
	expect(balance).not.toHaveProperty('estimated');
	expect(asked).toEqual([Date.parse('2026-10-02T09:00:00Z')]);
	expect(balance.evidence.join(' ')).toMatch(/2 purchases of \$80\.30.*spent since 2026-10-02/);
});

test('says from which half hour on it was counted, where that is before the first purchase', async () => {
	const first = '2026-10-02T09:00:00.000Z';
	const counted = { currency: 'USD', amount: 0.0339, from: Date.parse(first) - 1_740_000 };
	const { balance } = await balanceOf([bought()], counted);
	expect(balance.evidence.slice(1)).toEqual([
		'$0.0339 spent since 2026-10-02T08:31:00.000Z, as Meta says.',
		'WhatsApp counts by the half hour: what was sent in the half hour of the first purchase counts with it, also what was sent before it.',
	]);
	const exact = await balanceOf([bought()], { currency: 'USD', amount: 0 });
	expect(exact.balance.evidence.slice(1)).toEqual([`$0.00 spent since ${first}, as Meta says.`]);
});

test('as credits, what is left is rounded down to a tenth: never more than there is', async () => {
	const said = async (amount: number) =>
		(await balanceOf([bought()], { currency: 'USD', amount })).balance.message;
	expect(await said(0.0339)).toBe('$79.97 is left of your own credits, about 39.9 credits.');
	expect(await said(0)).toBe('$80.00 is left of your own credits, about 40 credits.');
	// 0.2 of 80 is 0.1 of 40, which no binary fraction is.
	expect(await said(79.8)).toBe('$0.20 is left of your own credits, about 0.1 credits.');
	expect(await said(79.9)).toBe('$0.10 is left of your own credits.');
});

test('hidden costs: from the rate card, and marked as such', async () => {
	const { balance } = await balanceOf([bought()], { currency: 'USD', amount: 30, estimated: true });
	expect(balance).toMatchObject({ kind: 'prepaid', amount: 50, estimated: true });
	expect(balance.message).toMatch(/^About/);
	expect(balance.evidence.join(' ')).toMatch(/Meta hides the costs/);
});

test('used up says so, and goes below zero', async () => {
	const { balance } = await balanceOf([bought()], { currency: 'USD', amount: 81 });
	expect(balance).toMatchObject({ amount: -1, whatToDo: expect.stringContaining('Buy credits') });
});

test.each<[string, Purchase[] | undefined, KnownSpend | Error | undefined, RegExp]>([
	['no table', undefined, undefined, /not handed over/],
	['no purchase', [], { currency: 'USD', amount: 0 }, /No credits have been bought/],
	[
		'spend nobody knows',
		[bought()],
		{ currency: 'USD', why: 'the costs are hidden' },
		/the costs are hidden/,
	],
	['nobody to ask', [bought()], undefined, /could not be read/],
	['a spend that cannot be read', [bought()], new Error('Meta is away'), /Meta is away/],
	[
		'another currency',
		[bought()],
		{ currency: 'EUR', amount: 3 },
		/in USD, but WhatsApp bills this account in EUR/,
	],
	[
		'purchases in two currencies',
		[bought(), bought({ paymentId: 'b', currency: 'EUR' })],
		{ currency: 'USD', amount: 0 },
		/different currencies/,
	],
	[
		'a purchase without a time',
		[bought(), bought({ paymentId: 'b', paidAt: 'soon' })],
		{ currency: 'USD', amount: 0 },
		/no time/,
	],
])('%s: unavailable, never an amount', async (_name, purchases, spend, words) => {
	const { balance } = await balanceOf(purchases, spend);
	expect(balance.kind).toBe('unavailable');
	expect(balance).not.toHaveProperty('amount');
	expect(balance.message).toMatch(words);
});

test('nothing spent yet needs no currency', async () => {
	const { balance } = await balanceOf([bought()], { currency: 'EUR', amount: 0 });
	expect(balance).toMatchObject({ amount: 80, currency: 'USD' });
});

test('a payment that stands there twice was paid once', async () => {
	const { balance } = await balanceOf([bought(), bought()], { currency: 'USD', amount: 0 });
	expect(balance.amount).toBe(80);
});

test('a payment is booked once, and what stands there is not changed', () => {
	const first = bookPurchase([], bought());
	expect(first).toMatchObject({ result: 'book', message: 'Booked: 40 credits for $80.00 (pi_1).' });
	expect(bookPurchase([bought()], bought())).toMatchObject({ result: 'already booked' });
	const other = bookPurchase([bought({ amount: 8 })], bought());
	expect(other).toMatchObject({ result: 'already booked', purchase: { amount: 8 } });
	expect(other.message).toMatch(/other figures/);
	expect(bookPurchase([{ paymentId: 'pi_0' }], bought())).toMatchObject({ result: 'book' });
});

test.each<[Partial<Purchase>, RegExp]>([
	[{ paymentId: ' ' }, /no payment id/],
	[{ amount: 0 }, /no amount/],
	[{ amount: Number.NaN }, /no amount/],
	[{ credits: 0 }, /number of credits/],
	[{ amount: -80 }, /do not fit/],
	[{ amount: -80, credits: -40 }, /do not fit/],
	[{ currency: 'usd' }, /three capital letters/],
	[{ paidAt: 'yesterday' }, /not a time/],
])('%j is refused', (part, words) => {
	const booking = bookPurchase([], bought(part));
	expect(booking).toMatchObject({ result: 'refused', whatToDo: expect.any(String) });
	expect(booking.message).toMatch(words);
});

test('by hand, credits can be given back', async () => {
	const refund = bought({ paymentId: 'refund 7', credits: -10, amount: -20, by: 'hand' });
	expect(bookPurchase([bought()], refund).result).toBe('book');
	const { balance } = await balanceOf([bought(), refund], { currency: 'USD', amount: 0 });
	expect(balance.amount).toBe(60);
});

test('a purchase comes back from its row as it was', () => {
	const iso = fc.integer({ min: 0, max: 4e12 }).map((ms) => new Date(ms).toISOString());
	fc.assert(
		fc.property(
			fc.integer({ min: 1 }),
			fc.integer({ min: 1, max: 1e9 }),
			iso,
			(credits, cents, paidAt) => {
				const purchase = bought({ credits, amount: cents / 100, paidAt, note: 'cs_1' });
				expect(purchaseFromRow(rowOfPurchase(purchase))).toEqual(purchase);
			},
		),
	);
});

test('rows typed by hand: text for numbers, small letters, a Date; half a row is counted', () => {
	const row = {
		payment_id: ' 7 ',
		credits: '40',
		amount: '80.00',
		currency: 'usd',
		paid_at: new Date(0),
		by: '',
	};
	expect(purchasesFromRows([row, { ...row, amount: '' }, null, 'x'])).toEqual({
		purchases: [
			{
				paymentId: '7',
				credits: 40,
				amount: 80,
				currency: 'USD',
				paidAt: '1970-01-01T00:00:00.000Z',
				by: 'hand',
			},
		],
		unreadable: 3,
	});
});

test('the first purchase is the earliest, wherever it stands', () => {
	expect(firstPaidAt([])).toBeUndefined();
	expect(firstPaidAt([bought(), bought({ paidAt: '2026-09-30T00:00:00+09:00' })])).toBe(
		Date.parse('2026-09-29T15:00:00Z'),
	);
});
