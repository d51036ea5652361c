import { pricesOf } from './price-difference';
import { marketOf, RATE_CARD } from './rate-card';

it('names what a message costs before and after, in a country', () => {
	expect(pricesOf('UTILITY', 'MARKETING', 'jp')).toMatchObject({
		currency: 'USD',
		country: 'JP',
		market: 'Rest of APAC',
		before: 0.0113,
		after: 0.0842,
		validFrom: '2026-10-01',
		text: '$0.0113 → $0.0842 a message in JP (7.5 times)',
	});
	expect(pricesOf('MARKETING', 'UTILITY', 'DE')?.text).toBe(
		'$0.1365 → $0.0550 a message in DE (0.4 times)',
	);
});

it('gives the range over all markets where no country is named', () => {
	expect(pricesOf('UTILITY', 'MARKETING')).toMatchObject({
		before: [0.0008, 0.055],
		after: [0.0109, 0.1597],
	});
	expect(pricesOf('UTILITY', 'MARKETING', 'nowhere')?.country).toBeUndefined();
});

it('never takes an unknown price for nothing', () => {
	expect(pricesOf('UTILITY', 'SOMETHING_NEW', 'JP')).toBeUndefined();
	expect(pricesOf('toString', 'MARKETING')).toBeUndefined();
});

it('knows each country once, and puts every other into Other', () => {
	const countries = RATE_CARD.markets.flatMap((market) => market.countries);
	expect(new Set(countries).size).toBe(countries.length);
	expect(marketOf('gl')?.market).toBe('Other');
	expect(marketOf('')).toBeUndefined();
});
