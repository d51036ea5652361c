import { currentLanguage, t } from './i18n.ts';

// Building a formatter costs far more than using it, and a list shows hundreds of times.
const formatters = new Map<string, Intl.DateTimeFormat>();

function format(at: string, options: Intl.DateTimeFormatOptions): string {
	const date = new Date(at);
	if (Number.isNaN(date.getTime())) return '';
	const key = currentLanguage() + JSON.stringify(options);
	let formatter = formatters.get(key);
	if (formatter === undefined) {
		formatter = new Intl.DateTimeFormat(currentLanguage(), options);
		formatters.set(key, formatter);
	}
	return formatter.format(date);
}

export const clockTime = (at: string): string => format(at, { hour: 'numeric', minute: '2-digit' });

export const secondTime = (at: string): string =>
	format(at, { hour: 'numeric', minute: '2-digit', second: '2-digit' });

export const exactTime = (at: string): string =>
	format(at, { hour: 'numeric', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 1 });

export const eventDate = (at: string, timeZone?: string): string => {
	try {
		return format(at, { dateStyle: 'long', ...(timeZone ? { timeZone } : {}) });
	} catch {
		return format(at, { dateStyle: 'long' }); // a time zone this browser does not know
	}
};

export const sessionTime = (at: string, timeZone?: string): string => {
	const parts = { dateStyle: 'medium', timeStyle: 'short' } as const;
	try {
		return format(at, { ...parts, ...(timeZone ? { timeZone } : {}) });
	} catch {
		return format(at, parts);
	}
};

/** A moment in full, from milliseconds since 1970. */
export const dateTime = (ms: number): string =>
	Number.isFinite(ms)
		? format(new Date(ms).toISOString(), { dateStyle: 'medium', timeStyle: 'short' })
		: '';

/** The local calendar day, as a key. */
export function dayOf(at: string): string {
	const date = new Date(at);
	return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}

export function dayLabel(at: string, now = new Date()): string {
	const yesterday = new Date(now);
	yesterday.setDate(now.getDate() - 1);
	if (dayOf(at) === dayOf(now.toISOString())) return t('today');
	if (dayOf(at) === dayOf(yesterday.toISOString())) return t('yesterday');
	return format(at, { dateStyle: 'medium' });
}

/** What the list shows: the time today, the day otherwise. */
export function listTime(at: string, now = new Date()): string {
	const label = dayLabel(at, now);
	return label === t('today') ? clockTime(at) : label;
}
