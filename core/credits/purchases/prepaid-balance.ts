import { NoBalance, type BalanceReading } from '../balance/balance';
import { addAmounts, tenthsOfCredits, writeMoney } from '../money';
import type { Purchase } from './purchase';

/** What was spent in a stretch of time, as pricing_analytics says or as the rate card estimates. */
export interface KnownSpend {
	/** ISO 4217. */
	currency: string;
	/** Absent where it cannot be known, and then `why` says why. Unknown is never zero. */
	amount?: number;
	/** The costs are hidden (a partner's credit line), so the amount comes from the rate card. */
	estimated?: boolean;
	/** Counted from here on, where that is before the time asked for: WhatsApp counts by the half hour. In milliseconds. */
	from?: number;
	why?: string;
}

/** When the first of the purchases was paid: spend counts from there. In milliseconds. */
export function firstPaidAt(purchases: readonly Pick<Purchase, 'paidAt'>[]): number | undefined {
	const times = purchases.map(({ paidAt }) => Date.parse(paidAt)).filter(Number.isFinite);
	return times.length === 0 ? undefined : Math.min(...times);
}

/**
 * What was bought minus what was spent since the first purchase, or since the half hour it was made in.
 *
 * @throws {NoBalance} where one of the two is not known, or they are in different currencies
 */
export function prepaidBalance(
	purchases: readonly Purchase[],
	spend: KnownSpend | undefined,
): BalanceReading {
	const bought = onePerPayment(purchases);
	if (bought.length === 0) {
		throw new NoBalance(
			'No credits have been bought yet, so there is nothing to count from.',
			'Buy credits, or note the first purchase by hand.',
		);
	}
	const currency = currencyOf(bought);
	if (bought.some(({ paidAt }) => !Number.isFinite(Date.parse(paidAt)))) {
		throw new NoBalance(
			'A purchase has no time that can be read, so nobody can say from when on to count.',
			'Correct paid_at in the table of the purchases: 2026-10-01T09:00:00Z.',
		);
	}
	const paid = addAmounts(bought.map(({ amount }) => amount));
	const noted = `${bought.length === 1 ? '1 purchase' : `${bought.length} purchases`} of ${writeMoney({ amount: paid, currency })} in all.`;
	const { amount: spent, estimated } = spentIn(currency, spend, noted);
	const left = addAmounts([paid, -spent]);
	const money = writeMoney({ amount: left, currency });
	const first = bought
		.map(({ paidAt }) => paidAt)
		.sort((a, b) => Date.parse(a) - Date.parse(b))[0]!;
	const from = spend?.from;
	const since = from === undefined ? first : new Date(from).toISOString();
	return {
		kind: 'prepaid',
		amount: left,
		currency,
		...(estimated ? { estimated: true as const } : {}),
		evidence: [
			noted,
			`${writeMoney({ amount: spent, currency })} spent since ${since}, ${estimated ? 'by the rate card, because Meta hides the costs of this account' : 'as Meta says'}.`,
			...(from === undefined ? [] : [BY_HALF_HOURS]),
		],
		message:
			left > 0
				? `${estimated ? 'About ' : ''}${money} is left of your own credits${inCredits(left, paid, bought)}.`
				: `Your own credits are used up: ${money}.`,
		...(left > 0 ? {} : { whatToDo: 'Buy credits before the next notification.' }),
	};
}

/** Otherwise who sent something minutes before buying wonders what was spent. */
const BY_HALF_HOURS =
	'WhatsApp counts by the half hour: what was sent in the half hour of the first purchase counts with it, also what was sent before it.';

/** By what was paid for them on average, without tax and fee. */
function inCredits(left: number, paid: number, bought: readonly Purchase[]): string {
	const credits = addAmounts(bought.map((purchase) => purchase.credits));
	const rest = tenthsOfCredits((left / paid) * credits);
	return Number.isFinite(rest) && rest > 0 ? `, about ${rest.toLocaleString('en')} credits` : '';
}

/** A row that stands there twice was paid once. */
function onePerPayment(purchases: readonly Purchase[]): Purchase[] {
	return [...new Map(purchases.map((purchase) => [purchase.paymentId, purchase])).values()];
}

function currencyOf(purchases: readonly Purchase[]): string {
	const currencies = [...new Set(purchases.map(({ currency }) => currency.toUpperCase()))];
	if (currencies.length === 1) return currencies[0]!;
	throw new NoBalance(
		`The purchases are in different currencies (${currencies.join(', ')}), which cannot be added.`,
		'Note all purchases in the currency WhatsApp bills this account in.',
	);
}

function spentIn(
	currency: string,
	spend: KnownSpend | undefined,
	noted: string,
): { amount: number; estimated: boolean } {
	if (spend?.amount === undefined) {
		const why = spend?.why ?? 'it could not be read from Meta';
		throw new NoBalance(
			`What was spent is not known: ${why}.`,
			'Check the account’s credential, and ask again.',
			[noted, `What was spent is not known: ${why}.`],
		);
	}
	const billed = spend.currency.toUpperCase();
	if (billed !== currency && spend.amount !== 0) {
		throw new NoBalance(
			`The credits are in ${currency}, but WhatsApp bills this account in ${billed}: they cannot be compared.`,
			`Sell and note credits in ${billed}, or change the price of a credit to that currency.`,
			[noted, `${writeMoney({ amount: spend.amount, currency: billed })} was spent.`],
		);
	}
	return { amount: spend.amount, estimated: spend.estimated === true };
}
