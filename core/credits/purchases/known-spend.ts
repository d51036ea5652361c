import type { RateCard } from '../rate-card';
import type { Spend } from '../spend';
import { spendBy } from '../spend-report';
import type { KnownSpend } from './prepaid-balance';

/**
 * What a spend comes to, for own credits: as Meta says; by the rate card where it hides the costs (a
 * partner's line of credit), and unknown where the card has no price for some of it.
 */
export function knownSpend(spend: Spend, cards?: readonly RateCard[]): KnownSpend {
	const { currency, total, estimatedTotal, unknown } = spendBy(spend, 'category', cards);
	if (total !== undefined) return { currency, amount: total };
	if (estimatedTotal !== undefined && unknown === 0) {
		return { currency, amount: estimatedTotal, estimated: true };
	}
	return {
		currency,
		why: `Meta hides the costs of this account, and the rate card has no price in ${currency} for ${unknown} of its messages`,
	};
}
