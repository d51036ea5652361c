/** Days and months of an account, in its time zone. */

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** `2026-10-01`: the day on which it is then, there. */
export function dayOf(at: number, timeZone: string): string {
	return format(timeZone).format(at).slice(0, 10);
}

/** `2026-10`. */
export function monthOf(at: number, timeZone: string): string {
	return dayOf(at, timeZone).slice(0, 7);
}

/** When this day begins there. @param day `2026-10-01` */
export function beginOfDay(day: string, timeZone: string): number {
	const midnight = Date.parse(`${day}T00:00:00Z`);
	// The first guess may stand on the other side of a change of the clocks, the second on the day
	// before, where the clocks leave midnight out.
	const guess = midnight - offsetAt(midnight, timeZone);
	const second = midnight - offsetAt(guess, timeZone);
	const candidates = [guess, second].filter((at) => dayOf(at, timeZone) === day);
	return Math.min(...candidates);
}

/** The day after. */
export function nextDay(day: string): string {
	return new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** The first day of the month after. @param month `2026-10` */
export function nextMonth(month: string): string {
	const [year = 0, number = 1] = month.split('-').map(Number);
	return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
}

/** Whether the name is one of a time zone. */
export function isTimeZone(name: string): boolean {
	try {
		format(name);
		return true;
	} catch {
		return false;
	}
}

function offsetAt(at: number, timeZone: string): number {
	const whole = Math.floor(at / 1000) * 1000;
	const [date = '', time = ''] = format(timeZone).format(whole).split(' ');
	return Date.parse(`${date}T${time}Z`) - whole;
}

function format(timeZone: string): Intl.DateTimeFormat {
	let found = FORMATS.get(timeZone);
	if (found === undefined) {
		// Sweden writes dates as ISO 8601 does.
		found = new Intl.DateTimeFormat('sv-SE', {
			timeZone,
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
			second: '2-digit',
			hourCycle: 'h23',
		});
		FORMATS.set(timeZone, found);
	}
	return found;
}
