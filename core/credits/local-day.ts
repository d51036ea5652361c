import { readMoment } from '../templates/expiration-value';

const formats = new Map<string, Intl.DateTimeFormat>();

/** `2026-10-01`: the day that the clocks of a time zone show. Days written so sort by themselves. */
export function dayIn(timeZone: string, at: number): string {
	return formatOf(timeZone).format(at);
}

/** `2026-10`: the month WhatsApp counts free messages in is that of the account's time zone. */
export const monthIn = (timeZone: string, at: number): string => dayIn(timeZone, at).slice(0, 7);

/** Milliseconds since 1970 at which a day begins in a time zone. */
export function startOfDay(timeZone: string, day: string): number {
	formatOf(timeZone);
	let start = readMoment(`${day}T00:00`, timeZone);
	if (start === undefined) throw new Error(`“${day}” is no day. Write it as in 2026-10-01.`);
	// Where the clocks skip midnight, the day begins with the first time they show.
	while (dayIn(timeZone, start) < day) start += 1_800_000;
	return start;
}

/** The day so many days later, or earlier: of the calendar, whatever the clocks do on it. */
export function addDays(day: string, days: number): string {
	return new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
	const known = formats.get(timeZone);
	if (known) return known;
	// Swedish writes a date as ISO does.
	const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
	let format: Intl.DateTimeFormat;
	try {
		format = new Intl.DateTimeFormat('sv-SE', { timeZone, ...parts });
	} catch {
		throw new Error(`The time zone “${timeZone}” is not known. Write it as in Asia/Tokyo.`);
	}
	formats.set(timeZone, format);
	return format;
}
