import { writeMoney } from '../money';
import { NoBalance, type BalanceReading } from './balance';
import { readAmount, readCurrency } from './read-amount';

/** What a provider's answer says about money, as it stands there. */
export interface WalletAnswer {
	name: string;
	amount: unknown;
	currency: unknown;
	/** What else the answer says. */
	more?: string[];
}

/**
 * A provider's wallet → a balance.
 *
 * @throws {NoBalance} where amount or currency cannot be read; an amount without a currency stands in
 *   the evidence only, because nobody can compare it with a price
 */
export function walletBalance({ name, amount, currency, more = [] }: WalletAnswer): BalanceReading {
	const known = readAmount(amount);
	const code = readCurrency(currency);
	if (known === undefined) {
		throw new NoBalance(
			`${name} answered without an amount that can be read.`,
			`Look at the balance in ${name}’s own screens, and tell us what the answer looks like.`,
			[`${name} answered without an amount that can be read.`, ...more],
		);
	}
	if (code === undefined) {
		const said =
			typeof currency === 'string' && currency.trim() !== ''
				? ` (“${currency.trim().slice(0, 40)}”)`
				: '';
		const message = `${name} says ${known}, but not in which currency${said}.`;
		throw new NoBalance(message, `Look at the balance in ${name}’s own screens.`, [
			message,
			...more,
		]);
	}
	const money = writeMoney({ amount: known, currency: code });
	return {
		kind: 'balance',
		amount: known,
		currency: code,
		evidence: [`${name} says ${money}.`, ...more],
		message: known > 0 ? `${money} is left at ${name}.` : `Nothing is left at ${name}: ${money}.`,
		...(known > 0 ? {} : { whatToDo: `Top up at ${name}.` }),
	};
}
