import { dayIn } from './local-day';
import usdOctober2026 from './rates/usd-2026-10-01.json';

export type RateCategory = 'marketing' | 'utility' | 'authentication' | 'service';

/** In a currency: what one delivered message costs. A category the card does not price is left out. */
export type Prices = Partial<Record<RateCategory | 'authenticationInternational', number>>;

/** Meta's prices of delivered messages from one day on, by market. Volume tiers are not part of it. */
export interface RateCard {
	/** ISO 4217. */
	currency: string;
	/** ISO date; the prices hold from the first minute of it in the time zone of the account. */
	validFrom: string;
	source: string;
	markets: Market[];
	/** Countries of which nobody knows in which market of this card they are: they have no price, instead of a wrong one. */
	unplaced?: string[];
}

export interface Market {
	market: string;
	/** ISO 3166, two letters; empty for the market that takes every other country. */
	countries: string[];
	prices: Prices;
}

/** The cards that come with the package. */
export const RATE_CARDS: readonly RateCard[] = [inDollars(usdOctober2026)];

/** The newest card there is. Source: see its `source`. */
export const RATE_CARD: RateCard = RATE_CARDS[RATE_CARDS.length - 1]!;

/**
 * The card that holds at a time: of the cards in this currency the newest that has begun where the account is.
 *
 * @param cards where two begin on the same day, the later in the list replaces the earlier
 * @returns undefined before the first card begins, and for a currency there is no card of
 */
export function cardFor(
	cards: readonly RateCard[],
	{ currency, at, timeZone }: { currency: string; at: number; timeZone: string },
): RateCard | undefined {
	const today = dayIn(timeZone, at);
	const begun = cards.filter(
		(card) => card.currency === currency.toUpperCase() && card.validFrom <= today,
	);
	return begun.reduce<RateCard | undefined>(
		(newest, card) => (newest && newest.validFrom > card.validFrom ? newest : card),
		undefined,
	);
}

/** The market of a country, by two letters; a country no market names belongs to Other. */
export function marketOf(country: string, card: RateCard = RATE_CARD): Market | undefined {
	const wanted = country.trim().toUpperCase();
	if (!/^[A-Z]{2}$/.test(wanted) || card.unplaced?.includes(wanted)) return undefined;
	return (
		card.markets.find(({ countries }) => countries.includes(wanted)) ??
		card.markets.find(({ countries }) => countries.length === 0)
	);
}

/** What one delivered message costs in a market; undefined where the card does not say. */
export function priceIn(market: Market, category: string): number | undefined {
	const key = category.toLowerCase();
	return Object.hasOwn(market.prices, key) ? market.prices[key as RateCategory] : undefined;
}

/** The file names the currency where the prices are. */
function inDollars(file: typeof usdOctober2026): RateCard {
	const { currency, validFrom, source, markets } = file;
	return {
		currency,
		validFrom,
		source,
		markets: markets.map(({ usd, ...market }) => ({ ...market, prices: usd })),
	};
}
