import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { marketOf, priceIn, RATE_CARD } from './rate-card';
import { readRateCardCsv } from './read-rate-card-csv';

const about = { validFrom: '2026-10-01', source: 'a test' };
const file = (name: string) => readFileSync(join(__dirname, 'fixtures', name), 'utf8');
const HEAD =
	'Market,Currency,Marketing,Utility,Authentication,"Authentication-\nInternational",Service\n';

function cardOf(text: string) {
	const read = readRateCardCsv(text, about);
	if (!read.ok) throw new Error(read.message);
	return read.card;
}

const refusalOf = (text: string, validFrom = about.validFrom) => {
	const read = readRateCardCsv(text, { ...about, validFrom });
	return read.ok ? 'no refusal' : `${read.message} ${read.whatToDo}`;
};

it('reads Meta’s file to the same prices as the card that comes with the package', () => {
	const card = cardOf(file('rate-card-usd.csv'));
	expect(card).toMatchObject({ currency: 'USD', ...about });
	expect(card.markets).toHaveLength(15);
	for (const country of [
		'AR',
		'IN',
		'HK',
		'SA',
		'TR',
		'AE',
		'GB',
		'US',
		'CA',
		'KE',
		'JP',
		'CZ',
		'BO',
		'JO',
		'AT',
		'GL',
	])
		expect([country, marketOf(country, card)?.prices]).toEqual([
			country,
			marketOf(country)?.prices,
		]);
});

it('gives a country that has no market any more to its region, and none where that is not known', () => {
	const card = cardOf(file('rate-card-usd.csv'));
	// The file has no row for these, which had none before 2026-10-01 either.
	expect(marketOf('LK', card)?.market).toBe('Rest of Asia Pacific');
	expect(marketOf('MA', card)?.market).toBe('Rest of Africa');
	expect(marketOf('KZ', card)).toBeUndefined();
	expect(marketOf('BR', card)).toBeUndefined();
	expect(card.unplaced).toContain('BR');
});

it('reads what a spreadsheet made of it', () => {
	const card = cardOf(file('rate-card-eur-excel.csv'));
	expect(card.currency).toBe('EUR');
	expect(card.markets.map(({ market, prices }) => [market, prices])).toEqual([
		['Germany', { marketing: 0.1131, utility: 0.0456, authentication: 0.0456 }],
		['Kenya', { marketing: 0.0222, utility: 0.0041, authentication: 0.0041 }],
		['Rest of Africa', { marketing: 0.0204, utility: 0.0036, authentication: 0.0036 }],
		['Other', { marketing: 0.05, utility: 0.0064, authentication: 0.0064 }],
	]);
	// A new market takes its country out of its region; n/a is unknown.
	expect(marketOf('KE', card)?.market).toBe('Kenya');
	expect(marketOf('TZ', card)?.countries).not.toContain('KE');
	expect(priceIn(marketOf('KE', card)!, 'SERVICE')).toBeUndefined();
	// Not in the file, and not the same as every other country.
	expect(marketOf('JP', card)).toBeUndefined();
});

it('reads thousands where they can only be thousands, and signs of money', () => {
	const card = cardOf(`${HEAD}Indonesia,IDR,Rp586.33,"1,356.65",.5,n/a,-\n`);
	expect(card.markets[0]?.prices).toEqual({
		marketing: 586.33,
		utility: 1356.65,
		authentication: 0.5,
	});
});

