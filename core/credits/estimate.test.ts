import { estimateCost, type EstimateSettings } from './estimate';

const settings: EstimateSettings = { at: Date.parse('2026-11-20T12:00Z'), timeZone: 'Asia/Tokyo' };

const to = (country: string | undefined, category: string, messages: number) =>
	Array.from({ length: messages }, () => ({ ...(country ? { country } : {}), category }));

it('adds up by country and in total, in money and in credits', () => {
	const list = [
		...to('JP', 'MARKETING', 100),
		...to('DE', 'UTILITY', 20),
		...to('JP', 'UTILITY', 3),
	];
	expect(estimateCost(list, { ...settings, creditPrice: { amount: 2, currency: 'USD' } })).toEqual({
		currency: 'USD',
		validFrom: '2026-10-01',
		messages: 123,
		countries: [
			{
				country: 'JP',
				market: 'Rest of APAC',
				category: 'MARKETING',
				messages: 100,
				price: 0.0842,
				cost: 8.42,
			},
			{
				country: 'DE',
				market: 'Germany',
				category: 'UTILITY',
				messages: 20,
				price: 0.055,
				cost: 1.1,
			},
			{
				country: 'JP',
				market: 'Rest of APAC',
				category: 'UTILITY',
				messages: 3,
				price: 0.0113,
				cost: 0.0339,
			},
		],
		total: 9.5539,
		unknown: 0,
		credits: 4.77695,
		creditPrice: { amount: 2, currency: 'USD' },
		text: '123 messages to 2 countries: $9.55 (4.78 credits), if all are delivered.',
	});
});

it('counts what it cannot price, instead of taking it for nothing', () => {
	const { countries, total, unknown, text } = estimateCost(
		[...to('JP', 'UTILITY', 2), ...to(undefined, 'UTILITY', 3)],
		settings,
	);
	expect([total, unknown]).toEqual([0.0226, 3]);
	expect(countries[0]).toEqual({
		category: 'UTILITY',
		messages: 3,
		why: 'The number does not say its country, and the price depends on it.',
	});
	expect(text).toMatch(/3 of them are not in it: their price is not known\.$/);
});

it('says nothing in money where nothing is known', () => {
	const early = { ...settings, at: Date.parse('2026-01-01T00:00Z') };
	const estimate = estimateCost(to('JP', 'UTILITY', 1), early);
	expect(estimate).toMatchObject({ validFrom: '', unknown: 1 });
	expect(estimate.text).toMatch(
		/^What 1 message to 1 country costs is not known\. The first rate card/,
	);
	expect(estimateCost([], settings).text).toBe('No messages, no cost.');
});

it('has no credits where their price is in another currency', () => {
	const inEuro = { ...settings, creditPrice: { amount: 2, currency: 'EUR' } };
	expect(estimateCost(to('JP', 'UTILITY', 1), inEuro)).not.toHaveProperty('credits');
});
