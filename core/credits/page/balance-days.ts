import { addDays, dayIn } from '../local-day';
import { addAmounts } from '../money';
import type { Purchase } from '../purchases/purchase';
import type { CreditsPageFacts } from './facts';
import type { SpendFigures } from './spend-figures';

/** Farther than this the present pace says nothing. */
const MOST_DAYS_AHEAD = 45;

export interface BalanceDay {
	day: string;
	bought: number;
	/** Absent where a price of that day is not known. */
	spent?: number;
	/** At the end of the day. */
	left: number;
}

export interface BalanceDays {
	currency: string;
	days: BalanceDay[];
	/** From the last day on, one amount a day, at the present pace. */
	ahead: number[];
	/** The day on which nothing is left, if it is within a year. */
	emptyOn?: string;
}

/**
 * The balance of earlier days, worked out backwards from the present one: what was spent after a day was still there,
 * what was bought after it was not.
 *
 * @returns undefined where the balance or the purchases are not known, or are in another currency than the spend, and
 *   on the first day
 */
export function balanceDays(
	{ balance, purchases, spend }: CreditsPageFacts,
	figures: SpendFigures | undefined,
): BalanceDays | undefined {
	if (!balance || balance.amount === undefined || !purchases || !spend || !figures)
		return undefined;
	if (balance.kind !== 'prepaid' || balance.currency !== figures.currency || !figures.priced)
		return undefined;
	const { currency } = figures;
	const bought = boughtByDay(purchases, { currency, timeZone: spend.timeZone });
	// Own credits are counted from the first purchase on: before it there was no balance.
	const first = [...bought.keys()].sort()[0];
	if (first === undefined) return undefined;
	let left = balance.amount;
	const counted = figures.days.filter(({ day }) => day >= first);
	const days = counted.reverse().map(({ day, sum }): BalanceDay => {
		const atEnd = left;
		left = addAmounts([left, sum.amount ?? 0, -(bought.get(day) ?? 0)]);
		const spent = sum.amount === undefined ? {} : { spent: sum.amount };
		return { day, bought: bought.get(day) ?? 0, ...spent, left: atEnd };
	});
	// One day is a dot, not a picture.
	if (days.length < 2) return undefined;
	return { currency, days: days.reverse(), ...aheadOf(balance.amount, figures) };
}

/** What was bought on each day; a payment that was noted twice counts once. */
function boughtByDay(
	purchases: readonly Purchase[],
	{ currency, timeZone }: { currency: string; timeZone: string },
): Map<string, number> {
	const bought = new Map<string, number>();
	for (const one of new Map(purchases.map((each) => [each.paymentId, each])).values()) {
		const at = Date.parse(one.paidAt);
		if (one.currency.toUpperCase() !== currency || Number.isNaN(at)) continue;
		const day = dayIn(timeZone, at);
		bought.set(day, addAmounts([bought.get(day) ?? 0, one.amount]));
	}
	return bought;
}

function aheadOf(
	amount: number,
	{ perDay = 0, days }: SpendFigures,
): Pick<BalanceDays, 'ahead' | 'emptyOn'> {
	const today = days.at(-1)?.day;
	if (perDay <= 0 || amount <= 0 || today === undefined) return { ahead: [] };
	const daysLeft = amount / perDay;
	const length = Math.min(Math.ceil(daysLeft), MOST_DAYS_AHEAD);
	return {
		ahead: Array.from({ length }, (_, n) => Math.max(0, addAmounts([amount, -perDay * (n + 1)]))),
		...(daysLeft < 366 ? { emptyOn: addDays(today, Math.floor(daysLeft)) } : {}),
	};
}
