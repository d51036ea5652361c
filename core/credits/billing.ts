import { graphPath } from '../graph/address';
import { callGraph } from '../graph/call';
import type { Transport } from '../ports';
import type { SpendAccount } from './spend';
import timeZoneIds from './time-zone-ids.json';

/** How an account pays, as far as it says. */
export interface Billing {
	/** ISO 4217; left out where the account does not say. */
	currency?: string;
	/** IANA. UTC where the account's is not known, which a note says. */
	timeZone: string;
	timeZoneKnown: boolean;
	/** Whether a payment method is attached: only an answer without one says that there is none. */
	primaryFunding: 'present' | 'none' | 'unknown';
	/** Meta's: whose account it is, `SELF` or `CLIENT_OWNED`, say. */
	ownershipType?: string;
	/** Sentences on what is not known. */
	notes: string[];
}

const TIMEOUT_MS = 15_000;

/**
 * In what currency and time zone an account is billed, and whether it has a payment method.
 *
 * @throws {GraphCallError} when Meta refuses currency and time zone; a refusal of the payment method alone only leaves it
 * unknown
 * @throws {TransportError} when no answer came
 */
export async function readBilling(transport: Transport, account: SpendAccount): Promise<Billing> {
	const [facts, primaryFunding] = await Promise.all([
		readFields(
			transport,
			account,
			'Reading currency and time zone',
			'id,currency,timezone_id,ownership_type',
		),
		readFunding(transport, account),
	]);
	const currency = textOf(facts.currency)?.toUpperCase();
	const zone = zoneOf(facts.timezone_id);
	const ownershipType = textOf(facts.ownership_type);
	return {
		...(currency !== undefined && /^[A-Z]{3}$/.test(currency) ? { currency } : {}),
		timeZone: zone ?? 'UTC',
		timeZoneKnown: zone !== undefined,
		primaryFunding,
		...(ownershipType === undefined ? {} : { ownershipType }),
		notes: zone === undefined ? [noteOnZone(facts.timezone_id)] : [],
	};
}

/** Meta's number of a time zone → its IANA name, where this engine knows it. */
export function zoneOf(timezoneId: unknown): string | undefined {
	const id = typeof timezoneId === 'number' ? timezoneId : Number(textOf(timezoneId) ?? NaN);
	const zone = timeZoneIds.zones[id];
	if (!zone) return undefined;
	try {
		return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions() && zone;
	} catch {
		// An engine with older data than the list.
		return undefined;
	}
}

function noteOnZone(timezoneId: unknown): string {
	const id =
		textOf(timezoneId) ?? (typeof timezoneId === 'number' ? String(timezoneId) : undefined);
	const why =
		id === undefined
			? 'The account does not say its time zone'
			: `The time zone with Meta's number ${id} is not known here`;
	return `${why}: days and months are counted in UTC. Near midnight a message may count for the day beside.`;
}

/** In a call of its own: who may read the account need not be allowed to read how it pays. */
async function readFunding(
	transport: Transport,
	account: SpendAccount,
): Promise<Billing['primaryFunding']> {
	try {
		const answer = await readFields(
			transport,
			account,
			'Reading the payment method',
			'id,primary_funding_id',
		);
		const funding = answer.primary_funding_id;
		if (textOf(funding) !== undefined || typeof funding === 'number') return 'present';
		// Graph leaves out what there is none of; an answer without the id it was asked for is no answer.
		return textOf(answer.id) !== undefined && funding == null ? 'none' : 'unknown';
	} catch {
		// Refused, or no answer: that tells nothing about the payment method.
		return 'unknown';
	}
}

const readFields = async (
	transport: Transport,
	{ apiVersion, businessAccountId }: SpendAccount,
	action: string,
	fields: string,
): Promise<Record<string, unknown>> =>
	await callGraph(transport, action, {
		method: 'GET',
		path: graphPath(apiVersion, businessAccountId),
		query: { fields },
		timeoutMs: TIMEOUT_MS,
	});

const textOf = (value: unknown): string | undefined =>
	typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
