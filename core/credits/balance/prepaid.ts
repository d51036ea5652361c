import { NoBalance, type BalanceSource } from './balance';
import { firstPaidAt, prepaidBalance } from '../purchases/prepaid-balance';

/**
 * Own credits, of an agency or of the organiser: what was bought (the flow's table, or the SQLite
 * file) minus what was spent since, as Meta's pricing_analytics says.
 */
export const prepaid: BalanceSource = {
	id: 'prepaid',
	name: 'Own credits',
	fields: [],
	async read(_access, { purchases, spentSince }) {
		if (!purchases) {
			throw new NoBalance(
				'The purchases were not handed over.',
				'Connect the table of the purchases to this step.',
			);
		}
		const since = firstPaidAt(purchases);
		const spend = since === undefined || !spentSince ? undefined : await spentSince(since);
		return prepaidBalance(purchases, spend);
	},
};
