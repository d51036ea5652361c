import { nextAllowed, quietHours } from './quiet-hours';
import { startMoment } from './start-moment';
import { zonesOfCountry } from './time-zones';

const at = (iso: string) => Date.parse(iso);
const next = (zones: readonly string[], now: string, from = '21:00', until = '08:00') =>
	new Date(nextAllowed(zones, quietHours(from, until), at(now))).toISOString();

describe('quiet hours', () => {
	it.each([
		['by day', '2026-12-01T03:00:00Z', '2026-12-01T03:00:00.000Z'],
		['a minute before night', '2026-12-01T11:59:00Z', '2026-12-01T11:59:00.000Z'],
		['from the minute on', '2026-12-01T12:00:00Z', '2026-12-01T23:00:00.000Z'],
		['after midnight', '2026-12-01T16:00:00Z', '2026-12-01T23:00:00.000Z'],
		['until the minute', '2026-12-01T23:00:00Z', '2026-12-01T23:00:00.000Z'],
	])('in Tokyo, %s', (_when, now, moment) => {
		expect(next(['Asia/Tokyo'], now)).toBe(moment);
	});

	it('may lie within one day', () => {
		expect(next(['UTC'], '2026-12-01T13:00:00Z', '12:00', '14:30')).toBe(
			'2026-12-01T14:30:00.000Z',
		);
	});

	it('hold in every time zone of a country whose numbers do not say where somebody is', () => {
		// 08:00 in New York, and 03:00 in Honolulu: 18:00Z is the first moment when both are awake.
		expect(next(zonesOfCountry('US'), '2026-12-01T13:00:00Z')).toBe('2026-12-01T18:00:00.000Z');
	});

	it('follow summer time', () => {
		expect(next(['Europe/Berlin'], '2026-07-01T02:00:00Z')).toBe('2026-07-01T06:00:00.000Z');
		expect(next(['Europe/Berlin'], '2026-12-01T02:00:00Z')).toBe('2026-12-01T07:00:00.000Z');
	});

	it('let as many as possible be awake where a country is too wide for all', () => {
		const moment = next(zonesOfCountry('RU'), '2026-12-01T20:00:00Z', '17:00', '10:00');
		expect(at(moment)).toBeGreaterThan(at('2026-12-01T20:00:00Z'));
		expect(at(moment)).toBeLessThan(at('2026-12-02T20:00:00Z'));
	});

	it.each([
		['', ''],
		['', '08:00'],
		['08:00', '08:00'],
		[undefined, null],
	])('are none from %j until %j', (from, until) => {
		expect(quietHours(from, until)).toBeUndefined();
	});

	it.each([
		['9', 540],
		['09:30', 570],
		['24:00', 0],
		['７:００', 420],
		['21.15', 1275],
	])('take %s', (text, minute) => {
		expect(quietHours(text, '03:33')?.from).toBe(minute);
	});

	it.each([['25:00'], ['9:75'], ['evening'], ['-1']])('refuse %s', (text) => {
		expect(() => quietHours(text, '08:00')).toThrow('is no time of day');
	});
});

describe('the time zones of a country', () => {
	it('are those of its clocks', () => {
		expect(zonesOfCountry('JP')).toEqual(['Asia/Tokyo']);
		expect(zonesOfCountry('US')).toEqual(
			expect.arrayContaining(['America/New_York', 'Pacific/Honolulu']),
		);
	});

	it.each([[undefined], [''], ['XX'], ['Japan']])('are none for %j', (country) => {
		expect(zonesOfCountry(country)).toEqual([]);
	});
});

describe('the time to send', () => {
	it.each([
		['2026-12-01T10:00', '2026-12-01T01:00:00.000Z'],
		['2026-12-01 10:00', '2026-12-01T01:00:00.000Z'],
		['2026/12/1 9:05', '2026-12-01T00:05:00.000Z'],
		['2026-12-01T10:00:00Z', '2026-12-01T10:00:00.000Z'],
	])('%s is meant in the time zone of the event', (text, iso) => {
		expect(new Date(startMoment(text, 'Asia/Tokyo') ?? 0).toISOString()).toBe(iso);
	});

	it.each([[''], [undefined], [null], ['  ']])('is at once for %j', (text) => {
		expect(startMoment(text)).toBeUndefined();
	});

	it.each([['tomorrow'], ['2026-12-01'], ['2026-13-41 10:00']])(
		'is refused where it is none: %s',
		(text) => {
			expect(() => startMoment(text, 'Asia/Tokyo')).toThrow('is no time to send');
		},
	);
});
