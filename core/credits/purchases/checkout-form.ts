import { addAmounts, timesAmount } from '../money';
import { fromMinorUnit, isWholeInMinorUnit, toMinorUnit } from './minor-unit';

/** What {@link checkoutForm} makes a page of Stripe's from. */
export interface CheckoutQuestion {
	/** A whole number. */
	credits: number;
	/** For one credit, in `currency`. */
	creditPrice: number;
	/** ISO 4217, any case. */
	currency: string;
	/** As the buyer reads it; "WhatsApp credits" unless set. */
	productName?: string;
	/** A line of its own beside the credits, with its amount. */
	tax?: { name: string; amount: number };
	fee?: { name: string; amount: number };
	/** Stripe puts the id of the session in place of `{CHECKOUT_SESSION_ID}`. */
	successUrl: string;
	cancelUrl: string;
	/** Whose purchase it is, for the organiser's own books: `client_reference_id`. */
	reference?: string;
}

/**
 * The fields of `POST /v1/checkout/sessions`, form-encoded. Follows Stripe, "Create a Checkout
 * Session". What the credits cost without tax and fee, and the total, travel in the metadata: the
 * webhook is checked against them.
 *
 * @throws {Error} with a sentence for whoever typed it
 */
export function checkoutForm(question: CheckoutQuestion): Record<string, string> {
	const { credits, creditPrice, tax, fee, successUrl, cancelUrl, reference } = question;
	const currency = question.currency.trim().toUpperCase();
	refuseNonsense({ ...question, currency });
	const net = timesAmount(creditPrice, credits);
	const lines = [creditLine(question, currency, net), ...[tax, fee].flatMap(extraLine(currency))];
	const total = lines.reduce((sum, { unitAmount, quantity }) => sum + unitAmount * quantity, 0);
	return {
		mode: 'payment',
		...Object.assign({}, ...lines.map((line, index) => lineFields(line, index, currency))),
		'metadata[credits]': String(credits),
		'metadata[credit_amount]': String(netOf(lines[0]!, currency)),
		'metadata[credit_currency]': currency,
		'metadata[credit_total]': String(total),
		...(reference?.trim() ? { client_reference_id: reference.trim().slice(0, 200) } : {}),
		success_url: successUrl.trim(),
		cancel_url: cancelUrl.trim(),
	};
}

interface Line {
	name: string;
	/** In the currency's smallest unit. */
	unitAmount: number;
	quantity: number;
}

/** So many credits at a price each; one line for all where a single one has no price in coins. */
function creditLine(question: CheckoutQuestion, currency: string, net: number): Line {
	const { credits, creditPrice } = question;
	const name = question.productName?.trim() || 'WhatsApp credits';
	return isWholeInMinorUnit(creditPrice, currency)
		? { name, unitAmount: toMinorUnit(creditPrice, currency), quantity: credits }
		: { name: `${credits} × ${name}`, unitAmount: toMinorUnit(net, currency), quantity: 1 };
}

const extraLine =
	(currency: string) =>
	(extra: { name: string; amount: number } | undefined): Line[] => {
		const unitAmount = extra ? toMinorUnit(extra.amount, currency) : 0;
		return extra && unitAmount > 0 ? [{ name: extra.name.trim(), unitAmount, quantity: 1 }] : [];
	};

const netOf = ({ unitAmount, quantity }: Line, currency: string): number =>
	addAmounts([fromMinorUnit(unitAmount * quantity, currency)]);

function lineFields(line: Line, index: number, currency: string): Record<string, string> {
	const at = `line_items[${index}]`;
	return {
		[`${at}[price_data][currency]`]: currency.toLowerCase(),
		[`${at}[price_data][unit_amount]`]: String(line.unitAmount),
		[`${at}[price_data][product_data][name]`]: line.name,
		[`${at}[quantity]`]: String(line.quantity),
	};
}

function refuseNonsense(question: CheckoutQuestion): void {
	const { credits, creditPrice, currency, tax, fee } = question;
	if (!Number.isSafeInteger(credits) || credits < 1 || credits > 1_000_000) {
		throw new Error('The number of credits must be a whole number from 1 to 1,000,000.');
	}
	if (!/^[A-Z]{3}$/.test(currency)) {
		throw new Error(`“${currency}” is not the three letters of a currency, such as USD.`);
	}
	if (!Number.isFinite(creditPrice) || creditPrice <= 0) {
		throw new Error('The price of a credit must be more than 0.');
	}
	if (toMinorUnit(timesAmount(creditPrice, credits), currency) < 1) {
		throw new Error(`These credits cost less than the smallest coin of ${currency}.`);
	}
	for (const extra of [tax, fee]) {
		if (extra && (!Number.isFinite(extra.amount) || extra.amount < 0 || !extra.name.trim())) {
			throw new Error('Tax and fee need a name and an amount that is not below 0.');
		}
	}
	for (const url of [question.successUrl, question.cancelUrl]) {
		if (!/^https?:\/\/[^\s/]/i.test(url.trim())) {
			throw new Error(
				`“${url}” is not an address Stripe can lead back to; it begins with https://.`,
			);
		}
	}
}
