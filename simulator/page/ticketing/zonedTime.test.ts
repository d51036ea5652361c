import { isTimeZone, momentOf, wallTime } from './zonedTime.ts';

describe('the time at the place of the event', () => {
	it('is what its clocks show, and leads back to the same moment', () => {
		const moment = '2026-12-26T10:00:00+09:00';
		expect(wallTime(moment, 'Asia/Tokyo')).toBe('2026-12-26T10:00');
		expect(wallTime(moment, 'America/New_York')).toBe('2026-12-25T20:00');
		expect(momentOf('2026-12-26T10:00', 'Asia/Tokyo')).toBe(moment);
		expect(momentOf('2026-12-26T10:00', 'Asia/Kolkata')).toBe('2026-12-26T10:00:00+05:30');
	});

	it('knows summer time, also close to its beginning and end', () => {
		expect(momentOf('2026-03-29T03:30', 'Europe/Berlin')).toBe('2026-03-29T03:30:00+02:00');
		expect(momentOf('2026-03-29T01:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00+01:00');
		expect(momentOf('2026-11-01T00:30', 'America/New_York')).toBe('2026-11-01T00:30:00-04:00');
		expect(momentOf('2026-11-01T03:30', 'America/New_York')).toBe('2026-11-01T03:30:00-05:00');
	});

	it('shows nothing for a time that cannot be read, and tells a zone from a word', () => {
		expect(wallTime('soon', 'Asia/Tokyo')).toBe('');
		expect(['Asia/Tokyo', 'UTC', 'Mars/Base', ''].map(isTimeZone)).toEqual([
			true,
			true,
			false,
			false,
		]);
	});
});
