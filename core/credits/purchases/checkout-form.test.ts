import fc from 'fast-check';
import { checkoutForm, type CheckoutQuestion } from './checkout-form';
import { fromMinorUnit, isWholeInMinorUnit, toMinorUnit } from './minor-unit';
import { readStripeEvent } from './stripe-event';

const question: CheckoutQuestion = {
	credits: 40,
	creditPrice: 2,
	currency: 'USD',
	successUrl: 'https://n8n.example.org/form/done?session={CHECKOUT_SESSION_ID}',
	cancelUrl: 'https://n8n.example.org/form/buy',
};

test('40 credits for 2 dollars each, with tax and fee as lines of their own', () => {
	const form = checkoutForm({
		...question,
		tax: { name: 'VAT 10 %', amount: 8 },
		fee: { name: 'Card fee', amount: 1.25 },
		reference: ' summer-festival ',
	});
	expect(form).toEqual({
		mode: 'payment',
		'line_items[0][price_data][currency]': 'usd',
		'line_items[0][price_data][unit_amount]': '200',
		'line_items[0][price_data][product_data][name]': 'WhatsApp credits',
		'line_items[0][quantity]': '40',
		'line_items[1][price_data][currency]': 'usd',
		'line_items[1][price_data][unit_amount]': '800',
		'line_items[1][price_data][product_data][name]': 'VAT 10 %',
		'line_items[1][quantity]': '1',
		'line_items[2][price_data][currency]': 'usd',
		'line_items[2][price_data][unit_amount]': '125',
		'line_items[2][price_data][product_data][name]': 'Card fee',
		'line_items[2][quantity]': '1',
		'metadata[credits]': '40',
		'metadata[credit_amount]': '80',
		'metadata[credit_currency]': 'USD',
		'metadata[credit_total]': '8925',
		client_reference_id: 'summer-festival',
		success_url: 'https://n8n.example.org/form/done?session={CHECKOUT_SESSION_ID}',
		cancel_url: 'https://n8n.example.org/form/buy',
	});
});

test('yen have no cents', () => {
	const form = checkoutForm({ ...question, creditPrice: 300, currency: 'jpy' });
	expect(form['line_items[0][price_data][unit_amount]']).toBe('300');
	expect(form['line_items[0][price_data][currency]']).toBe('jpy');
	expect(form).toMatchObject({
		'metadata[credit_total]': '12000',
		'metadata[credit_amount]': '12000',
	});
});

test('a price of which one credit has no coins is one line for all', () => {
	const form = checkoutForm({ ...question, creditPrice: 2.005 });
	expect(form).toMatchObject({
		'line_items[0][price_data][unit_amount]': '8020',
		'line_items[0][price_data][product_data][name]': '40 × WhatsApp credits',
		'line_items[0][quantity]': '1',
		'metadata[credit_amount]': '80.2',
	});
});

test('a tax of nothing is no line', () => {
	const form = checkoutForm({ ...question, tax: { name: 'VAT', amount: 0 } });
	expect(Object.keys(form).some((key) => key.startsWith('line_items[1]'))).toBe(false);
});

test.each([
	[{ credits: 0 }, /whole number/],
	[{ credits: 1.5 }, /whole number/],
	[{ credits: Number.NaN }, /whole number/],
	[{ credits: -3 }, /whole number/],
	[{ creditPrice: 0 }, /more than 0/],
	[{ creditPrice: Number.NaN }, /more than 0/],
	[{ creditPrice: 0.00001, credits: 1 }, /smallest coin/],
	[{ currency: 'dollars' }, /three letters/],
	[{ tax: { name: 'VAT', amount: -1 } }, /not below 0/],
	[{ fee: { name: ' ', amount: 1 } }, /need a name/],
	[{ successUrl: 'javascript:alert(1)' }, /lead back/],
	[{ cancelUrl: '' }, /lead back/],
])('%j is refused with a sentence', (part, words) => {
	expect(() => checkoutForm({ ...question, ...part })).toThrow(words);
});

test.each([
	['USD', 80.5, 8050],
	['USD', 1.005, 101],
	['EUR', 0.1 + 0.2, 30],
	['JPY', 500, 500],
	['KRW', 1234.4, 1234],
	// Three decimals, of which the last must be 0.
	['KWD', 5.125, 5130],
	['BHD', 5.12, 5120],
	// No fractions, and written with two decimals all the same.
	['ISK', 5, 500],
	['UGX', 5.4, 500],
	['HUF', 10.45, 1045],
])('%s %d is %d to Stripe', (currency, amount, units) => {
	expect(toMinorUnit(amount, currency)).toBe(units);
	expect(toMinorUnit(fromMinorUnit(units, currency), currency)).toBe(units);
	expect(toMinorUnit(amount, currency.toLowerCase())).toBe(units);
});

test('what was offered is what is booked, in every currency', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 100_000 }),
			fc.integer({ min: 1, max: 1_000_000 }),
			fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'ISK', 'UGX', 'BRL'),
			fc.integer({ min: 0, max: 10_000 }),
			(credits, thousandths, currency, taxCents) => {
				const creditPrice = thousandths / 1000;
				if (toMinorUnit(creditPrice * credits, currency) < 100) return;
				const form = checkoutForm({
					...question,
					credits,
					creditPrice,
					currency,
					tax: { name: 'Tax', amount: taxCents / 100 },
				});
				const metadata = Object.fromEntries(
					Object.entries(form).flatMap(([key, value]) => {
						const name = /^metadata\[(\w+)\]$/.exec(key)?.[1];
						return name ? [[name, value]] : [];
					}),
				);
				const lines = [0, 1].map(
					(index) =>
						Number(form[`line_items[${index}][price_data][unit_amount]`] ?? 0) *
						Number(form[`line_items[${index}][quantity]`] ?? 0),
				);
				const reading = readStripeEvent({
					type: 'checkout.session.completed',
					created: 1790931600,
					livemode: true,
					data: {
						object: {
							id: 'cs_1',
							payment_intent: 'pi_1',
							payment_status: 'paid',
							currency: currency.toLowerCase(),
							amount_total: lines[0]! + lines[1]!,
							metadata,
						},
					},
				});
				expect(reading).toMatchObject({ purchase: { credits, currency }, test: false });
				if (isWholeInMinorUnit(creditPrice, currency)) {
					expect(lines[0]).toBe(toMinorUnit(creditPrice, currency) * credits);
				}
			},
		),
		{ numRuns: 400 },
	);
});
