import { groupsOf, sumsOf } from '../../credits/estimate';
import { timesAmount } from '../../credits/money';
import { priceOnCard } from '../../credits/price-of';
import { marketOf, RATE_CARD } from '../../credits/rate-card';

/** What a notification costs if every message is delivered. */
export interface Cost {
	/** ISO 4217. */
	currency: string;
	/** ISO date from which these prices hold. */
	validFrom: string;
	/** Most messages first; without a country, where the number does not say one. */
	countries: CountryCost[];
	/** Of all messages whose price is known. */
	total: number;
	/** Messages whose price nobody knows: they cost something all the same. */
	unknown: number;
}

export interface CountryCost {
	country?: string;
	messages: number;
	/** Left out where the rate card does not say. */
	price?: number;
	cost?: number;
}

/**
 * What a delivered message costs, by Meta's newest rate card. Nothing is taken to be free: whether a service window is
 * open for somebody is not known beforehand.
 */
export function priceFor(country: string | undefined, category: string): number | undefined {
	const market = country === undefined ? undefined : marketOf(country);
	// Whether authentication is international depends on where the business is, which nothing here knows.
	return market && priceOnCard(RATE_CARD, market, category);
}

export function costOf(messages: ReadonlyArray<{ country?: string; price?: number }>): Cost {
	const countries = groupsOf(
		messages,
		({ country, price }) => `${country ?? ''}/${price ?? ''}`,
	).map(({ first: { country, price }, messages: count }) => ({
		...(country === undefined ? {} : { country }),
		messages: count,
		...(price === undefined ? {} : { price, cost: timesAmount(price, count) }),
	}));
	const { currency, validFrom } = RATE_CARD;
	return { currency, validFrom, countries, ...sumsOf(countries) };
}
