import { addDays, dayIn, startOfDay } from './local-day';

/** How long WhatsApp keeps what was spent (Meta, "Pricing analytics"). */
export const LOOKBACK_DAYS = 365;

export type Granularity = 'HALF_HOUR' | 'DAILY' | 'MONTHLY';

/** One call. Milliseconds since 1970. */
export interface SpendWindow {
	from: number;
	until: number;
	granularity: Granularity;
}

const DAY_MS = 86_400_000;
const HALF_HOUR_MS = 1_800_000;

/**
 * A period in the calls it takes: whole days of the account as days, the pieces before and after them in half hours. Half an
 * hour is the smallest that WhatsApp tells, so the period is widened to it.
 */
export function spendWindows(
	period: { from: number; until: number; granularity?: Granularity; now?: number },
	timeZone: string,
): { windows: SpendWindow[]; from: number; until: number; notes: string[] } {
	const { until: wished, granularity, now = wished } = period;
	if (!(period.from < wished))
		throw new Error('Reading the spend: the time has to end after it begins.');
	const earliest = now - LOOKBACK_DAYS * DAY_MS;
	if (wished <= earliest)
		throw new Error(
			'Reading the spend: WhatsApp keeps it for one year, and this time is longer ago.',
		);
	const notes: string[] = [];
	if (period.from < earliest)
		notes.push(
			`WhatsApp keeps what was spent for one year: counted from ${dayIn(timeZone, earliest)} on.`,
		);
	const from = floor(Math.max(period.from, earliest), period.from < earliest);
	const until = Math.ceil(wished / HALF_HOUR_MS) * HALF_HOUR_MS;
	if (granularity) return { windows: [{ from, until, granularity }], from, until, notes };
	const firstDay = wholeDayFrom(timeZone, from);
	const lastDay = startOfDay(timeZone, dayIn(timeZone, until));
	const inHalfHours = 'HALF_HOUR' as const;
	const windows: SpendWindow[] =
		firstDay >= lastDay
			? [{ from, until, granularity: inHalfHours }]
			: [
					{ from, until: firstDay, granularity: inHalfHours },
					{ from: firstDay, until: lastDay, granularity: 'DAILY' },
					{ from: lastDay, until, granularity: inHalfHours },
				];
	return { windows: windows.filter((one) => one.from < one.until), from, until, notes };
}

/** To the half hour before, or after where before would be further back than WhatsApp goes. */
const floor = (time: number, upwards: boolean): number =>
	(upwards ? Math.ceil(time / HALF_HOUR_MS) : Math.floor(time / HALF_HOUR_MS)) * HALF_HOUR_MS;

/** The first midnight of the account at or after a time. */
function wholeDayFrom(timeZone: string, time: number): number {
	const day = dayIn(timeZone, time);
	const start = startOfDay(timeZone, day);
	return start >= time ? start : startOfDay(timeZone, addDays(day, 1));
}
