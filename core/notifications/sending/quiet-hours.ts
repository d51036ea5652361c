import { offsetsOf } from './time-zones';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Quiet hours are given to the minute; people do not notice five. */
const STEP = 5 * MINUTE;

/** When nobody is written to, by the clock of the recipient. */
export interface QuietHours {
	/** Minute of the day from which it is quiet, e.g. 21:00 → 1260. */
	from: number;
	/** Minute of the day from which it is not any more. */
	until: number;
}

/**
 * `21:00` and `08:00` → quiet hours; undefined where both are empty or the same.
 *
 * @throws {Error} for what is no time of day
 */
export function quietHours(from: unknown, until: unknown): QuietHours | undefined {
	const [start, end] = [minuteOfDay(from, 'from'), minuteOfDay(until, 'until')];
	if (start === undefined || end === undefined || start === end) return undefined;
	return { from: start, until: end };
}

function minuteOfDay(value: unknown, which: string): number | undefined {
	const text = String(value ?? '')
		.normalize('NFKC')
		.trim();
	if (text === '') return undefined;
	const [, hours, minutes = '0'] = /^(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?$/.exec(text) ?? [];
	const minute = Number(hours) * 60 + Number(minutes);
	if (hours !== undefined && Number(minutes) < 60 && minute <= 24 * 60) return minute % (24 * 60);
	throw new Error(`“${text}” is no time of day: write the quiet hours (${which}) as 21:00`);
}

/**
 * The next moment somebody may be written to: `now` where it is not quiet.
 *
 * In a country with several time zones a number does not say where somebody is, so it must not be quiet in any of them.
 * Where a country is so wide that this never happens (Russia with long quiet hours), as many of its zones as possible count.
 *
 * @param zones IANA names; none means that it is never quiet
 */
export function nextAllowed(
	zones: readonly string[],
	quiet: QuietHours | undefined,
	now: number,
): number {
	if (!quiet || zones.length === 0) return now;
	const offsets = offsetsOf(zones, now);
	const awakeAt = (time: number) =>
		offsets.filter((offset) => !isQuiet(time + offset, quiet)).length;
	const first = Math.ceil(now / STEP) * STEP;
	const times = Array.from({ length: DAY / STEP }, (_, index) => first + index * STEP);
	const most = Math.max(...times.map(awakeAt));
	if (awakeAt(now) >= most) return now;
	return times.find((time) => awakeAt(time) === most) ?? now;
}

/** @param local milliseconds, as if the clock of the place showed UTC */
function isQuiet(local: number, { from, until }: QuietHours): boolean {
	const minute = Math.floor((((local % DAY) + DAY) % DAY) / MINUTE);
	return from < until ? minute >= from && minute < until : minute >= from || minute < until;
}
