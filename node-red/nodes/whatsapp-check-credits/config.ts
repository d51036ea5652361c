import type { NodeDef } from 'node-red';
import type { CreditFields } from '../../engine';

export const operations = [
	'balance',
	'spend',
	'estimate',
	'price',
	'guard',
	'health',
	'bookPurchase',
	'page',
] as const;

export type CreditOperation = (typeof operations)[number];

/** What the dialog of Check Credits keeps; older flows may lack the newer fields. */
export interface CheckCreditsConfig extends NodeDef, CreditFields {
	account?: string;
	operation?: CreditOperation;
	provider?: string;
	/** Book a payment: the end of the address Stripe calls. */
	path?: string;
	/** Price: how many, and where that stands. */
	count?: string;
	countType?: string;
	/** Estimate and guard: where the list of recipients stands. */
	recipients?: string;
	recipientsType?: string;
	/** `name:language`; its category decides the price. */
	template?: string;
	templateType?: string;
	defaultCountry?: string;
	/** Guard and health: only what is new comes out. */
	tellOnce?: boolean;
}
