import { dayIn, monthIn } from './local-day';

/** Since this day, in the account's time zone, service messages cost what utility ones do (Meta, "Updates to pricing"). */
export const SERVICE_CHARGED_FROM = '2026-10-01';

/** Delivered service messages that cost nothing: per number and calendar month, nothing carried over (the same page). */
export const FREE_SERVICE_MESSAGES = 1_000;

/** Hours for which everything is free after somebody came by an advertisement that clicks to WhatsApp. */
export const ENTRY_POINT_HOURS = 72;

/** What is known of the moment of sending; what is not known is never taken to make a message free. */
export interface Circumstances {
	/** The recipient wrote within the last 24 hours. */
	windowOpen?: boolean;
	/** The recipient came by an advertisement within {@link ENTRY_POINT_HOURS}, and was answered within a day. */
	entryPointOpen?: boolean;
	/** Service messages of this number delivered in this month, before this one. */
	serviceDelivered?: number;
}

/** Meta's words for what is not charged, as they are in `pricing.type` and in `PRICING_TYPE`. */
export type FreeType = 'free_customer_service' | 'free_entry_point';

/**
 * Whether a message is free, whatever the rate card says (Meta, "Pricing").
 *
 * @returns undefined where it is charged, or where what would make it free is not known
 */
export function freeTypeOf(
	{ category, at, timeZone }: { category: string; at: number; timeZone: string },
	{ windowOpen, entryPointOpen, serviceDelivered }: Circumstances,
): FreeType | undefined {
	if (entryPointOpen) return 'free_entry_point';
	const word = category.toUpperCase();
	const charged = dayIn(timeZone, at) >= SERVICE_CHARGED_FROM;
	if (word === 'SERVICE') {
		const inFreeTier = serviceDelivered !== undefined && serviceDelivered < FREE_SERVICE_MESSAGES;
		return !charged || inFreeTier ? 'free_customer_service' : undefined;
	}
	return word === 'UTILITY' && windowOpen && !charged ? 'free_customer_service' : undefined;
}

/** Counts the free service messages of each number, month by month where the account is. */
export class ServiceTier {
	private readonly delivered = new Map<string, number>();

	constructor(private readonly timeZone: string) {}

	/** How many this number has had delivered in the month of a time. */
	used(number: string, at: number): number {
		return this.delivered.get(this.keyOf(number, at)) ?? 0;
	}

	left(number: string, at: number): number {
		return Math.max(0, FREE_SERVICE_MESSAGES - this.used(number, at));
	}

	/** Books delivered messages; reactions are not counted, so do not book them. */
	book(number: string, at: number, messages = 1): void {
		this.delivered.set(this.keyOf(number, at), this.used(number, at) + messages);
	}

	private keyOf = (number: string, at: number): string => `${number}/${monthIn(this.timeZone, at)}`;
}
