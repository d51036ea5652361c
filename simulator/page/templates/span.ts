import { currentLanguage } from '../i18n.ts';

export interface Span {
	count: number;
	unit: 'second' | 'minute' | 'hour' | 'day';
}

const units = [
	{ unit: 'second', ms: 1000, upTo: 90 },
	{ unit: 'minute', ms: 60_000, upTo: 90 },
	{ unit: 'hour', ms: 3_600_000, upTo: 36 },
	{ unit: 'day', ms: 86_400_000, upTo: Infinity },
] as const;

/** A time in the unit somebody would say it in. Negative is past. */
export function spanOf(ms: number): Span {
	const size = Math.abs(ms);
	for (const { unit, ms: one, upTo } of units) {
		const count = Math.round(size / one);
		if (count < upTo) return { count: ms < 0 ? -count : count, unit };
	}
	return { count: 0, unit: 'day' };
}

/** `in 3 hours`, `2 days ago`. */
export function fromNow(ms: number): string {
	const { count, unit } = spanOf(ms);
	return new Intl.RelativeTimeFormat(currentLanguage(), { numeric: 'always' }).format(count, unit);
}

/** `3 hours`. */
export function spanText(ms: number): string {
	const { count, unit } = spanOf(ms);
	return new Intl.NumberFormat(currentLanguage(), {
		style: 'unit',
		unit,
		unitDisplay: 'long',
	}).format(Math.abs(count));
}
