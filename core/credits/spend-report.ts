import { addDays, dayIn, startOfDay } from './local-day';
import { addAmounts, timesAmount } from './money';
import { priceOf } from './price-of';
import { RATE_CARDS, type RateCard } from './rate-card';
import { isHidden, type Spend, type SpendPoint } from './spend';

export type SpendBy = 'country' | 'category' | 'day' | 'number';

export interface SpendReport {
	by: SpendBy;
	/** ISO 4217. */
	currency: string;
	/** Days in order; everything else by cost, most first. */
	rows: SpendRow[];
	/** Delivered messages, free ones too. */
	messages: number;
	/** By Meta; left out where it hides a cost. */
	total?: number;
	/** By Meta where it says, and by the rate card where it hides the cost; left out where nothing is hidden. */
	estimatedTotal?: number;
	/** Messages whose cost nobody knows. */
	unknown: number;
	costHidden: boolean;
}

export interface SpendRow {
	/** `JP`, `MARKETING`, `2026-10-01` or the number; `unknown` where Meta does not say. */
	key: string;
	messages: number;
	/** As `total` and `estimatedTotal`, of this row. */
	cost?: number;
	estimatedCost?: number;
	unknown: number;
}

/**
 * What was spent, by country, category, day of the account or sending number.
 *
 * @param cards for what Meta hides; those that come with the package by default
 */
export function spendBy(
	spend: Spend,
	by: SpendBy,
	cards: readonly RateCard[] = RATE_CARDS,
): SpendReport {
	const groups = new Map<string, SpendPoint[]>();
	for (const point of spend.points) {
		const key = keyOf(point, by, spend.timeZone);
		const group = groups.get(key);
		if (group) group.push(point);
		else groups.set(key, [point]);
	}
	const rows = [...groups].map(([key, points]) => ({ key, ...sumOf(points, spend, cards) }));
	const amount = ({ cost, estimatedCost }: SpendRow) => cost ?? estimatedCost ?? 0;
	rows.sort((a, b) =>
		by === 'day' ? a.key.localeCompare(b.key) : amount(b) - amount(a) || b.messages - a.messages,
	);
	const { messages, cost, estimatedCost, unknown } = sumOf(spend.points, spend, cards);
	return {
		by,
		currency: spend.currency,
		rows,
		messages,
		...(cost === undefined ? {} : { total: cost }),
		...(estimatedCost === undefined ? {} : { estimatedTotal: estimatedCost }),
		unknown,
		costHidden: spend.costHidden,
	};
}

/** The days that make a pace. */
const PACE_DAYS = 7;

/**
 * Money a day at the current pace: over the last seven full days of the account, or as many of them as the spend covers.
 *
 * @returns undefined where it covers no full day, or where the cost is hidden and the rate card has no price for it
 */
export function spendPerDay(
	spend: Spend,
	now: number,
	cards: readonly RateCard[] = RATE_CARDS,
): number | undefined {
	const { timeZone } = spend;
	const today = dayIn(timeZone, now);
	const fullDays = Array.from({ length: PACE_DAYS }, (_, i) =>
		addDays(today, i - PACE_DAYS),
	).filter(
		(day) =>
			startOfDay(timeZone, day) >= spend.from &&
			startOfDay(timeZone, addDays(day, 1)) <= spend.until,
	);
	if (fullDays.length === 0) return undefined;
	const points = spend.points.filter(({ from }) => fullDays.includes(dayIn(timeZone, from)));
	const { cost, estimatedCost, unknown } = sumOf(points, spend, cards);
	const spent = cost ?? (unknown === 0 ? estimatedCost : undefined);
	return spent === undefined ? undefined : addAmounts([spent / fullDays.length]);
}

function keyOf(point: SpendPoint, by: SpendBy, timeZone: string): string {
	if (by === 'day') return dayIn(timeZone, point.from);
	const { country, category, phone } = point;
	return { country, category, number: phone }[by] ?? 'unknown';
}

function sumOf(
	points: readonly SpendPoint[],
	spend: Spend,
	cards: readonly RateCard[],
): Omit<SpendRow, 'key'> {
	const messages = points.reduce((sum, { volume }) => sum + volume, 0);
	const hidden = points.filter(isHidden);
	const said = addAmounts(points.map(({ cost = 0 }) => cost));
	if (hidden.length === 0) return { messages, cost: said, unknown: 0 };
	const estimates = hidden.map((point) => ({ point, cost: estimateOf(point, spend, cards) }));
	const priced = estimates.flatMap(({ cost }) => cost ?? []);
	const unknown = estimates
		.filter(({ cost }) => cost === undefined)
		.reduce((sum, { point }) => sum + point.volume, 0);
	return {
		messages,
		...(priced.length > 0 ? { estimatedCost: addAmounts([said, ...priced]) } : {}),
		unknown,
	};
}

/** Meta has told apart already what is free and which authentication is international. */
function estimateOf(
	{ country, category, volume, from }: SpendPoint,
	{ currency, timeZone }: Spend,
	cards: readonly RateCard[],
): number | undefined {
	if (country === undefined || category === undefined) return undefined;
	const question = { cards, country, category, at: from, timeZone, currency };
	const { price } = priceOf({ ...question, authInternational: false });
	return price === undefined ? undefined : timesAmount(price, volume);
}
