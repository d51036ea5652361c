import { DEFAULT_PAIR_LIMIT, PairLimit } from './pairLimit.ts';

describe('the limit of a pair', () => {
	const many = (limit: PairLimit, now: number, setting = DEFAULT_PAIR_LIMIT) =>
		Array.from({ length: 60 }, () => limit.take('a:b', now, setting)).filter(Boolean).length;

	it('lends 45 messages from the future', () => {
		expect(many(new PairLimit(), 0)).toBe(45);
	});

	it('gives one message back every six seconds', () => {
		const limit = new PairLimit();
		many(limit, 0);
		expect(many(limit, 5999)).toBe(0);
		expect(many(limit, 6000)).toBe(1);
		expect(many(limit, 18_000)).toBe(2);
	});

	it('lends 45 again when all is paid back', () => {
		const limit = new PairLimit();
		many(limit, 0);
		expect(many(limit, 45 * 6000)).toBe(45);
	});

	it('can be switched off', () => {
		expect(many(new PairLimit(), 0, { ...DEFAULT_PAIR_LIMIT, enabled: false })).toBe(60);
	});
});
