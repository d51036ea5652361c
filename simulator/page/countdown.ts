import { currentLanguage, t } from './i18n.ts';

const UNITS = [
	['day', 86_400_000],
	['hour', 3_600_000],
	['minute', 60_000],
	['second', 1000],
] as const;

/** Within the last hour WhatsApp writes the end in red. */
export const SOON_MS = 3_600_000;

/** `Ends in 2 hr, 5 min`: the two largest units of what is left, seconds only in the last minute. */
export function countdown(left: number): string {
	if (left <= 0) return t('offerEnded');
	const first = UNITS.findIndex(([unit, ms]) => left >= ms || unit === 'second');
	// A minute and some seconds would have to be written anew every second.
	const count = first >= 2 ? 1 : 2;
	let rest = left;
	const parts = UNITS.slice(first, first + count).flatMap(([unit, ms]) => {
		const amount = Math.floor(rest / ms);
		rest -= amount * ms;
		return amount === 0 && unit !== 'second' ? [] : [amountOf(amount, unit)];
	});
	const list = new Intl.ListFormat(currentLanguage(), { type: 'unit', style: 'narrow' });
	return t('offerEnds', { time: list.format(parts) });
}

/** When the words change next. */
export function nextChange(left: number): number {
	const step = left > 61_000 ? 60_000 : 1000;
	return (left % step) + 1;
}

function amountOf(amount: number, unit: 'day' | 'hour' | 'minute' | 'second'): string {
	const language = currentLanguage();
	const words = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' });
	// Japanese puts no spaces, but browsers write "2 日".
	return language === 'ja' ? words.format(amount).replace(/\s/g, '') : words.format(amount);
}
