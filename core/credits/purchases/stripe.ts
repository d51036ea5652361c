/**
 * Stripe, as far as buying credits needs it: the fields of a Checkout page, the proof that a webhook
 * is Stripe's, and what the webhook says was paid.
 */
export { checkoutForm, type CheckoutQuestion } from './checkout-form';
export { readStripeEvent, type StripeEventReading } from './stripe-event';
export {
	signAsStripe,
	verifyStripe,
	type StripeRefusal,
	type StripeVerification,
} from './stripe-signature';
