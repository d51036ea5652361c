/** How far a time zone is ahead of UTC at a moment, in minutes. */
function offsetAt(ms: number, timeZone: string): number {
	const parts = new Intl.DateTimeFormat('en-US', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
	}).formatToParts(ms);
	const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
	const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
	return Math.round((wall - Math.floor(ms / 60_000) * 60_000) / 60_000);
}

/** A moment as the clocks at the event show it, for a field: `2026-12-26T10:00`. */
export function wallTime(iso: string, timeZone: string): string {
	const ms = Date.parse(iso);
	if (Number.isNaN(ms)) return '';
	return new Date(ms + offsetAt(ms, timeZone) * 60_000).toISOString().slice(0, 16);
}

/** The moment at which the clocks at the event show this, with their offset. */
export function momentOf(wall: string, timeZone: string): string {
	const asUtc = Date.parse(`${wall}Z`);
	// Twice: the first guess may lie on the other side of a change to summer time.
	const guess = asUtc - offsetAt(asUtc, timeZone) * 60_000;
	const offset = offsetAt(guess, timeZone);
	const size = Math.abs(offset);
	const two = (value: number): string => String(value).padStart(2, '0');
	const sign = offset < 0 ? '-' : '+';
	return `${wall}:00${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

export function isTimeZone(timeZone: string): boolean {
	try {
		return new Intl.DateTimeFormat('en', { timeZone }).format(0) !== '';
	} catch {
		return false;
	}
}
