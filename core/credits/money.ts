/** An amount and its currency; nothing is ever added across currencies. */
export interface Money {
	amount: number;
	/** ISO 4217, upper case. */
	currency: string;
}

/** Prices of some currencies have four decimals, shares of them more: whole millionths add up without a remainder. */
const MILLION = 1_000_000;

const inMillionths = (amount: number): bigint => BigInt(Math.round(amount * MILLION));

/** Exact to six decimals, whatever the order. With what is no number among them, the sum is none. */
export function addAmounts(amounts: Iterable<number>): number {
	let sum = 0n;
	for (const amount of amounts) {
		if (!Number.isFinite(amount)) return NaN;
		sum += inMillionths(amount);
	}
	return Number(sum) / MILLION;
}

/** What so many of something cost, exact to six decimals. */
export function timesAmount(price: number, count: number): number {
	if (!Number.isInteger(count) || !Number.isFinite(price))
		return Math.round(price * count * MILLION) / MILLION;
	return Number(inMillionths(price) * BigInt(count)) / MILLION;
}

/** To the smallest coin of a currency, half of one upwards: what one can really be asked to pay. */
export function roundedToCoin({ amount, currency }: Money): number {
	const factor = 10 ** decimalsOf(currency);
	return Math.round(Number((amount * factor).toFixed(4))) / factor;
}

/** Credits that are left, to a tenth and never more than there are; the same wherever they are told. */
export const tenthsOfCredits = (credits: number): number =>
	Math.floor(Number((credits * 10).toFixed(6))) / 10;

/**
 * As people read it: `$12.34`, and `$0.0034` where cents would hide what a message costs.
 *
 * @param language whose way of writing it; English where the engine does not know it
 */
export function writeMoney({ amount, currency }: Money, language = 'en'): string {
	const decimals = decimalsOf(currency);
	const cents = amount * 10 ** decimals;
	const isPrice = Math.abs(amount) < 1 && Math.abs(cents - Math.round(cents)) > 1e-6;
	const shown = isPrice ? Math.max(4, decimals) : decimals;
	const options = {
		minimumFractionDigits: shown,
		maximumFractionDigits: Math.max(shown, isPrice ? 6 : 0),
	};
	try {
		return new Intl.NumberFormat(language, { style: 'currency', currency, ...options }).format(
			amount,
		);
	} catch {
		// A language or a currency that Intl does not take: the number says it all the same.
		return `${amount.toFixed(shown)} ${currency}`;
	}
}

/** The digits after the point that a currency has coins for: two for dollars, none for yen. */
function decimalsOf(currency: string): number {
	try {
		const { maximumFractionDigits } = new Intl.NumberFormat('en', {
			style: 'currency',
			currency,
		}).resolvedOptions();
		return maximumFractionDigits ?? 2;
	} catch {
		return 2;
	}
}
