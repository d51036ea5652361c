import type { Payment } from '../notice';

/** What an order's report says about money. Amounts in any currency, only compared with zero. */
export interface PaymentFacts {
	total?: number;
	amountOwed?: number;
	paid?: boolean;
}

/** Free, paid, unpaid, or unknown where the order costs something and the report stops there. */
export function paymentOf({ total, amountOwed, paid }: PaymentFacts): Payment | undefined {
	if (amountOwed !== undefined && amountOwed > 0) return 'unpaid';
	if (total !== undefined && total <= 0) return 'free';
	if (paid !== undefined) return paid ? 'paid' : 'unpaid';
	if (amountOwed !== undefined) return 'paid';
	return total === undefined ? undefined : 'unknown';
}
