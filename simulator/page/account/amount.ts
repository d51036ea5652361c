import { currentLanguage } from '../i18n.ts';

/** `$12.34`; small prices keep the digits that count. */
export function amountText(amount: number, currency: string): string {
	const small = amount !== 0 && Math.abs(amount) < 1;
	try {
		return new Intl.NumberFormat(currentLanguage(), {
			style: 'currency',
			currency,
			...(small ? { maximumFractionDigits: 4 } : {}),
		}).format(amount);
	} catch {
		return `${amount} ${currency}`; // a currency this browser does not know
	}
}

/** Of Stripe: counted in the smallest unit. */
export function minorAmountText(amount: number, currency: string): string {
	const code = currency.toUpperCase();
	const digits = new Intl.NumberFormat('en', {
		style: 'currency',
		currency: code,
	}).resolvedOptions().maximumFractionDigits;
	return amountText(amount / 10 ** (digits ?? 2), code);
}

/** `10,000` messages. */
export const countText = (count: number): string =>
	new Intl.NumberFormat(currentLanguage()).format(count);
