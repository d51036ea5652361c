import { beginOfDay, dayOf, monthOf, nextDay, nextMonth } from './calendar.ts';

export type Granularity = 'HALF_HOUR' | 'DAILY' | 'MONTHLY';

const HALF_HOUR_MS = 1_800_000;

/** The half hour, day or month that a moment lies in, in the account's time zone; milliseconds. */
export function bucketOf(
	at: number,
	granularity: Granularity,
	timeZone: string,
): { start: number; end: number } {
	if (granularity === 'HALF_HOUR') {
		const start = Math.floor(at / HALF_HOUR_MS) * HALF_HOUR_MS;
		return { start, end: start + HALF_HOUR_MS };
	}
	const day = dayOf(at, timeZone);
	const month = monthOf(at, timeZone);
	const [first, next] =
		granularity === 'DAILY' ? [day, nextDay(day)] : [`${month}-01`, nextMonth(month)];
	return { start: beginOfDay(first, timeZone), end: beginOfDay(next, timeZone) };
}
