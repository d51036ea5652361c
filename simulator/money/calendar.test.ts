import { beginOfDay, dayOf, monthOf, nextDay, nextMonth } from './calendar.ts';

const begin = (day: string, timeZone: string) => new Date(beginOfDay(day, timeZone)).toISOString();

describe('days of an account', () => {
	it('begin at 0 o’clock there, in summer and winter time and on the days between', () => {
		expect(begin('2026-10-01', 'Asia/Tokyo')).toBe('2026-09-30T15:00:00.000Z');
		expect(begin('2026-11-01', 'America/Los_Angeles')).toBe('2026-11-01T07:00:00.000Z');
		expect(begin('2026-11-02', 'America/Los_Angeles')).toBe('2026-11-02T08:00:00.000Z');
		expect(begin('2026-03-29', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
	});

	it('begin when the clocks begin where there is no midnight', () => {
		// Both go from 0 to 1 o'clock on this day.
		expect(begin('2026-09-06', 'America/Santiago')).toBe('2026-09-06T04:00:00.000Z');
		expect(begin('2026-04-24', 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000Z');
		expect(dayOf(beginOfDay('2026-04-24', 'Africa/Cairo') - 1, 'Africa/Cairo')).toBe('2026-04-23');
	});

	it.each(['Pacific/Auckland', 'Africa/Cairo', 'America/Santiago', 'America/St_Johns'])(
		'touch each other all year in %s',
		(timeZone) => {
			for (let day = '2026-01-01'; day < '2027-01-01'; day = nextDay(day)) {
				const start = beginOfDay(day, timeZone);
				expect([day, dayOf(start, timeZone)]).toEqual([day, day]);
				expect([day, dayOf(start - 1, timeZone) < day]).toEqual([day, true]);
			}
		},
	);

	it('have months', () => {
		expect(monthOf(Date.UTC(2026, 10, 30, 15), 'Asia/Tokyo')).toBe('2026-12');
		expect(nextMonth('2026-12')).toBe('2027-01-01');
	});
});
