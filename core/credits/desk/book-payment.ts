import { bookPurchase } from '../purchases/book-purchase';
import type { Purchase } from '../purchases/purchase';
import { rowOfPurchase, type PurchaseRow } from '../purchases/purchase-row';
import { readStripeEvent, verifyStripe } from '../purchases/stripe';

/** What a webhook of Stripe comes to; `status` is what it is answered with. */
export type Booking = { message: string; status: number } & (
	| ({ booked: true; test: boolean } & PurchaseRow)
	| {
			booked: false;
			reason: string;
			whatToDo?: string;
			/** Somebody paid, and it fits no purchase. */
			needsAttention?: true;
	  }
);

/**
 * A webhook of Stripe → the row to book, once in the table. What is not proven to be from Stripe books nothing.
 *
 * @param call the bytes as they came, and the header `Stripe-Signature`
 * @param secrets two while one is being renewed
 */
export function bookStripePayment(
	call: { rawBody: Uint8Array; signature?: string },
	secrets: readonly string[],
	now: number,
): Booking {
	const verified = verifyStripe(call.rawBody, call.signature, secrets, now);
	if (!verified.ok) {
		const { reason, message } = verified;
		return { booked: false, status: 401, reason, message };
	}
	const reading = readStripeEvent(parsed(call.rawBody));
	if ('ignored' in reading)
		return { booked: false, status: 200, reason: 'ignored', message: reading.ignored };
	if ('refused' in reading) {
		// 200 all the same: Stripe would repeat for days what no repeat makes fit.
		const { refused: message, whatToDo } = reading;
		const told = { booked: false, status: 200, reason: 'does_not_fit', message } as const;
		return { ...told, whatToDo, needsAttention: true };
	}
	const { purchase, test, message } = reading;
	return { booked: true, status: 200, message, test, ...rowOfPurchase(purchase) };
}

/**
 * A payment somebody has seen and types in.
 *
 * @throws {Error} where something is missing
 */
export function bookByHand(typed: Readonly<Record<keyof Purchase, unknown>>, now: number): Booking {
	const text = (value: unknown) => String(value ?? '').trim();
	const note = text(typed.note);
	const paid = Date.parse(text(typed.paidAt));
	const booking = bookPurchase([], {
		paymentId: text(typed.paymentId),
		credits: Number(typed.credits),
		amount: Number(typed.amount),
		currency: text(typed.currency).toUpperCase(),
		// n8n's dates have no zone, people's have no time: both are dates.
		paidAt: Number.isNaN(paid)
			? text(typed.paidAt) || new Date(now).toISOString()
			: new Date(paid).toISOString(),
		by: 'hand',
		...(note === '' ? {} : { note }),
	});
	if (booking.result === 'refused') throw new Error(`${booking.message} ${booking.whatToDo}`);
	const { purchase, message } = booking;
	return { booked: true, status: 200, message, test: false, ...rowOfPurchase(purchase) };
}

/** Signed by Stripe and no JSON all the same: then it is no event that books something. */
function parsed(rawBody: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder().decode(rawBody));
	} catch {
		return undefined;
	}
}
