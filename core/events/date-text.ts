/** `2026-12-01`: the platform knows the day only. */
const DAY = /^(\d{4}-\d{2}-\d{2})$/;
const ZONED = /(Z|[+-]\d{2}:?\d{2}|UTC|GMT)$/i;

/**
 * A date as a person of this language reads it, in the event's time zone. Without a time zone the
 * clock time is shown as the platform wrote it; only a plain UTC time says that it is UTC.
 * @param startsAt ISO 8601, or a date alone. @param timeZone IANA name. @param language `ja`, `en_US`
 * @returns undefined where it is no date: WhatsApp refuses an empty value.
 */
export function dateText(
	startsAt: string | undefined,
	timeZone: string | undefined,
	language: string,
): string | undefined {
	if (startsAt === undefined) return undefined;
	const day = DAY.exec(startsAt.trim())?.[1];
	if (day !== undefined) return format(day, language, { dateStyle: 'full', timeZone: 'UTC' });
	const zone = knownZone(timeZone);
	if (zone !== undefined && ZONED.test(startsAt)) {
		return format(startsAt, language, { dateStyle: 'full', timeStyle: 'short', timeZone: zone });
	}
	const isUtc = /(Z|UTC|GMT)$/i.test(startsAt);
	const clock = startsAt.trim().replace(ZONED, '').trim().replace(' ', 'T');
	const text = format(`${clock}Z`, language, {
		dateStyle: 'full',
		timeStyle: 'short',
		timeZone: 'UTC',
	});
	return text !== undefined && isUtc ? `${text} UTC` : text;
}

function format(
	iso: string,
	language: string,
	options: Intl.DateTimeFormatOptions,
): string | undefined {
	const time = Date.parse(iso);
	if (Number.isNaN(time)) return undefined;
	// Narrow and no-break spaces differ between versions of the locale data.
	return new Intl.DateTimeFormat(intlLocale(language), options)
		.format(time)
		.replace(/[\u00a0\u202f]/g, ' ');
}

/** WhatsApp's `pt_BR` as Intl's `pt-BR`; English where Intl does not take it. */
export function intlLocale(language: string): string {
	try {
		return Intl.getCanonicalLocales(language.replace(/_/g, '-'))[0] ?? 'en';
	} catch {
		return 'en';
	}
}

function knownZone(timeZone: string | undefined): string | undefined {
	if (timeZone === undefined) return undefined;
	try {
		new Intl.DateTimeFormat('en', { timeZone });
		return timeZone;
	} catch {
		return undefined;
	}
}
