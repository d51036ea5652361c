import { randomUUID } from 'node:crypto';
import { bookPurchase } from '../../../core/credits/purchases/book-purchase';
import type { Purchase } from '../../../core/credits/purchases/purchase';
import { readStripeEvent, verifyStripe } from '../../../core/credits/purchases/stripe';
import type { AccountNode } from '../account-node';
import { NodeFailure } from '../node-failure';
import { tellGoodNews } from './account-news';
import { typedNumber } from './credit-fields';

/** What became of a payment that was told. */
export type Booking =
	{ booked: boolean; purchase: Purchase; test: boolean; message: string } | { ignored: string };

/**
 * Books a payment once. Whoever waits for money tries again at once; that WhatsApp refused for money still counts, because
 * own credits are no money at Meta.
 *
 * @returns false where it was booked before
 */
export async function book({ account, store }: AccountNode, purchase: Purchase): Promise<boolean> {
	const { businessAccountId } = account;
	const isNew = await store().credits().purchases.book(businessAccountId, purchase);
	if (isNew) tellGoodNews(businessAccountId, { is: 'bought' });
	return isNew;
}

/** A call that claims to be Stripe's: who forges one learns nothing but the status. */
export type StripeCall =
	| { status: 200; booking: Booking }
	| { status: 400 | 401; reason: string }
	/** Answered 200, since Stripe would repeat it for days; somebody has to look. */
	| { status: 200; problem: string; whatToDo: string };

/** One call of Stripe's webhook: verified over its bytes, read, booked once. */
export async function receivePayment(
	account: AccountNode,
	{ rawBody, signature, secret }: { rawBody: Buffer; signature?: string; secret: string },
): Promise<StripeCall> {
	// While a secret is renewed, both are written, with a comma between them.
	const verified = verifyStripe(rawBody, signature, secret.split(','), Date.now());
	if (!verified.ok) return { status: 401, reason: verified.message };
	const reading = readStripeEvent(parsed(rawBody));
	if ('ignored' in reading) return { status: 200, booking: { ignored: reading.ignored } };
	if ('refused' in reading) {
		return { status: 200, problem: reading.refused, whatToDo: reading.whatToDo };
	}
	const { purchase, test, message } = reading;
	const booked = await book(account, purchase);
	return { status: 200, booking: { booked, purchase, test, message } };
}

/** Signed, and still no JSON: read as an event that is none. */
function parsed(rawBody: Buffer): unknown {
	try {
		return JSON.parse(rawBody.toString('utf8'));
	} catch {
		return undefined;
	}
}

/**
 * A purchase somebody typed, or a flow sends; one below zero for credits that are given back.
 *
 * @throws {NodeFailure} for what is no purchase
 */
export function purchaseByHand(typed: Record<string, unknown>): Purchase {
	const { paymentId, paidAt, currency } = typed;
	const note = textOf(typed.note);
	const purchase: Purchase = {
		paymentId: textOf(paymentId) || `hand-${randomUUID()}`,
		credits: typedNumber(typed.credits) ?? NaN,
		amount: typedNumber(typed.amount) ?? NaN,
		currency: textOf(currency).toUpperCase(),
		paidAt: momentOf(textOf(paidAt)),
		by: 'hand',
		...(note ? { note } : {}),
	};
	const checked = bookPurchase([], purchase);
	if (checked.result === 'refused') {
		throw new NodeFailure(`${checked.message} ${checked.whatToDo}`, 'input_invalid');
	}
	return purchase;
}

const textOf = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** A day, a moment, or now; what is neither stays what it is, and is refused. */
function momentOf(typed: string): string {
	const moment = typed === '' ? new Date() : new Date(typed);
	return Number.isNaN(moment.getTime()) ? typed : moment.toISOString();
}
