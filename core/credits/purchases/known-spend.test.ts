import type { Spend, SpendPoint } from '../spend';
import { knownSpend } from './known-spend';
import { prepaidBalance } from './prepaid-balance';

const from = Date.UTC(2026, 9, 2);
const point = (part: Partial<SpendPoint>): SpendPoint => ({
	from,
	until: from + 86_400_000,
	country: 'JP',
	category: 'UTILITY',
	pricingType: 'REGULAR',
	volume: 10,
	...part,
});
const spend = (...points: SpendPoint[]): Spend => ({
	currency: 'USD',
	timeZone: 'UTC',
	from,
	until: from + 86_400_000,
	points,
	costHidden: points.some(({ cost }) => cost === undefined),
	notes: [],
});

test('the costs Meta says are the spend', () => {
	expect(knownSpend(spend(point({ cost: 0.113 }), point({ cost: 0.2 })))).toEqual({
		currency: 'USD',
		amount: 0.313,
	});
});

test('nothing delivered is nothing spent', () => {
	expect(knownSpend(spend())).toEqual({ currency: 'USD', amount: 0 });
});

test('hidden costs come from the rate card and are marked', () => {
	// Japan belongs to Rest of Asia Pacific: 0.0113 for a utility message since October 2026.
	expect(knownSpend(spend(point({})))).toEqual({ currency: 'USD', amount: 0.113, estimated: true });
});

test('hidden costs without a price are unknown, and so is the balance', () => {
	const known = knownSpend(spend(point({}), point({ category: 'REFERRAL_CONVERSION', volume: 3 })));
	expect(known).toEqual({ currency: 'USD', why: expect.stringContaining('3 of its messages') });
	const purchase = {
		...{ paymentId: 'pi_1', credits: 1, amount: 2, currency: 'USD' },
		...{ paidAt: '2026-10-02T00:00:00Z', by: 'hand' as const },
	};
	expect(() => prepaidBalance([purchase], known)).toThrow(/hides the costs/);
});
