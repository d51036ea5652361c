/**
 * Stripe's amounts are whole numbers of a currency's smallest unit, by its own table and not by ISO
 * 4217. Follows Stripe, "Supported currencies": zero-decimal, three-decimal and special cases.
 */
const ZERO_DECIMAL = new Set([
	...['BIF', 'CLP', 'DJF', 'GNF', 'JPY', 'KMF', 'KRW', 'MGA'],
	...['PYG', 'RWF', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'],
]);

/** Their last digit must be 0. */
const THREE_DECIMAL = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);

/** No fractions exist, and two decimals, always 00, are written all the same: 5 ISK is 500. */
const WRITTEN_WITH_CENTS = new Set(['ISK', 'UGX']);

const unitsIn = (currency: string): number => {
	if (ZERO_DECIMAL.has(currency)) return 1;
	return THREE_DECIMAL.has(currency) ? 1000 : 100;
};

/** What Stripe can charge at the finest: 1, or 10 of three decimals, or 100 where there are no coins. */
const stepIn = (currency: string): number => {
	if (THREE_DECIMAL.has(currency)) return 10;
	return WRITTEN_WITH_CENTS.has(currency) ? 100 : 1;
};

/**
 * An amount as Stripe wants it: 80.5 USD → 8050, 500 JPY → 500; half a step is rounded upwards.
 *
 * @param currency ISO 4217, any case
 */
export function toMinorUnit(amount: number, currency: string): number {
	const code = currency.toUpperCase();
	const step = stepIn(code);
	// Through text, so that 1.005 is not a little less than it looks.
	const steps = Number(((amount * unitsIn(code)) / step).toFixed(6));
	return Math.round(steps) * step;
}

/** The amount Stripe means by a number: 8050 → 80.5 USD. */
export function fromMinorUnit(units: number, currency: string): number {
	return units / unitsIn(currency.toUpperCase());
}

/** Whether Stripe can charge exactly this much. */
export const isWholeInMinorUnit = (amount: number, currency: string): boolean =>
	Math.abs(fromMinorUnit(toMinorUnit(amount, currency), currency) - amount) < 1e-6;
