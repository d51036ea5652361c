import { isObject, objectAt, textAt, type JsonObject } from '../../webhooks/json';
import { writeMoney } from '../money';
import { fromMinorUnit } from './minor-unit';
import type { Purchase } from './purchase';

/** What an event of Stripe's is to the books. */
export type StripeEventReading =
	| { purchase: Purchase; test: boolean; message: string }
	/** Nothing was paid, or not for credits: answer 200, so that Stripe does not repeat it. */
	| { ignored: string }
	/** Paid, and it does not fit what was asked for: somebody has to look. */
	| { refused: string; whatToDo: string };

/** A payment with a delayed method is complete first and paid days later, in a second event. */
const PAID_EVENTS = new Set([
	'checkout.session.completed',
	'checkout.session.async_payment_succeeded',
]);

const LOOK =
	'Look at the payment in Stripe’s dashboard, and note the purchase by hand if it is right.';

/**
 * A verified event of Stripe's → a purchase. Follows Stripe, "Fulfill orders": Checkout sessions whose
 * `payment_status` is `paid`. Amount and currency must be those the session was made with (its
 * metadata). The payment names the purchase, so that both events of one payment are one purchase.
 * Never throws. Verify the signature first: {@link verifyStripe}.
 *
 * @param body the parsed JSON, whatever it is
 */
export function readStripeEvent(body: unknown): StripeEventReading {
	if (!isObject(body)) return { ignored: 'The body is not an event of Stripe.' };
	const type = textAt(body, 'type');
	if (type === undefined || !PAID_EVENTS.has(type)) {
		return { ignored: `Stripe’s event ${type ?? 'without a type'} books no credits.` };
	}
	const session = objectAt(objectAt(body, 'data'), 'object');
	const metadata = objectAt(session, 'metadata');
	if (textAt(metadata, 'credits') === undefined) {
		return { ignored: 'This payment was not for credits: the session has no number of credits.' };
	}
	const status = textAt(session, 'payment_status');
	if (status !== 'paid') {
		return {
			ignored: `Nothing is paid yet (payment_status ${status ?? 'missing'}); Stripe tells when it is.`,
		};
	}
	return readPaid(body, session, metadata);
}

function readPaid(
	event: JsonObject,
	session: JsonObject,
	metadata: JsonObject,
): StripeEventReading {
	const sessionId = textAt(session, 'id');
	const paymentId = idOf(session.payment_intent) ?? sessionId;
	const currency = textAt(session, 'currency')?.toUpperCase();
	const total = wholeAt(session, 'amount_total');
	const paidAt = timeOf(event) ?? timeOf(session);
	if (!paymentId || !currency || total === undefined || total <= 0 || !paidAt) {
		return refuse('The paid session lacks its id, its time, its amount or its currency.');
	}
	const expected = expectedFrom(metadata);
	if (!expected) return refuse('The session does not say what was to be paid for the credits.');
	if (expected.currency !== currency) {
		return refuse(`Paid in ${currency}, but the credits were offered in ${expected.currency}.`);
	}
	const added = wholeAt(objectAt(session, 'total_details'), 'amount_tax') ?? 0;
	if (total !== expected.total && total !== expected.total + added) {
		const paid = writeMoney({ amount: fromMinorUnit(total, currency), currency });
		const asked = writeMoney({ amount: fromMinorUnit(expected.total, currency), currency });
		return refuse(`${paid} was paid, but ${asked} was asked for ${expected.credits} credits.`);
	}
	const test = event.livemode !== true;
	const { credits, amount } = expected;
	return {
		purchase: {
			paymentId,
			credits,
			amount,
			currency,
			paidAt,
			by: 'stripe',
			note: [sessionId, test ? 'test payment' : undefined].filter(Boolean).join(', '),
		},
		test,
		message: `${credits} credits for ${writeMoney({ amount, currency })}${test ? ', paid in Stripe’s test mode: no money moved' : ''}.`,
	};
}

/** What `checkoutForm` wrote into the session. */
function expectedFrom(
	metadata: JsonObject,
): { credits: number; amount: number; currency: string; total: number } | undefined {
	const credits = wholeAt(metadata, 'credits');
	const total = wholeAt(metadata, 'credit_total');
	const currency = textAt(metadata, 'credit_currency')?.toUpperCase();
	const amountText = textAt(metadata, 'credit_amount') ?? '';
	const amount = /^\d+(\.\d+)?$/.test(amountText) ? Number(amountText) : undefined;
	if (!credits || !total || amount === undefined || amount <= 0) return undefined;
	// What the credits cost is part of the total, never more than it.
	if (currency === undefined || !/^[A-Z]{3}$/.test(currency)) return undefined;
	if (amount > fromMinorUnit(total, currency) + 1e-6) return undefined;
	return { credits, amount, currency, total };
}

/** An id, or the object that was expanded in its place. */
function idOf(value: unknown): string | undefined {
	if (isObject(value)) return textAt(value, 'id');
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A whole number that is not below zero, also as text: metadata is text. */
function wholeAt(source: JsonObject, key: string): number | undefined {
	const text = textAt(source, key) ?? '';
	const number = /^\d{1,15}$/.test(text) ? Number(text) : undefined;
	return number !== undefined && Number.isSafeInteger(number) ? number : undefined;
}

function timeOf(source: JsonObject): string | undefined {
	const seconds = wholeAt(source, 'created');
	return seconds !== undefined && seconds > 0 && seconds < 8.64e12
		? new Date(seconds * 1000).toISOString()
		: undefined;
}

const refuse = (what: string): StripeEventReading => ({ refused: what, whatToDo: LOOK });
