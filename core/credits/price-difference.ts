import { marketOf, priceIn, RATE_CARD, type Market } from './rate-card';

/** What a message costs in one category and in another. */
export interface PriceDifference {
	currency: string;
	/** Two letters, where prices of one country were asked for. */
	country?: string;
	/** The market of that country on Meta's rate card. */
	market?: string;
	/** Money for one delivered message; without a country, the lowest and the highest of all markets. */
	before: number | [lowest: number, highest: number];
	after: number | [lowest: number, highest: number];
	/** ISO date from which these prices hold. */
	validFrom: string;
	/** `$0.0113 → $0.0842 a message in JP (7.5 times)` */
	text: string;
}

/**
 * The price of a message before and after a template changed its category, by Meta's rate card.
 *
 * @param country two letters; without one, the range over all markets
 * @returns undefined where the card has no price: unknown is not free
 */
export function pricesOf(
	before: string,
	after: string,
	country?: string,
): PriceDifference | undefined {
	const { currency, validFrom, markets } = RATE_CARD;
	const market = country ? marketOf(country) : undefined;
	if (country && market) {
		const code = country.trim().toUpperCase();
		const [was, is] = [priceIn(market, before), priceIn(market, after)];
		if (was === undefined || is === undefined) return undefined;
		const text = `${money(was)} → ${money(is)} a message in ${code}${factor(was, is)}`;
		return {
			currency,
			country: code,
			market: market.market,
			before: was,
			after: is,
			validFrom,
			text,
		};
	}
	const [was, is] = [rangeOf(markets, before), rangeOf(markets, after)];
	if (!was || !is) return undefined;
	const text = `${range(was)} → ${range(is)} a message, depending on the country`;
	return { currency, before: was, after: is, validFrom, text };
}

function rangeOf(markets: Market[], category: string): [number, number] | undefined {
	const prices = markets
		.map((market) => priceIn(market, category))
		.filter((price) => price !== undefined);
	return prices.length > 0 ? [Math.min(...prices), Math.max(...prices)] : undefined;
}

const money = (price: number) => `$${price.toFixed(4)}`;
const range = ([lowest, highest]: [number, number]) => `${money(lowest)}–${money(highest)}`;

function factor(was: number, is: number): string {
	if (was <= 0 || is === was) return '';
	const times = is / was;
	return ` (${times >= 10 ? Math.round(times) : Math.round(times * 10) / 10} times)`;
}
