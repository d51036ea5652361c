import { addAmounts, type Money } from '../money';
import type { GuardQuestion } from './guard';

/** Something money is taken from: what a balance says is there, or what a budget leaves. */
export interface Purse {
	of: 'balance' | 'budget';
	/** Absent where it is not known, and then `why` says why. */
	left?: Money;
	why?: string;
	estimated: boolean;
}

/** The purses of a question: the balance where it has an amount, the budget where there is one. */
export function pursesOf({ balance, budget, spentThisMonth }: GuardQuestion): Purse[] {
	const purses: Purse[] = [];
	const { amount, currency, estimated, kind } = balance;
	// An amount beside "unavailable" would be a mistake of the source; nobody may count on it.
	if (kind !== 'unavailable' && amount !== undefined && currency !== undefined) {
		purses.push({ of: 'balance', left: { amount, currency }, estimated: estimated === true });
	}
	if (budget !== undefined) {
		purses.push(
			spentThisMonth === undefined || !Number.isFinite(spentThisMonth)
				? { of: 'budget', why: 'what was spent this month is not known', estimated: false }
				: {
						of: 'budget',
						left: {
							amount: addAmounts([budget.amount, -spentThisMonth]),
							currency: budget.currency,
						},
						estimated: false,
					},
		);
	}
	return purses;
}
