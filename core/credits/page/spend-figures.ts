import { addDays, dayIn, monthIn } from '../local-day';
import { addAmounts } from '../money';
import { RATE_CARDS, type RateCard } from '../rate-card';
import { spendBy, spendPerDay, type SpendRow } from '../spend-report';
import type { Spend } from '../spend';
import { MOST_DAYS } from './facts';

/** What some messages cost, as far as it is known. */
export interface Sum {
	messages: number;
	/** Absent where no price of any of them is known, which is not 0. */
	amount?: number;
	/** Messages that are not in the amount, because their price is not known. */
	unpriced: number;
}

export type CategoryName = 'marketing' | 'utility' | 'authentication' | 'service' | 'other';
export const CATEGORY_NAMES = [
	'marketing',
	'utility',
	'authentication',
	'service',
	'other',
] as const satisfies readonly CategoryName[];

export interface DayOfSpend {
	/** `2026-10-01` in the account's time zone. */
	day: string;
	sum: Sum;
	categories: Partial<Record<CategoryName, Sum>>;
}

export interface SpendFigures {
	currency: string;
	/** Every day that was read, also those on which nothing was sent; oldest first. */
	days: DayOfSpend[];
	countries: Array<{ key: string; sum: Sum }>;
	/** Of this month; `since` where only a part of it was read. */
	month?: Sum & { since?: string };
	/** At the present pace, by the last seven full days. */
	perDay?: number;
	/** Amounts come from the rate card, because Meta hides the costs. */
	estimated: boolean;
	/** At least one price is known, so that money can be drawn. */
	priced: boolean;
	/** Of the days shown. */
	total: Sum;
}

/** @param now milliseconds since 1970 */
export function figuresOf(
	spend: Spend,
	now: number,
	cards: readonly RateCard[] = RATE_CARDS,
): SpendFigures {
	const { timeZone, currency } = spend;
	const rows = byKey(spendBy(spend, 'day', cards).rows);
	const perCategory = CATEGORY_NAMES.map((name) => {
		const points = spend.points.filter(({ category }) => categoryName(category) === name);
		return [name, byKey(spendBy({ ...spend, points }, 'day', cards).rows)] as const;
	});
	const days = daysOf(spend, now).map((day) => ({
		day,
		sum: sumOf(rows.get(day)),
		categories: Object.fromEntries(
			perCategory.flatMap(([name, of]) => (of.has(day) ? [[name, sumOf(of.get(day))]] : [])),
		),
	}));
	const shown = days.slice(-MOST_DAYS);
	const total = addUp(shown.map(({ sum }) => sum));
	const perDay = spendPerDay(spend, now, cards);
	const month = monthOf(days, monthIn(timeZone, now), dayIn(timeZone, spend.from));
	return {
		currency,
		days: shown,
		countries: spendBy(within(spend, shown), 'country', cards).rows.map((row) => ({
			key: row.key,
			sum: sumOf(row),
		})),
		...(month ? { month } : {}),
		...(perDay === undefined ? {} : { perDay }),
		estimated: spend.costHidden,
		priced: total.amount !== undefined && (total.messages === 0 || total.unpriced < total.messages),
		total,
	};
}

/** The pictures tell of the same days. */
function within(spend: Spend, days: readonly DayOfSpend[]): Spend {
	const first = days[0]?.day ?? '';
	const points = spend.points.filter(({ from }) => dayIn(spend.timeZone, from) >= first);
	return { ...spend, points };
}

/** Meta's category as one of five; `AUTHENTICATION_INTERNATIONAL` is authentication, `MARKETING_LITE` is marketing. */
function categoryName(category = ''): CategoryName {
	const word = category.toLowerCase();
	return CATEGORY_NAMES.find((name) => word.startsWith(name)) ?? 'other';
}

function daysOf({ timeZone, from, until }: Spend, now: number): string[] {
	const last = dayIn(timeZone, Math.max(from, Math.min(until - 1, now)));
	const days: string[] = [];
	for (let day = dayIn(timeZone, from); day <= last; day = addDays(day, 1)) days.push(day);
	return days;
}

function monthOf(
	days: readonly DayOfSpend[],
	month: string,
	firstDay: string,
): SpendFigures['month'] {
	const of = days.filter(({ day }) => day.startsWith(month));
	if (of.length === 0) return undefined;
	const since = firstDay > `${month}-01` ? { since: firstDay } : {};
	return { ...addUp(of.map(({ sum }) => sum)), ...since };
}

const byKey = (rows: readonly SpendRow[]) => new Map(rows.map((row) => [row.key, row]));

/** A day Meta has no row of is a day on which nothing was delivered. */
function sumOf(row: SpendRow | undefined): Sum {
	if (!row) return { messages: 0, amount: 0, unpriced: 0 };
	const nothingKnown = row.messages > 0 && row.unknown >= row.messages;
	const amount = nothingKnown ? undefined : (row.cost ?? row.estimatedCost);
	return {
		messages: row.messages,
		...(amount === undefined ? {} : { amount }),
		unpriced: row.unknown,
	};
}

export function addUp(sums: readonly Sum[]): Sum {
	const known = sums.flatMap(({ amount }) => amount ?? []);
	const messages = sums.reduce((all, sum) => all + sum.messages, 0);
	const unpriced = sums.reduce((all, sum) => all + sum.unpriced, 0);
	// Days without a message cost nothing, but they do not make the price of the others known.
	const nothingKnown = known.length === 0 || (messages > 0 && unpriced >= messages);
	return { messages, ...(nothingKnown ? {} : { amount: addAmounts(known) }), unpriced };
}