it.each<[string, string, RegExp]>([
	['another table', 'name,phone\nAnn,1', /no row has the headings Market, Currency.*Download/],
	['nothing', '', /no row has the headings/],
	['no rows', HEAD, /headings and no prices/],
	[
		'a word for a price',
		`${HEAD}Brazil,BRL,soon,1,1,n/a,n/a`,
		/^Row 1 of the table \(Brazil\), column Marketing: “soon” is no price\. .*0\.0118, or n\/a/,
	],
	[
		'a price below nothing',
		`${HEAD}Brazil,BRL,1,-1,1,n/a,n/a`,
		/\(Brazil\), column Utility: “-1” is no price/,
	],
	[
		'a price in two ways',
		`${HEAD}Brazil,BRL,1,1,1,"1,234",n/a`,
		/column Authentication-International: “1,234” may be thousands/,
	],
	[
		'an unknown market',
		`${HEAD}Brazil,BRL,1,1,1,,\nRest of Moon,BRL,1,1,1,,`,
		/^Row 2 of the table \(Rest of Moon\), column Market: this is no country/,
	],
	[
		'a market twice',
		`${HEAD}UK,GBP,1,1,1,,\nUnited Kingdom,GBP,1,1,1,,`,
		/^Row 2 of the table \(United Kingdom\), column Market: .*twice/,
	],
	['no name', `${HEAD},BRL,1,1,1,,`, /^Row 1 of the table, column Market: there is no name/],
	['no currency', `${HEAD}Brazil,$,1,1,1,,`, /\(Brazil\), column Currency: “\$” is no currency/],
	[
		'two currencies',
		`${HEAD}Brazil,BRL,1,1,1,,\nPeru,PEN,1,1,1,,`,
		/\(Peru\), column Currency: PEN, while the rows before are in BRL/,
	],
])('refuses %s with its place', (_what, text, sentence) => {
	expect(refusalOf(text)).toMatch(sentence);
});

it('takes the currency from the line before the table where the column has a sign', () => {
	expect(
		cardOf(`"Cost per message in MXN",,,,\n${HEAD}Mexico,$,0.7,0.1,0.1,n/a,n/a\n`).currency,
	).toBe('MXN');
});

it.each(['2027-1-1', '2027-02-30', 'tomorrow', ''])('refuses the day “%s”', (day) => {
	expect(refusalOf(file('rate-card-usd.csv'), day)).toMatch(/is no day from which the prices hold/);
});

describe('attacked', () => {
	const isSound = (text: string) => {
		const read = readRateCardCsv(text, about);
		if (!read.ok) return expect(read.message.length).toBeGreaterThan(10);
		const countries = read.card.markets.flatMap((market) => market.countries);
		expect(new Set(countries).size).toBe(countries.length);
		expect(read.card.markets.filter((market) => market.countries.length === 0).length).toBeLessThan(
			2,
		);
		for (const { prices } of read.card.markets)
			for (const price of Object.values(prices))
				expect(Number.isFinite(price) && price >= 0).toBe(true);
	};

	it('never throws and never makes up a price', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), isSound));
		const cell = fc.oneof(
			fc.constantFrom(
				'Brazil',
				'Other',
				'North America',
				'Rest of Africa',
				'$US',
				'BRL',
				'n/a',
				'0.1',
				'1e5',
				'"',
				';',
				'\n',
				'__proto__',
				'٣',
			),
			fc.string({ maxLength: 8 }),
		);
		const rows = fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 12 });
		fc.assert(
			fc.property(rows, (all) => isSound(HEAD + all.map((row) => row.join(',')).join('\n'))),
		);
	});

	it('gives back what was written, in any delimiter and line ending', () => {
		const price = fc.integer({ min: 0, max: 99_999 }).map((units) => (units / 10_000).toFixed(4));
		const dialect = fc.constantFrom([',', '\n'], [';', '\r\n'], ['\t', '\r'], [',', '\r\n']);
		fc.assert(
			fc.property(
				fc.array(price, { minLength: 3, maxLength: 3 }),
				dialect,
				(prices, [delimiter, end]) => {
					const lines = [
						['Market', 'Currency', 'Marketing', 'Utility', 'Authentication'],
						['Brazil', 'BRL', ...prices],
					];
					const card = cardOf(`\ufeff${lines.map((line) => line.join(delimiter)).join(end)}${end}`);
					expect(Object.values(card.markets[0]!.prices)).toEqual(prices.map(Number));
				},
			),
		);
	});
});

it('knows every name of the card that comes with the package', () => {
	const rows = RATE_CARD.markets.map(({ market }) => `${market},$US,1,1,1,,`);
	expect(cardOf(HEAD + rows.join('\n'))).not.toHaveProperty('unplaced');
});
