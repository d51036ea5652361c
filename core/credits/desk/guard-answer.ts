import { guard, type GuardAnswer, type GuardQuestion } from '../balance/guard';
import type { Estimate } from '../estimate';
import type { CreditDesk } from './credit-desk';

/** What has to be there: one of the three; and a budget beside it. */
export interface GuardWish extends Pick<GuardQuestion, 'trying'> {
	amount?: number;
	days?: number;
	planned?: Estimate;
	whenUnknown?: 'low' | 'enough';
	/** For a calendar month, in the currency of the account. */
	budget?: number;
}

/** Whether there is enough, with everything read that the answer takes. */
export async function guardAnswer(desk: CreditDesk, wish: GuardWish): Promise<GuardAnswer> {
	const balance = await desk.balance();
	// A balance without a currency is one that nobody knows: the answer says so, whatever Meta answers here.
	const billed = async () => (await desk.billing().catch(() => undefined))?.currency;
	const currency = balance.currency ?? (await billed()) ?? 'USD';
	const { amount, days, planned, whenUnknown, trying, budget } = wish;
	const perDay = days === undefined ? undefined : await desk.perDay();
	const month = budget ? await desk.spentThisMonth() : undefined;
	return guard({
		...{ balance, whenUnknown, planned, trying, now: desk.now() },
		...(amount === undefined ? {} : { amount: { amount, currency } }),
		...(days === undefined ? {} : { daysLeft: { days, perDay } }),
		...(budget
			? {
					budget: { amount: budget, currency: month?.currency ?? currency },
					spentThisMonth: month?.amount,
				}
			: {}),
	});
}
