import { creditsForMessages, messagesForCredits } from './credit-price';

it('is 40 credits for 10,000 messages, and the other way round', () => {
	expect(creditsForMessages(10_000)).toEqual({
		credits: 40,
		messages: 10_000,
		net: 80,
		fee: 0,
		tax: 0,
		total: 80,
		currency: 'USD',
		averagePrice: 0.008,
		text: '40 credits for about 10000 messages at $0.0080 each: $80.00.',
	});
	expect(messagesForCredits(40)).toMatchObject({ messages: 10_000, total: 80 });
	expect(creditsForMessages(10_001).credits).toBe(41);
	expect(creditsForMessages(0)).toMatchObject({ credits: 0, total: 0 });
});

it('adds fee and tax, to the cent', () => {
	const price = messagesForCredits(7, {
		creditPrice: 1.99,
		fee: 0.3,
		taxPercent: 19,
		currency: 'eur',
	});
	expect(price).toMatchObject({ net: 13.93, fee: 0.3, tax: 2.7, total: 16.93, currency: 'EUR' });
	expect(price.text).toMatch(/€16\.93 \(credits €13\.93, fee €0\.30, tax €2\.70\)\.$/);
});

describe('with the countries one really sends to', () => {
	const at = Date.parse('2026-11-20T12:00Z');
	const mix = [
		{ country: 'JP', category: 'MARKETING', messages: 50 },
		{ country: 'BR', category: 'UTILITY', messages: 50 },
	];

	it('says what the mix changes', () => {
		// By hand: (50 × 0.0842 + 50 × 0.0068) / 100 = 0.0455; 10,000 of them 455 dollars.
		const price = creditsForMessages(10_000, { mix, at });
		expect(price).toMatchObject({ credits: 40, realAverage: 0.0455 });
		expect(price.differs).toBe(
			'In your mix of countries a message costs $0.0455 on average, not $0.0080: 10000 messages take 228 credits instead of 40.',
		);
		expect(messagesForCredits(40, { mix, at }).differs).toMatch(
			/40 credits buy 1758 messages instead of 10000\.$/,
		);
	});

	it('says nothing where the mix is the average, or has a price that nobody knows', () => {
		expect(creditsForMessages(100, { mix, at, averagePrice: 0.046 }).differs).toBeUndefined();
		const unknown = [...mix, { category: 'UTILITY', messages: 1 }];
		expect(creditsForMessages(100, { mix: unknown, at })).not.toHaveProperty('realAverage');
	});
});

it.each([
	[() => messagesForCredits(-1), 'The number of credits has to be 0 or more, not -1.'],
	[() => creditsForMessages(1.5), 'The number of messages has to be 0 or more, not 1.5.'],
	[() => creditsForMessages(NaN), 'The number of messages has to be 0 or more, not NaN.'],
	[
		() => creditsForMessages(1, { averagePrice: 0 }),
		'The average price of a message has to be more than 0',
	],
	[
		() => creditsForMessages(1, { creditPrice: Infinity }),
		'The price of a credit has to be more than 0',
	],
	[() => creditsForMessages(1, { taxPercent: 190 }), 'The tax has to be between 0 and 100 percent'],
	[() => creditsForMessages(1, { fee: -1 }), 'The fee has to be 0 or more'],
])('refuses what is no number one could mean: %s', (wrong, sentence) => {
	expect(wrong).toThrow(sentence);
});
