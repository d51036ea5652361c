import type { Notice } from '../notice';

/** What a ticket's state remembers of the money. */
export interface PaymentState {
	/** Its order was not paid when it was seen last, so nobody was told of a registration. */
	unpaid?: true;
	/** The report that said it is paid, for when that is answered once more. */
	paidIn?: string;
}

export const isUnpaid = ({ order }: Notice): boolean => order?.payment === 'unpaid';

/**
 * Whether a report that only says "updated" is the registration itself: the order is complete now,
 * and was not when it was seen last.
 */
export function isPaidNow(
	{ id, order }: Notice,
	states: ReadonlyArray<PaymentState | undefined>,
): boolean {
	if (order?.payment !== 'paid' && order?.payment !== 'free') return false;
	return states.some((state) => state?.unpaid === true || state?.paidIn === id);
}
