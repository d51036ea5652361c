import { addAmounts, timesAmount, writeMoney, type Money } from './money';
import { priceOf } from './price-of';
import { cardFor, RATE_CARDS, type RateCard } from './rate-card';

/** What is to be sent, if every message is delivered. */
export interface Estimate {
	/** ISO 4217. */
	currency: string;
	/** ISO date from which these prices hold; empty where no card holds. */
	validFrom: string;
	messages: number;
	/** Most messages first; without a country, where the number does not say one. */
	countries: CountryEstimate[];
	/** Of all messages whose price is known. */
	total: number;
	/** Messages whose price nobody knows: they cost something all the same. */
	unknown: number;
	/** The total in credits, where the price of one is known in this currency. */
	credits?: number;
	creditPrice?: Money;
	/** One sentence. */
	text: string;
}

export interface CountryEstimate {
	country?: string;
	/** Its name on the rate card. */
	market?: string;
	/** Meta's, upper case. */
	category: string;
	messages: number;
	/** Left out where nobody knows. */
	price?: number;
	cost?: number;
	/** Why the price is not known. */
	why?: string;
}

export interface EstimateSettings {
	/** Those that come with the package where none are given. */
	cards?: readonly RateCard[];
	/** The account's; USD by default. */
	currency?: string;
	/** When it is sent. */
	at: number;
	/** The account's. */
	timeZone: string;
	authInternational?: boolean;
	creditPrice?: Money;
	/** For the sentence. */
	language?: string;
}

/**
 * What a list of messages costs, by country and in total. Nothing is taken to be free: whether a service window is open
 * for somebody is not known beforehand.
 */
export function estimateCost(
	messages: Iterable<{ country?: string; category: string }>,
	settings: EstimateSettings,
): Estimate {
	const { cards = RATE_CARDS, at, timeZone, creditPrice } = settings;
	const currency = (settings.currency ?? 'USD').toUpperCase();
	const groups = groupsOf(messages, ({ country, category }) => `${country ?? ''}/${category}`);
	const countries = groups.map(({ first: { country, category }, messages: count }) => {
		const { authInternational } = settings;
		const question = { cards, country, category, at, timeZone, currency, authInternational };
		const { price, market, why } = priceOf(question);
		return {
			...(country === undefined ? {} : { country }),
			...(market === undefined ? {} : { market }),
			category: category.toUpperCase(),
			messages: count,
			...(price === undefined ? { why } : { price, cost: timesAmount(price, count) }),
		};
	});
	const sums = sumsOf(countries);
	const inCredits =
		creditPrice && creditPrice.currency === currency && creditPrice.amount > 0
			? { credits: addAmounts([sums.total / creditPrice.amount]), creditPrice }
			: {};
	return {
		currency,
		validFrom: cardFor(cards, { currency, at, timeZone })?.validFrom ?? '',
		messages: countries.reduce((sum, { messages: count }) => sum + count, 0),
		countries,
		...sums,
		...inCredits,
		text: sentence({ currency, ...sums, ...inCredits }, countries, settings.language),
	};
}

/** Equal ones together, most messages first. */
export function groupsOf<T>(
	messages: Iterable<T>,
	keyOf: (message: T) => string,
): Array<{ first: T; messages: number }> {
	const groups = new Map<string, { first: T; messages: number }>();
	for (const message of messages) {
		const key = keyOf(message);
		const group = groups.get(key);
		if (group) group.messages++;
		else groups.set(key, { first: message, messages: 1 });
	}
	return [...groups.values()].sort((a, b) => b.messages - a.messages);
}

/** What is known of the cost, and how many messages it leaves out. */
export function sumsOf(rows: ReadonlyArray<{ messages: number; cost?: number }>): {
	total: number;
	unknown: number;
} {
	return {
		total: addAmounts(rows.flatMap(({ cost }) => cost ?? [])),
		unknown: rows.reduce((sum, { cost, messages }) => sum + (cost === undefined ? messages : 0), 0),
	};
}

function sentence(
	{
		currency,
		total,
		unknown,
		credits,
	}: Pick<Estimate, 'currency' | 'total' | 'unknown' | 'credits'>,
	countries: readonly CountryEstimate[],
	language?: string,
): string {
	const count = countries.reduce((sum, { messages }) => sum + messages, 0);
	if (count === 0) return 'No messages, no cost.';
	const places = new Set(countries.map(({ country }) => country)).size;
	const where = `${count} message${count === 1 ? '' : 's'} to ${places} ${places === 1 ? 'country' : 'countries'}`;
	if (unknown === count)
		return `What ${where} cost${count === 1 ? 's' : ''} is not known. ${countries[0]?.why ?? ''}`.trim();
	const inCredits =
		credits === undefined ? '' : ` (${Math.ceil(credits * 100 - 1e-6) / 100} credits)`;
	const money = `${writeMoney({ amount: total, currency }, language)}${inCredits}`;
	const sum = `${where}: ${money}, if all are delivered.`;
	return unknown === 0 ? sum : `${sum} ${unknown} of them are not in it: their price is not known.`;
}
