import { dateText } from './date-text';

describe('the date of an event', () => {
	it.each([
		['2026-12-01T00:30:00Z', 'Asia/Tokyo', 'en', 'Tuesday, December 1, 2026 at 9:30 AM'],
		['2026-12-01T00:30:00Z', 'Asia/Tokyo', 'ja', '2026年12月1日火曜日 9:30'],
		['2026-12-01T00:30:00Z', 'America/New_York', 'en_US', 'Monday, November 30, 2026 at 7:30 PM'],
		['2026-12-01', 'America/New_York', 'en', 'Tuesday, December 1, 2026'],
		['2026-12-01T18:00:00+01:00', undefined, 'en', 'Tuesday, December 1, 2026 at 6:00 PM'],
		['2026-12-01 18:00:00.0', 'Asia/Tokyo', 'en', 'Tuesday, December 1, 2026 at 6:00 PM'],
		['2026-12-01T18:00:00Z', undefined, 'en', 'Tuesday, December 1, 2026 at 6:00 PM UTC'],
		['2026-12-01T18:00:00Z', 'Mars/Olympus', 'en', 'Tuesday, December 1, 2026 at 6:00 PM UTC'],
		['2026-12-01', undefined, 'not a language!', 'Tuesday, December 1, 2026'],
	])('%s in %s, written for %s, is %s', (startsAt, timeZone, language, expected) => {
		expect(dateText(startsAt, timeZone, language)).toBe(expected);
	});

	it.each([undefined, '', 'soon', '2026-13-45'])('%s is none', (startsAt) => {
		expect(dateText(startsAt, 'Asia/Tokyo', 'en')).toBeUndefined();
	});
});
