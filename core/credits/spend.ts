import type { Account } from '../account/account';
import type { Transport } from '../ports';

/** How long WhatsApp keeps what was spent (Meta, "Pricing analytics"). */
export const LOOKBACK_DAYS = 365;

export type Granularity = 'HALF_HOUR' | 'DAILY' | 'MONTHLY';

/** What of one kind was delivered within a time, as WhatsApp counts it. */
export interface SpendPoint {
	/** Milliseconds since 1970, as `until`. */
	from: number;
	until: number;
	/** Two letters. */
	country?: string;
	/** Meta's, upper case: `MARKETING`, `UTILITY`, `AUTHENTICATION_INTERNATIONAL`, … */
	category?: string;
	/** `REGULAR`, `FREE_CUSTOMER_SERVICE`, `FREE_ENTRY_POINT`, … */
	pricingType?: string;
	/** The sending number. */
	phone?: string;
	/** The volume tier: `0:750000`. */
	tier?: string;
	/** Delivered messages. */
	volume: number;
	/** In the currency of the account; left out on a partner's credit line. */
	cost?: number;
}

export interface Spend {
	/** ISO 4217: the account's. */
	currency: string;
	/** IANA: the account's; its days are days there. */
	timeZone: string;
	/** Milliseconds since 1970: the time that was really read. */
	from: number;
	until: number;
	points: SpendPoint[];
	/** Meta does not tell the cost, since a partner's credit line pays: only volumes are known. */
	costHidden: boolean;
	/** Sentences on what differs from what was asked for. */
	notes: string[];
}

export interface SpendPeriod {
	/** Milliseconds since 1970; earlier than a year ago is cut to a year. */
	from: number;
	until: number;
	/** Whole days by default, and half hours where the period begins or ends within one. */
	granularity?: Granularity;
	/** Milliseconds since 1970; `until` where it is not given. */
	now?: number;
}

export type SpendAccount = Pick<Account, 'businessAccountId' | 'apiVersion'>;

/** What was delivered and what it cost. Filled in below. */
export async function readSpend(
	_transport: Transport,
	_account: SpendAccount,
	_period: SpendPeriod,
): Promise<Spend> {
	return await Promise.reject(new Error('Reading the spend is not there yet'));
}
