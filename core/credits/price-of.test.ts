import { ServiceTier } from './free-rules';
import { priceOf, type PriceQuestion } from './price-of';
import { RATE_CARDS, type RateCard } from './rate-card';

const NOON = Date.parse('2026-11-20T12:00:00Z');

const ask = (more: Partial<PriceQuestion>) =>
	priceOf({
		cards: RATE_CARDS,
		country: 'JP',
		category: 'UTILITY',
		at: NOON,
		timeZone: 'Asia/Tokyo',
		currency: 'USD',
		...more,
	});

/** A card from before service messages cost anything. */
const older: RateCard = {
	currency: 'USD',
	validFrom: '2026-07-01',
	source: '',
	markets: [{ market: 'Japan', countries: ['JP'], prices: { utility: 0.01, marketing: 0.08 } }],
};
const withOlder = [older, ...RATE_CARDS];
const SEPTEMBER = Date.parse('2026-09-30T14:59:00Z');

it('is the price of category and market, with the card it is from', () => {
	expect(ask({})).toMatchObject({ price: 0.0113, market: 'Rest of APAC' });
	expect(ask({ category: 'marketing', country: 'de' })).toMatchObject({ price: 0.1365 });
	expect(ask({}).card?.validFrom).toBe('2026-10-01');
});

describe('is unknown, and says why,', () => {
	it.each<[string, Partial<PriceQuestion>, RegExp]>([
		['before the first card', { at: SEPTEMBER }, /first rate card in USD begins on 2026-10-01/],
		['in a currency without a card', { currency: 'EUR' }, /no rate card in EUR.*Load Meta's CSV/],
		['without a country', { country: undefined }, /does not say its country/],
		[
			'for a category it does not have',
			{ category: 'MARKETING_LITE' },
			/no price for MARKETING_LITE/,
		],
		['for no category at all', { category: 'toString' }, /no price for toString/],
		[
			'for authentication that may be international',
			{ category: 'AUTHENTICATION', country: 'IN' },
			/0\.0014, or 0\.0304 where the business is abroad/,
		],
	])('%s', (_when, more, why) => {
		const answer = ask(more);
		expect(answer).not.toHaveProperty('price');
		expect(answer.why).toMatch(why);
	});
});

it('knows authentication where it is said whether it is international, and where it cannot be', () => {
	const authentication = (country: string, authInternational?: boolean) =>
		ask({ category: 'AUTHENTICATION', country, authInternational }).price;
	expect(authentication('IN', true)).toBe(0.0304);
	expect(authentication('IN', false)).toBe(0.0014);
	expect(authentication('JP', true)).toBe(0.0113);
	expect(authentication('JP')).toBe(0.0113);
	expect(ask({ category: 'AUTHENTICATION_INTERNATIONAL', country: 'IN' }).price).toBe(0.0304);
});

describe('free rules', () => {
	it('let the first thousand service messages of a month be free, and no more', () => {
		const service = (serviceDelivered?: number) =>
			ask({ category: 'SERVICE', circumstances: { serviceDelivered } });
		expect(service(999)).toMatchObject({ price: 0, free: 'free_customer_service' });
		expect(service(1000)).toMatchObject({ price: 0.0113 });
		// How many there were is not known: never taken to be few.
		expect(service(undefined)).toMatchObject({ price: 0.0113 });
	});

	it('take the utility price for service where the file leaves the column empty', () => {
		const [shipped] = RATE_CARDS;
		const markets = [{ market: 'X', countries: ['JP'], prices: { utility: 0.02 } }];
		expect(ask({ category: 'SERVICE', cards: [{ ...shipped!, markets }] }).price).toBe(0.02);
	});

	it('charge utility in the window since 2026-10-01, in the time zone of the account', () => {
		const inWindow = (at: number) =>
			ask({ at, cards: withOlder, circumstances: { windowOpen: true } });
		expect(inWindow(SEPTEMBER)).toMatchObject({ price: 0, free: 'free_customer_service' });
		expect(inWindow(SEPTEMBER + 60_000)).toMatchObject({ price: 0.0113 });
		expect(ask({ at: SEPTEMBER, cards: withOlder }).price).toBe(0.01);
		expect(ask({ at: SEPTEMBER, cards: withOlder, category: 'SERVICE' }).price).toBe(0);
	});

	it('let everything be free in an entry point window, and nothing else that is unknown', () => {
		const circumstances = { entryPointOpen: true };
		expect(ask({ category: 'MARKETING', circumstances })).toMatchObject({
			price: 0,
			free: 'free_entry_point',
		});
		expect(ask({ country: undefined, circumstances })).toMatchObject({ price: 0 });
		// Before the first card nobody knows, not even that.
		expect(ask({ at: SEPTEMBER, circumstances })).not.toHaveProperty('price');
	});

	it('begin to count again with the month of the account, for each number', () => {
		const tier = new ServiceTier('Asia/Tokyo');
		const october = Date.parse('2026-10-31T14:59:00Z');
		tier.book('1', october, 900);
		tier.book('1', october, 200);
		expect([tier.used('1', october), tier.left('1', october)]).toEqual([1100, 0]);
		expect(tier.left('2', october)).toBe(1000);
		expect(tier.left('1', october + 60_000)).toBe(1000);
	});
});
