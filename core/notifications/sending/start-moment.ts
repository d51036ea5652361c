import { readMoment } from '../../templates/expiration-value';

/**
 * When a notification may begin: a point in time as forms and tables write it.
 *
 * @param timeZone IANA name, for a time without one
 * @returns milliseconds since 1970; undefined where nothing is given: at once
 * @throws {Error} for what is no point in time: a typing error must not send at once
 */
export function startMoment(value: unknown, timeZone?: string): number | undefined {
	if (value === undefined || value === null || String(value).trim() === '') return undefined;
	const moment = readMoment(
		typeof value === 'string' ? withClock(value) : value,
		knownZone(timeZone),
	);
	if (moment !== undefined) return moment;
	throw new Error(`“${String(value)}” is no time to send: write it as 2026-12-01 10:00`);
}

/** `2026/12/1 9:05` → `2026-12-01T09:05`. */
function withClock(text: string): string {
	const [, year, month, day, hours, rest] =
		/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[T\s]+(\d{1,2})(:\d{2}.*)$/.exec(
			text.normalize('NFKC').trim(),
		) ?? [];
	const two = (part = '') => part.padStart(2, '0');
	return year === undefined ? text : `${year}-${two(month)}-${two(day)}T${two(hours)}${rest}`;
}

function knownZone(timeZone: string | undefined): string | undefined {
	if (!timeZone) return undefined;
	try {
		new Intl.DateTimeFormat('en', { timeZone });
	} catch {
		throw new Error(`“${timeZone}” is no time zone: write it as Asia/Tokyo`);
	}
	return timeZone;
}
