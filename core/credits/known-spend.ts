import type { Transport } from '../ports';
import type { Billing } from './billing';
import type { KnownSpend } from './purchases/prepaid-balance';
import { RATE_CARDS, type RateCard } from './rate-card';
import { readSpend, type SpendAccount } from './spend';
import { spendBy } from './spend-report';

/**
 * What was spent from a time until now, as one amount: Meta's, or by the rate card where Meta hides it. Half hours are the
 * smallest that WhatsApp tells, so it counts from the beginning of the half hour `since` is in.
 *
 * @param since milliseconds since 1970
 * @param billing where it has been read already
 * @throws as {@link readSpend}
 */
export async function readKnownSpend(
	transport: Transport,
	account: SpendAccount,
	{
		since,
		now,
		cards = RATE_CARDS,
		billing,
	}: { since: number; now: number; cards?: readonly RateCard[]; billing?: Billing },
): Promise<KnownSpend> {
	const spend = await readSpend(transport, account, { from: since, until: now, now, billing });
	const { currency, total, estimatedTotal, unknown } = spendBy(spend, 'day', cards);
	// What is longer ago than WhatsApp keeps was spent all the same.
	const [cut] = spend.from > since ? spend.notes.slice(-1) : [];
	if (cut !== undefined) return { currency, why: cut.replace(/\.$/, '') };
	const from = spend.from < since ? { from: spend.from } : {};
	if (total !== undefined) return { currency, amount: total, ...from };
	if (estimatedTotal !== undefined && unknown === 0)
		return { currency, amount: estimatedTotal, estimated: true, ...from };
	return {
		currency,
		why: `WhatsApp hides the costs of this account, and of ${unknown} messages the rate card has no price`,
	};
}
