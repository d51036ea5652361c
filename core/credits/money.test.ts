import fc from 'fast-check';
import { addAmounts, roundedToCoin, timesAmount, writeMoney } from './money';

it('adds up without the remainders of binary fractions', () => {
	expect(addAmounts([0.1, 0.2])).toBe(0.3);
	expect(addAmounts(Array.from({ length: 10_000 }, () => 0.0113))).toBe(113);
	expect(timesAmount(0.0013, 3)).toBe(0.0039);
	expect(timesAmount(2, 2.5)).toBe(5);
	expect(addAmounts([])).toBe(0);
});

it('comes to the same in any order, and by adding or multiplying', () => {
	const price = fc.integer({ min: 0, max: 2_000_000 }).map((units) => units / 10_000);
	fc.assert(
		fc.property(fc.array(price, { maxLength: 50 }), (prices) => {
			const units = prices.reduce((sum, one) => sum + Math.round(one * 10_000), 0);
			expect(addAmounts(prices)).toBe(units / 10_000);
			expect(addAmounts([...prices].reverse())).toBe(addAmounts(prices));
		}),
	);
	fc.assert(
		fc.property(price, fc.integer({ min: 0, max: 200 }), (one, count) => {
			expect(timesAmount(one, count)).toBe(addAmounts(Array.from({ length: count }, () => one)));
		}),
	);
});

it('never takes what is no number for nothing', () => {
	expect(addAmounts([1, NaN])).toBeNaN();
	expect(timesAmount(NaN, 3)).toBeNaN();
});

it.each([
	[{ amount: 12.34, currency: 'USD' }, undefined, '$12.34'],
	[{ amount: 0.0034, currency: 'USD' }, undefined, '$0.0034'],
	[{ amount: 0.055, currency: 'USD' }, undefined, '$0.0550'],
	[{ amount: 0.5, currency: 'USD' }, undefined, '$0.50'],
	[{ amount: -3, currency: 'EUR' }, undefined, '-€3.00'],
	[{ amount: 1200, currency: 'JPY' }, 'ja', '￥1,200'],
	[{ amount: 12.5, currency: 'credits' }, undefined, '12.50 credits'],
	[{ amount: 12.5, currency: 'USD' }, 'no language', '12.50 USD'],
])('writes %j in %s as %s', (money, language, written) => {
	expect(writeMoney(money, language)).toBe(written);
});

it('asks nobody to pay a part of a coin', () => {
	expect(roundedToCoin({ amount: 8.005, currency: 'USD' })).toBe(8.01);
	expect(roundedToCoin({ amount: 8.5, currency: 'JPY' })).toBe(9);
});
