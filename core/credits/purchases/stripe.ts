import type { Purchase } from './purchase';

/** What `checkoutForm` makes the fields of `POST /v1/checkout/sessions` from. */
export interface CheckoutQuestion {
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
	successUrl: string;
	cancelUrl: string;
	/** Whose purchase it is, for the organiser's own books: `client_reference_id`. */
	reference?: string;
}

/** What an event of Stripe's is to the books. */
export type StripeEventReading =
	| { purchase: Purchase; test: boolean; message: string }
	/** Nothing was paid, or not for credits: answer 200, so that Stripe does not repeat it. */
	| { ignored: string }
	/** Paid, and it does not fit what was asked for: somebody has to look. */
	| { refused: string; whatToDo: string };

export type StripeRefusal =
	| 'secret_missing'
	| 'signature_missing'
	| 'signature_malformed'
	| 'signature_mismatch'
	| 'signature_expired';

export type StripeVerification =
	{ ok: true } | { ok: false; reason: StripeRefusal; message: string };
