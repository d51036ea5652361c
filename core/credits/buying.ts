/** Where one pays, and why there. */
export interface BuyingPlace {
	by: 'meta' | 'provider' | 'stripe';
	/** Absent for own credits: the flow makes a Stripe Checkout link. */
	url?: string;
	/** False where no documentation names this very page, so that it can be configured. */
	confirmed: boolean;
	message: string;
}
