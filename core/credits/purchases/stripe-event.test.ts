import fc from 'fast-check';
import { fixture } from '../../testing/fixture';
import { bookPurchase } from './book-purchase';
import type { Purchase } from './purchase';
import { readStripeEvent } from './stripe-event';

type Json = Record<string, unknown>;
interface Event extends Json {
	data: { object: Json };
}

const event = () => fixture<Event>(__dirname, 'checkout-session-completed');
const withSession = (part: Json, more: Json = {}): Event => {
	const original = event();
	return { ...original, ...more, data: { object: { ...original.data.object, ...part } } };
};
const withMetadata = (part: Json) =>
	withSession({ metadata: { ...(event().data.object.metadata as Json), ...part } });

const PURCHASE: Purchase = {
	paymentId: 'pi_3abcdef',
	credits: 40,
	amount: 80,
	currency: 'USD',
	paidAt: '2026-10-02T09:00:00.000Z',
	by: 'stripe',
	note: 'cs_test_a1b2c3, test payment',
};

test('a paid session is a purchase: what the credits cost, without the tax', () => {
	expect(readStripeEvent(event())).toEqual({
		purchase: PURCHASE,
		test: true,
		message: expect.stringMatching(/40 credits for \$80\.00, paid in Stripe’s test mode/),
	});
});

test('a live payment is told apart from a test', () => {
	const reading = readStripeEvent({ ...event(), livemode: true });
	expect(reading).toMatchObject({ test: false, purchase: { note: 'cs_test_a1b2c3' } });
});

test('a delayed payment: the completed session is ignored, its success is the purchase', () => {
	const unpaid = readStripeEvent(withSession({ payment_status: 'unpaid' }));
	expect(unpaid).toEqual({ ignored: expect.stringMatching(/Nothing is paid yet/) });
	const type = 'checkout.session.async_payment_succeeded';
	expect(readStripeEvent({ ...event(), type })).toMatchObject({
		purchase: { paymentId: 'pi_3abcdef' },
	});
});

test('an expanded payment is the same payment; without one the session stands for it', () => {
	const expanded = readStripeEvent(withSession({ payment_intent: { id: 'pi_3abcdef' } }));
	expect(expanded).toMatchObject({ purchase: { paymentId: 'pi_3abcdef' } });
	const none = readStripeEvent(withSession({ payment_intent: null }));
	expect(none).toMatchObject({ purchase: { paymentId: 'cs_test_a1b2c3' } });
});

test('tax that Stripe added itself is no difference', () => {
	const total_details = { amount_tax: 700 };
	expect(readStripeEvent(withSession({ amount_total: 9500, total_details }))).toHaveProperty(
		'purchase',
	);
	expect(readStripeEvent(withSession({ amount_total: 9501, total_details }))).toHaveProperty(
		'refused',
	);
});

test.each([
	['ten times the amount', withSession({ amount_total: 88000 })],
	['a discount', withSession({ amount_total: 100 })],
	['another currency', withSession({ currency: 'jpy' })],
	['more credits than offered in all', withMetadata({ credit_amount: '900' })],
	['no total in the metadata', withMetadata({ credit_total: '' })],
	['credits that are no number', withMetadata({ credits: 'many' })],
	['credits below zero', withMetadata({ credits: '-40' })],
	['no credits', withMetadata({ credits: '0' })],
	['no amount', withSession({ amount_total: null })],
	['an amount of nothing', withSession({ amount_total: 0 })],
	['no time', withSession({ created: undefined }, { created: undefined })],
	['no id', withSession({ id: null, payment_intent: null })],
])('paid, but %s: refused, for somebody to look at', (_name, body) => {
	expect(readStripeEvent(body)).toEqual({
		refused: expect.any(String),
		whatToDo: expect.stringContaining('dashboard'),
	});
});

test.each([
	['an event of another kind', { ...event(), type: 'checkout.session.expired' }],
	['a failed payment', { ...event(), type: 'checkout.session.async_payment_failed' }],
	['a payment for something else', withSession({ metadata: {} })],
	['a payment that was not required', withSession({ payment_status: 'no_payment_required' })],
	['no status', withSession({ payment_status: undefined })],
	['nothing', undefined],
	['a list', []],
	['text', 'checkout.session.completed'],
])('%s books nothing', (_name, body) => {
	expect(readStripeEvent(body)).toEqual({ ignored: expect.any(String) });
});

test('whatever the body: never a throw, never a purchase that nobody paid', () => {
	const anySession = fc.dictionary(
		fc.constantFrom(
			'id',
			'payment_intent',
			'payment_status',
			'amount_total',
			'currency',
			'metadata',
			'created',
		),
		fc.oneof(fc.jsonValue(), fc.constantFrom('paid', 'usd', 8800, '8800')),
	);
	fc.assert(
		fc.property(fc.anything(), anySession, (body, session) => {
			readStripeEvent(body);
			const reading = readStripeEvent(withSession(session as Json));
			if (!('purchase' in reading)) return;
			const { amount, credits, currency, paymentId } = reading.purchase;
			expect([amount > 0, credits > 0, currency, paymentId !== '']).toEqual([
				true,
				true,
				'USD',
				true,
			]);
			if ('payment_status' in session) expect(session.payment_status).toBe('paid');
		}),
		{ numRuns: 1000 },
	);
});

test('events of one payment, in any order and number, are one purchase', () => {
	const types = ['checkout.session.completed', 'checkout.session.async_payment_succeeded'];
	fc.assert(
		fc.property(
			fc.array(
				fc.record({
					id: fc.string(),
					type: fc.constantFrom(...types),
					created: fc.integer({ min: 1, max: 2e9 }),
				}),
				{
					minLength: 1,
					maxLength: 20,
				},
			),
			(events) => {
				const books: Purchase[] = [];
				for (const part of events) {
					const reading = readStripeEvent({ ...event(), ...part });
					if (!('purchase' in reading)) throw new Error('not a purchase');
					const booking = bookPurchase(books, reading.purchase);
					if (booking.result === 'book') books.push(booking.purchase);
				}
				expect(books).toHaveLength(1);
			},
		),
	);
});
