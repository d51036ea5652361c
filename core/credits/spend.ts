import type { Account } from '../account/account';
import { graphPath } from '../graph/address';
import { callGraph } from '../graph/call';
import type { Transport } from '../ports';
import { readBilling, type Billing } from './billing';
import { readPoints } from './spend-points';
import { spendWindows, type Granularity, type SpendWindow } from './spend-windows';

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
	/** Where it has been read already. */
	billing?: Billing;
}

export type SpendAccount = Pick<Account, 'businessAccountId' | 'apiVersion'>;

const TIMEOUT_MS = 30_000;
const DIMENSIONS = 'COUNTRY,PRICING_CATEGORY,PRICING_TYPE,PHONE,TIER';

/**
 * What was delivered in a time and what it cost: Meta's `pricing_analytics` of the account, one call for its whole days and
 * one for each piece of a day. It has no pages.
 *
 * @throws {GraphCallError} when Meta refuses
 * @throws {TransportError} when no answer came
 * @throws {Error} when the answer is not as Meta writes it: an unreadable one never reads as nothing spent
 */
export async function readSpend(
	transport: Transport,
	account: SpendAccount,
	period: SpendPeriod,
): Promise<Spend> {
	const billing = period.billing ?? (await readBilling(transport, account));
	const { windows, from, until, notes } = spendWindows(period, billing.timeZone);
	const points: SpendPoint[] = [];
	// One after the other: an account may be asked 200 times an hour, and three calls gain nothing from haste.
	for (const window of windows) points.push(...(await readWindow(transport, account, window)));
	const { currency, timeZone } = billing;
	if (currency === undefined)
		throw new Error(
			'Reading the spend: the account does not say its currency. Give the token access to the account (whatsapp_business_management).',
		);
	return {
		currency,
		timeZone,
		from,
		until,
		points,
		costHidden: points.some(isHidden),
		notes: [...billing.notes, ...notes],
	};
}

/** A charged message whose cost Meta keeps to itself; what is free costs nothing, said or unsaid. */
export const isHidden = ({ cost, volume, pricingType }: SpendPoint): boolean =>
	cost === undefined && volume > 0 && pricingType?.startsWith('FREE_') !== true;

async function readWindow(
	transport: Transport,
	{ apiVersion, businessAccountId }: SpendAccount,
	{ from, until, granularity }: SpendWindow,
): Promise<SpendPoint[]> {
	const [start, end] = [from, until].map((time) => Math.floor(time / 1000));
	const field = `pricing_analytics.start(${start}).end(${end}).granularity(${granularity}).metric_types([COST,VOLUME]).dimensions([${DIMENSIONS}])`;
	const answer = await callGraph(transport, 'Reading the spend', {
		method: 'GET',
		path: graphPath(apiVersion, businessAccountId),
		query: { fields: `id,${field}` },
		timeoutMs: TIMEOUT_MS,
	});
	return readPoints(answer);
}
