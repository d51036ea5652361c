import { marketOf, priceIn, RATE_CARD } from '../../credits/rate-card';

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
 * What a delivered message costs, by Meta's rate card. Nothing is taken to be free: whether a service window is open for
 * somebody is not known beforehand.
 */
export function priceFor(country: string | undefined, category: string): number | undefined {
	const market = country === undefined ? undefined : marketOf(country);
	if (!market) return undefined;
	// Depends on where the business is, which nothing here knows.
	if (category === 'AUTHENTICATION' && market.usd.authenticationInternational !== undefined)
		return undefined;
	return priceIn(market, category);
}

/** Prices have four decimals; whole numbers add up without a remainder. */
const UNIT = 10_000;

export function costOf(messages: ReadonlyArray<{ country?: string; price?: number }>): Cost {
	const groups = new Map<string, CountryCost>();
	for (const { country, price } of messages) {
		const key = `${country ?? ''}/${price ?? ''}`;
		const group = groups.get(key);
		if (group) group.messages++;
		else groups.set(key, { country, messages: 1, price });
	}
	const countries = [...groups.values()]
		.sort((a, b) => b.messages - a.messages)
		.map(({ country, messages: count, price }) => ({
			...(country === undefined ? {} : { country }),
			messages: count,
			...(price === undefined ? {} : { price, cost: times(price, count) }),
		}));
	const known = countries.filter(({ cost }) => cost !== undefined);
	const units = known.reduce((sum, { cost = 0 }) => sum + Math.round(cost * UNIT), 0);
	return {
		currency: RATE_CARD.currency,
		validFrom: RATE_CARD.validFrom,
		countries,
		total: units / UNIT,
		unknown: countries.reduce(
			(sum, { cost, messages: count }) => sum + (cost === undefined ? count : 0),
			0,
		),
	};
}

const times = (price: number, count: number): number => (Math.round(price * UNIT) * count) / UNIT;
