import fc from 'fast-check';
import { readMoment } from './expiration-value';

const noon = Date.UTC(2026, 11, 24, 12);

describe('a point in time', () => {
	it.each<[string, unknown]>([
		['UTC', '2026-12-24T12:00:00Z'],
		['with milliseconds', '2026-12-24T12:00:00.000Z'],
		['in Tokyo', '2026-12-24T21:00+09:00'],
		['with a zone without colon', '2026-12-24 21:00:00+0900'],
		['with hours as zone', '2026-12-24T07:00-05'],
		['seconds', noon / 1000],
		['seconds as text', ` ${noon / 1000} `],
		['milliseconds', noon],
		['milliseconds as text', String(noon)],
		['a Date', new Date(noon)],
		['a DateTime of n8n', { valueOf: () => noon }],
	])('may be written as %s', (_what, value) => {
		expect(readMoment(value)).toBe(noon);
	});

	it.each<[string, unknown]>([
		['a day', '2026-12-24'],
		['a word', 'Friday'],
		['an impossible day', '2026-02-30T25:00Z'],
		['no number', NaN],
		['the beginning of time', 0],
		['a negative number', -5],
		['true', true],
		['an object', { at: noon }],
		['a list', [noon]],
		['a broken Date', new Date('x')],
		['beyond all dates', 9e15],
	])('is not %s', (_what, value) => {
		expect(readMoment(value)).toBeUndefined();
	});

	it.each([
		['Asia/Tokyo', '2026-12-24T21:00', noon],
		['America/New_York', '2026-12-24T07:00', noon],
		['Europe/Berlin', '2026-07-01T14:00', Date.UTC(2026, 6, 1, 12)],
		// The hour after the clocks went back, and the day they go forward.
		['Europe/Berlin', '2026-10-25T03:30', Date.UTC(2026, 9, 25, 2, 30)],
		['Europe/Berlin', '2026-03-29T03:30', Date.UTC(2026, 2, 29, 1, 30)],
		['Asia/Kathmandu', '2026-12-24T17:45', noon],
	])('without a zone is that of the clocks in %s: %s', (zone, text, time) => {
		expect(readMoment(text, zone)).toBe(time);
	});

	it('comes back from what any zone’s clocks show', () => {
		const zones = ['Asia/Tokyo', 'America/Sao_Paulo', 'Asia/Kolkata', 'UTC', 'Pacific/Chatham'];
		fc.assert(
			fc.property(
				fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
				fc.constantFrom(...zones),
				(date, timeZone) => {
					const time = Math.floor(date.getTime() / 60_000) * 60_000;
					const shown = new Date(time).toLocaleString('sv-SE', { timeZone });
					const read = readMoment(shown.replace(' ', 'T'), timeZone) ?? 0;
					// One hour of the year comes twice where clocks go back.
					expect([0, 3_600_000]).toContain(Math.abs(read - time));
					expect(new Date(read).toLocaleString('sv-SE', { timeZone })).toBe(shown);
				},
			),
		);
	});

	it('never throws, whatever it is given', () => {
		fc.assert(fc.property(fc.anything(), (value) => void readMoment(value, 'Asia/Tokyo')));
	});
});
