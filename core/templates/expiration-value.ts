/** `2026-12-24T23:59`, with seconds and a zone or without. A day alone is not taken: does it end, or begin? */
const DATE_TIME =
	/^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** From here on a number is milliseconds: as seconds it would be the year 5138. */
const FIRST_MILLISECONDS = 100_000_000_000;

/**
 * A point in time, as people, clocks and engines write it.
 *
 * @param value ISO date and time, seconds or milliseconds since 1970, a Date, or the DateTime of n8n
 * @param timeZone IANA name, for a time without one; without it, the zone of the process
 * @returns milliseconds since 1970; undefined for what is no point in time
 */
export function readMoment(value: unknown, timeZone?: string): number | undefined {
	if (typeof value === 'object' && value !== null) return sinceEpoch(value.valueOf?.(), 1);
	if (typeof value === 'number') return sinceEpoch(value);
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	if (/^\d+$/.test(text)) return sinceEpoch(Number(text));
	const [, day, clock, zone] = DATE_TIME.exec(text) ?? [];
	if (day === undefined || clock === undefined) return undefined;
	if (zone === undefined) return inZone(`${day}T${clock}`, timeZone);
	return validTime(Date.parse(`${day}T${clock}${wholeZone(zone)}`));
}

function sinceEpoch(value: unknown, unit?: number): number | undefined {
	if (typeof value !== 'number' || !(value > 0)) return undefined;
	return validTime(value * (unit ?? (value < FIRST_MILLISECONDS ? 1000 : 1)));
}

const validTime = (time: number): number | undefined =>
	Number.isNaN(new Date(time).getTime()) ? undefined : Math.round(time);

/** `+0900` and `+09` are ISO as well, but not every engine reads them. */
const wholeZone = (zone: string): string =>
	/^z$/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`;

/** What the clocks of a zone show → the point in time. */
function inZone(local: string, timeZone: string | undefined): number | undefined {
	if (timeZone === undefined) return validTime(Date.parse(local));
	const asUtc = Date.parse(`${local}Z`);
	if (Number.isNaN(asUtc)) return undefined;
	// Twice, since the first guess may lie on the other side of a change to summer time.
	const guess = asUtc - offsetAt(asUtc, timeZone);
	return asUtc - offsetAt(guess, timeZone);
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
export function offsetAt(time: number, timeZone: string): number {
	const parts = new Intl.DateTimeFormat('en-US', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	}).formatToParts(time);
	const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
	const shown = Date.UTC(
		of('year'),
		of('month') - 1,
		of('day'),
		of('hour'),
		of('minute'),
		of('second'),
	);
	return shown - Math.floor(time / 1000) * 1000;
}
