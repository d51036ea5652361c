import fc from 'fast-check';
import { creditsPage } from './credits-page';
import type { CreditsPageFacts } from './facts';

const NOW = Date.parse('2026-11-26T05:30:00Z');
const DAY = 86_400_000;

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 3 });
const word = fc.oneof(fc.string(), fc.constantFrom('', '</script>', '<b>', '$&', '{n}'));
const moment = fc.oneof(
	fc.constantFrom('2026-11-20T00:00:00Z', 'April 17, 2025', 'soon', '', '2026-11-26T99:99:99Z'),
);
const amount = fc.double({ min: -1e6, max: 1e9, noNaN: true });
const currency = fc.constantFrom('USD', 'JPY', 'BRL', 'usd', 'EURO', '');
const timeZone = fc.constantFrom('Asia/Tokyo', 'America/Sao_Paulo', 'UTC', 'Mars/Olympus', '');

const point = fc.record(
	{
		from: fc.integer({ min: 0, max: 40 }).map((n) => NOW - n * DAY),
		until: fc.constant(NOW),
		volume: fc.nat(1e6),
		country: fc.oneof(fc.constantFrom('JP', 'US', 'ZZ'), word),
		category: fc.oneof(fc.constantFrom('MARKETING', 'AUTHENTICATION_INTERNATIONAL'), word),
		pricingType: fc.constantFrom('REGULAR', 'FREE_ENTRY_POINT'),
		cost: fc.double({ min: 0, max: 1e6, noNaN: true }),
	},
	{ requiredKeys: ['from', 'until', 'volume'] },
);

const spend = fc.record({
	...{ currency, timeZone, points: fc.array(point, { maxLength: 30 }), costHidden: fc.boolean() },
	from: fc.integer({ min: 0, max: 400 }).map((n) => NOW - n * DAY),
	until: fc.integer({ min: -2, max: 40 }).map((n) => NOW - n * DAY),
	notes: fc.array(word, { maxLength: 2 }),
});

const balance = fc.record(
	{
		kind: fc.constantFrom('balance', 'creditLine', 'prepaid', 'spendOnly', 'unavailable'),
		...{ amount, currency, message: word, whatToDo: word, asOf: moment },
		paymentMethod: fc.constantFrom('attached', 'none', 'unknown'),
		...{ evidence: fc.array(word), lastMoneyError: moment },
		source: fc.constant('prepaid'),
	},
	{ requiredKeys: ['kind', 'message', 'asOf', 'evidence', 'source'] },
);

const purchase = fc.record({
	...{ paymentId: word, credits: amount, amount, currency, paidAt: moment },
	by: fc.constantFrom('stripe', 'hand'),
});

const named = fc.record(
	{ name: word, language: word, until: moment },
	{ requiredKeys: ['name', 'language'] },
);

const health = fc.record({
	canSend: fc.constantFrom('yes', 'limited', 'no', 'unknown'),
	number: fc.record(
		{
			...{ id: word, displayPhoneNumber: word, displayName: word, status: word, nameStatus: word },
			quality: fc.oneof(fc.constantFrom('GREEN', 'RED', 'toString'), word),
		},
		{ requiredKeys: ['id'] },
	),
	account: fc.record({ id: word, name: word }, { requiredKeys: ['id'] }),
	messagingLimit: fc.record(
		{
			tier: fc.oneof(fc.constantFrom('TIER_2K', 'TIER_UNLIMITED'), word),
			...{ most: fc.nat(), usedToday: fc.nat(), leftToday: fc.nat() },
		},
		{ requiredKeys: [] },
	),
	restrictions: fc.array(fc.record({ type: word, until: moment }, { requiredKeys: ['type'] })),
	ban: maybe(fc.record({ state: word, date: moment }, { requiredKeys: ['state'] })),
	templates: fc.record({ paused: fc.array(named), disabled: fc.array(named) }),
	problems: fc.array(
		fc.record(
			{ code: fc.nat(), what: word, whatToDo: word },
			{ requiredKeys: ['what', 'whatToDo'] },
		),
	),
	unread: fc.array(fc.record({ part: fc.constant('number'), why: word })),
	...{ sentences: fc.array(word), asOf: moment },
});

const facts = fc.record({
	title: word,
	language: fc.constantFrom('en', 'ja', 'ja-JP', 'xx', ''),
	asOf: fc.oneof(fc.constant(new Date(NOW).toISOString()), moment),
	timeZone: maybe(timeZone),
	spend: maybe(spend),
	balance: maybe(balance),
	purchases: maybe(fc.array(purchase)),
	health: maybe(health),
	buyUrl: maybe(word),
	creditPrice: maybe(fc.record({ amount, currency })),
	cards: maybe(fc.constant([])),
	guard: maybe(
		fc.record(
			{
				enough: fc.boolean(),
				certain: fc.boolean(),
				message: word,
				whatToDo: word,
				daysLeft: amount,
			},
			{ requiredKeys: ['enough', 'certain', 'message'] },
		),
	),
}) as unknown as fc.Arbitrary<CreditsPageFacts>;

it('never throws, never writes a hole as a value, and lets no fact become markup', () => {
	const strange = (text: string) => /\b(NaN|undefined|null|Infinity)\b|\[object/.test(text);
	fc.assert(
		fc.property(facts, (given) => {
			const html = creditsPage(given);
			const ours = html.replace(/<script>.*?<\/script>/gs, '').replace(/<style>.*?<\/style>/gs, '');
			// A name may be such a word itself; JSON has null for what is not known.
			const said = ours.replace(/<script type.*?<\/script>/gs, '');
			if (!strange(JSON.stringify(given).replace(/:null\b/g, '')))
				expect(strange(said)).toBe(false);
			expect(html.match(/<script>/g)?.length ?? 0).toBeLessThanOrEqual(1);
			expect(said).not.toMatch(/<\/script|<b><b>/);
		}),
		{ numRuns: 300 },
	);
});
