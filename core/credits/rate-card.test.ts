import { startOfDay } from './local-day';
import { cardFor, marketOf, RATE_CARDS, type RateCard } from './rate-card';

const card = (validFrom: string, currency = 'USD', source = ''): RateCard => ({
	currency,
	validFrom,
	source,
	markets: [],
});
const cards = [
	card('2026-10-01'),
	card('2027-04-01'),
	card('2027-01-01'),
	card('2026-10-01', 'EUR'),
];
const at = (time: string) => Date.parse(time);
const from = (timeZone: string, time: string, currency = 'USD') =>
	cardFor(cards, { currency, at: at(time), timeZone })?.validFrom;

it('is the newest that has begun where the account is', () => {
	expect(from('Asia/Tokyo', '2026-12-31T14:59:59Z')).toBe('2026-10-01');
	expect(from('Asia/Tokyo', '2026-12-31T15:00:00Z')).toBe('2027-01-01');
	expect(from('America/Los_Angeles', '2027-01-01T07:59:59Z')).toBe('2026-10-01');
	expect(from('America/Los_Angeles', '2027-01-01T08:00:00Z')).toBe('2027-01-01');
	expect(from('UTC', '2030-01-01T00:00:00Z')).toBe('2027-04-01');
});

it('is one of its currency, however that is written, and none before the first', () => {
	expect(from('UTC', '2027-05-01T00:00:00Z', 'eur')).toBe('2026-10-01');
	expect(from('UTC', '2027-05-01T00:00:00Z', 'GBP')).toBeUndefined();
	expect(from('UTC', '2026-09-30T23:59:59Z')).toBeUndefined();
});

it('is the one loaded later where two begin on the same day', () => {
	const both = [...cards, card('2027-01-01', 'USD', 'loaded')];
	expect(cardFor(both, { currency: 'USD', at: at('2027-02-01'), timeZone: 'UTC' })?.source).toBe(
		'loaded',
	);
});

it('has no market for a country of which nobody knows where it is', () => {
	const [shipped] = RATE_CARDS;
	expect(marketOf('KZ', shipped)?.market).toBe('Kazakhstan');
	expect(marketOf('KZ', { ...shipped!, unplaced: ['KZ'] })).toBeUndefined();
});

it('says which time zone is not known', () => {
	expect(() => from('Tokyo', '2027-01-01T00:00:00Z')).toThrow(
		'The time zone “Tokyo” is not known. Write it as in Asia/Tokyo.',
	);
});

it('begins a day on which clocks change when it begins', () => {
	expect(new Date(startOfDay('America/Los_Angeles', '2027-03-15')).toISOString()).toBe(
		'2027-03-15T07:00:00.000Z',
	);
	// In Chile the clocks go from 24:00 to 1:00: that day has no midnight.
	expect(new Date(startOfDay('America/Santiago', '2026-09-06')).toISOString()).toBe(
		'2026-09-06T04:00:00.000Z',
	);
	expect(() => startOfDay('UTC', 'Monday')).toThrow(
		'“Monday” is no day. Write it as in 2026-10-01.',
	);
});
