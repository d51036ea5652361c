import usdOctober2026 from './rates/usd-2026-10-01.json';

export type RateCategory = 'marketing' | 'utility' | 'authentication' | 'service';

/** Meta's prices of delivered messages from one day on, by market. Volume tiers are not part of it. */
export interface RateCard {
	/** ISO 4217. */
	currency: string;
	/** ISO date. */
	validFrom: string;
	source: string;
	markets: Market[];
}

export interface Market {
	market: string;
	/** ISO 3166, two letters; empty for the market that takes every other country. */
	countries: string[];
	usd: Partial<Record<RateCategory | 'authenticationInternational', number>>;
}

/** The newest card there is. Source: see its `source`. */
export const RATE_CARD: RateCard = usdOctober2026;

/** The market of a country, by two letters; a country no market names belongs to Other. */
export function marketOf(country: string, card: RateCard = RATE_CARD): Market | undefined {
	const wanted = country.trim().toUpperCase();
	if (!/^[A-Z]{2}$/.test(wanted)) return undefined;
	return (
		card.markets.find(({ countries }) => countries.includes(wanted)) ??
		card.markets.find(({ countries }) => countries.length === 0)
	);
}

/** What one delivered message costs in a market; undefined where the card does not say. */
export function priceIn(market: Market, category: string): number | undefined {
	const key = category.toLowerCase();
	return Object.hasOwn(market.usd, key) ? market.usd[key as RateCategory] : undefined;
}
