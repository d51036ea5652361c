import type { Transport } from '../ports';
import type { SpendAccount } from './spend';

/** How an account pays, as far as it says. */
export interface Billing {
	/** ISO 4217; left out where the account does not say. */
	currency?: string;
	/** IANA. UTC where the account's is not known, which a note says. */
	timeZone: string;
	timeZoneKnown: boolean;
	/** Whether a payment method is attached. */
	primaryFunding: 'present' | 'none' | 'unknown';
	/** Meta's: `SELF`, `ON_BEHALF_OF`, `CLIENT_OWNED`. */
	ownershipType?: string;
	notes: string[];
}

export declare function readBilling(transport: Transport, account: SpendAccount): Promise<Billing>;
