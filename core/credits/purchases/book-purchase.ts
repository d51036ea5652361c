import { writeMoney } from '../money';
import type { Purchase } from './purchase';

/** What is to become of a purchase. */
export type Booking =
	/** Write the purchase into the table. */
	| { result: 'book'; purchase: Purchase; message: string }
	/** The payment stands there already: write nothing. */
	| { result: 'already booked'; purchase: Purchase; message: string }
	/** It is not one: write nothing, tell somebody. */
	| { result: 'refused'; message: string; whatToDo: string };

/**
 * Whether a purchase goes into the books: once per payment, however often it is told. The engine
 * looks the payment up and writes in one step (Node-RED in a transaction, n8n with an upsert on
 * `payment_id`), as two webhooks may come at the same moment.
 */
export function bookPurchase(
	existing: Iterable<Pick<Purchase, 'paymentId'> & Partial<Purchase>>,
	purchase: Purchase,
): Booking {
	const wrong = problemOf(purchase);
	if (wrong) return { result: 'refused', ...wrong };
	const { paymentId, credits, amount, currency } = purchase;
	const what = `${credits} credits for ${writeMoney({ amount, currency })}`;
	for (const booked of existing) {
		if (booked.paymentId !== paymentId) continue;
		const differs =
			(booked.amount !== undefined && booked.amount !== amount) ||
			(booked.credits !== undefined && booked.credits !== credits);
		return {
			result: 'already booked',
			purchase: { ...purchase, ...definedOf(booked) },
			message: differs
				? `The payment ${paymentId} is booked already, with other figures; nothing was changed.`
				: `The payment ${paymentId} is booked already: ${what}.`,
		};
	}
	return { result: 'book', purchase, message: `Booked: ${what} (${paymentId}).` };
}

const definedOf = (booked: Partial<Purchase>): Partial<Purchase> =>
	Object.fromEntries(Object.entries(booked).filter(([, value]) => value !== undefined));

/** By hand, credits may also be taken back: a refund is a purchase below zero. */
function problemOf(purchase: Purchase): { message: string; whatToDo: string } | undefined {
	const { paymentId, credits, amount, currency, paidAt, by } = purchase;
	if (paymentId.trim() === '') {
		return {
			message: 'The purchase has no payment id, so a repeat of it could not be told.',
			whatToDo: 'Give it one, for example the number of the invoice.',
		};
	}
	if (!Number.isFinite(credits) || !Number.isFinite(amount) || credits === 0 || amount === 0) {
		return {
			message: 'The purchase has no number of credits or no amount.',
			whatToDo: 'Enter both: how many credits, and what they cost without tax and fee.',
		};
	}
	if (credits < 0 !== amount < 0 || (by === 'stripe' && amount < 0)) {
		return {
			message: 'Credits and amount of the purchase do not fit each other.',
			whatToDo: 'Enter both above zero; for credits that are given back, both below zero.',
		};
	}
	if (!/^[A-Z]{3}$/.test(currency)) {
		return {
			message: `“${currency}” is not the three capital letters of a currency.`,
			whatToDo: 'Enter for example USD.',
		};
	}
	if (!Number.isFinite(Date.parse(paidAt))) {
		return {
			message: `“${paidAt}” is not a time.`,
			whatToDo: 'Enter it as 2026-10-01T09:00:00Z.',
		};
	}
	return undefined;
}
