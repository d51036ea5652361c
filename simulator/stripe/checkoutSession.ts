import { branchAt, textAt, type FormTree } from './form.ts';
import { missing, StripeError } from './stripeError.ts';

/** A `checkout.session`, as far as the simulator fills it. Source: Stripe, "The Session object". */
export interface CheckoutSession {
	id: string;
	object: 'checkout.session';
	amount_subtotal: number;
	amount_total: number;
	cancel_url: string | null;
	client_reference_id: string | null;
	created: number;
	currency: string;
	customer: null;
	customer_details: { email: string | null } | null;
	customer_email: string | null;
	expires_at: number;
	livemode: false;
	locale: string | null;
	metadata: Record<string, string>;
	mode: 'payment';
	payment_intent: string | null;
	payment_method_types: string[];
	payment_status: 'paid' | 'unpaid' | 'no_payment_required';
	status: 'open' | 'complete' | 'expired';
	success_url: string | null;
	total_details: { amount_discount: number; amount_shipping: number; amount_tax: number };
	url: string | null;
}

/** A session, and what its page shows. */
export interface KeptSession {
	session: CheckoutSession;
	/** Where its page is; Stripe takes `url` away when the session is over. */
	page: string;
	lines: Array<{ name: string; quantity: number; amount: number }>;
}

/** Parameters of "Create a Checkout Session". Source: Stripe, API reference. */
const KNOWN =
	'adaptive_pricing after_expiration allow_promotion_codes automatic_tax ' +
	'billing_address_collection branding_settings cancel_url client_reference_id ' +
	'consent_collection currency custom_fields custom_text customer customer_creation ' +
	'customer_email customer_update discounts excluded_payment_method_types expand expires_at ' +
	'invoice_creation line_items locale metadata mode name_collection optional_items origin_context ' +
	'payment_intent_data payment_method_collection payment_method_configuration ' +
	'payment_method_data payment_method_options payment_method_types permissions ' +
	'phone_number_collection redirect_on_completion return_url saved_payment_method_options ' +
	'setup_intent_data shipping_address_collection shipping_options submit_type subscription_data ' +
	'success_url tax_id_collection ui_mode wallet_options';

const DAY_S = 24 * 3600;

/** The least that can be paid, in cents of a dollar or euro. Source: Stripe, "Currencies". */
const LEAST = 50;

/**
 * Makes a session of what was sent.
 *
 * @throws {StripeError} 400 what Stripe refuses
 */
export function openSession(
	form: FormTree,
	made: { id: string; now: number; page: string },
): KeptSession {
	const known = new Set(KNOWN.split(' '));
	const unknown = Object.keys(form).find((name) => !known.has(name));
	if (unknown !== undefined) {
		throw new StripeError(400, `Received unknown parameter: ${unknown}`, {
			code: 'parameter_unknown',
			param: unknown,
		});
	}
	const mode = textAt(form, 'mode');
	if (mode === undefined) throw missing('mode');
	if (mode !== 'payment') {
		throw new StripeError(400, 'The simulator takes payments only: mode must be payment.', {
			param: 'mode',
		});
	}
	const success = textAt(form, 'success_url');
	if (success === undefined) throw missing('success_url');
	const { lines, currency } = readLines(branchAt(form, 'line_items'));
	const total = lines.reduce((sum, { amount, quantity }) => sum + amount * quantity, 0);
	if (total < LEAST && (currency === 'usd' || currency === 'eur')) {
		throw new StripeError(
			400,
			"The Checkout Session's total amount due must add up to at least " +
				`${currency === 'usd' ? '$' : '€'}0.50 ${currency}`,
			{ code: 'amount_too_small' },
		);
	}
	const created = Math.floor(made.now / 1000);
	const email = textAt(form, 'customer_email') ?? null;
	const metadata = Object.entries(branchAt(form, 'metadata') ?? {}).flatMap(([name, value]) =>
		typeof value === 'string' ? [[name, value] as const] : [],
	);
	return {
		lines,
		page: made.page,
		session: {
			id: made.id,
			object: 'checkout.session',
			amount_subtotal: total,
			amount_total: total,
			cancel_url: textAt(form, 'cancel_url') ?? null,
			client_reference_id: textAt(form, 'client_reference_id') ?? null,
			created,
			currency,
			customer: null,
			customer_details: null,
			customer_email: email,
			expires_at: Number(textAt(form, 'expires_at') ?? created + DAY_S),
			livemode: false,
			locale: textAt(form, 'locale') ?? null,
			metadata: Object.fromEntries(metadata),
			mode: 'payment',
			payment_intent: null,
			payment_method_types: ['card'],
			payment_status: 'unpaid',
			status: 'open',
			success_url: success,
			total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
			url: made.page,
		},
	};
}

function readLines(items: FormTree | undefined): { lines: KeptSession['lines']; currency: string } {
	const given = Object.keys(items ?? {}).map((index) => branchAt(items, index));
	if (given.length === 0) throw missing('line_items');
	let currency: string | undefined;
	const lines = given.map((item, index) => {
		const at = `line_items[${index}]`;
		const price = branchAt(item, 'price_data');
		if (price === undefined) {
			throw new StripeError(400, `No such price: the simulator needs ${at}[price_data].`, {
				code: 'resource_missing',
				param: `${at}[price]`,
			});
		}
		const of = textAt(price, 'currency')?.toLowerCase();
		const name = textAt(price, 'product_data', 'name');
		const unit = textAt(price, 'unit_amount') ?? textAt(price, 'unit_amount_decimal');
		if (of === undefined) throw missing(`${at}[price_data][currency]`);
		if (unit === undefined) throw missing(`${at}[price_data][unit_amount]`);
		if (name === undefined) throw missing(`${at}[price_data][product_data][name]`);
		if (currency !== undefined && currency !== of) {
			throw new StripeError(400, 'All line items must be in the same currency.', { param: at });
		}
		currency = of;
		const quantity = wholeNumber(textAt(item, 'quantity') ?? '', `${at}[quantity]`);
		return { name, quantity, amount: wholeNumber(unit, `${at}[price_data][unit_amount]`) };
	});
	return { lines, currency: currency ?? 'usd' };
}

function wholeNumber(text: string, param: string): number {
	if (text === '') throw missing(param);
	if (!/^\d+$/.test(text)) {
		throw new StripeError(400, `Invalid integer: ${text}`, {
			code: 'parameter_invalid_integer',
			param,
		});
	}
	return Number(text);
}
