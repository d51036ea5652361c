import type { RateCard } from './rate-card';
import type { Spend } from './spend';

export type SpendBy = 'country' | 'category' | 'day' | 'number';

export interface SpendReport {
	by: SpendBy;
	/** ISO 4217. */
	currency: string;
	/** Days in order, everything else by cost, most first. */
	rows: SpendRow[];
	messages: number;
	/** By Meta; left out where it hides the cost. */
	total?: number;
	/** By the rate card, where Meta hides the cost. */
	estimatedTotal?: number;
	/** Messages whose cost nobody knows. */
	unknown: number;
	costHidden: boolean;
}

export interface SpendRow {
	/** `JP`, `MARKETING`, `2026-10-01` or the number; `unknown` where Meta does not say. */
	key: string;
	messages: number;
	cost?: number;
	estimatedCost?: number;
	unknown: number;
}

export declare function spendBy(
	spend: Spend,
	by: SpendBy,
	cards?: readonly RateCard[],
): SpendReport;
/** Money a day at the current pace, over the last seven full days; undefined where that is not known. */
export declare function spendPerDay(
	spend: Spend,
	now: number,
	cards?: readonly RateCard[],
): number | undefined;
