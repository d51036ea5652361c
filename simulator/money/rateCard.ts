import { asArray, asObject, asText, type JsonObject } from '../json.ts';
import { dayOf } from './calendar.ts';
import { toMillionths } from './millionths.ts';
import { USD_2026_10_01 } from './rates/usd20261001.ts';

/** What a delivered message costs in a market, in millionths. */
export interface Prices {
	marketing: number;
	utility: number;
	authentication: number;
	authenticationInternational?: number;
	service: number;
}

/** A market and the countries in it; `*` is every country without a market of its own. */
export interface Market {
	market: string;
	countries: readonly string[] | '*';
	prices: Prices;
}

/** A rate card; it counts from its first day in the account's time zone until the next one. */
export interface RateCard {
	currency: string;
	/** `2026-10-01`. */
	validFrom: string;
	source: string;
	markets: Market[];
}

/** The cards that come along. */
export const SHIPPED: readonly RateCard[] = [
	{
		currency: 'USD',
		validFrom: '2026-10-01',
		source: "Meta's rate card of 1 October 2026",
		markets: USD_2026_10_01.map(readRow),
	},
];

/** The newest card of the currency that has begun in the time zone. */
export function cardAt(
	cards: readonly RateCard[],
	currency: string,
	at: number,
	timeZone: string,
): RateCard | undefined {
	const today = dayOf(at, timeZone);
	return cards
		.filter((card) => card.currency === currency && card.validFrom <= today)
		.sort((one, other) => (one.validFrom < other.validFrom ? 1 : -1))[0];
}

/** The market of a country on a card. */
export function marketOf(card: RateCard, country: string): Market | undefined {
	const own = card.markets.find(
		({ countries }) => countries !== '*' && countries.includes(country),
	);
	return own ?? card.markets.find(({ countries }) => countries === '*');
}

/** Reads cards as `PUT /sim/money/cards` takes them; a sentence when one cannot be read. */
export function readCards(list: unknown): RateCard[] | string {
	const cards: RateCard[] = [];
	for (const given of asArray(list).map((one) => asObject(one) ?? {})) {
		const currency = asText(given['currency']) ?? '';
		const validFrom = asText(given['validFrom']) ?? '';
		const markets = asArray(given['markets']).map((one) => readMarket(asObject(one) ?? {}));
		if (!/^[A-Z]{3}$/.test(currency)) return 'A card has a currency of three letters, as in USD.';
		if (!/^\d{4}-\d{2}-\d{2}$/.test(validFrom)) {
			return 'A card has its first day in validFrom, as in 2027-01-01.';
		}
		const unreadable = markets.find((market) => typeof market === 'string');
		if (typeof unreadable === 'string') return unreadable;
		if (markets.length === 0) return 'A card has markets.';
		const source = asText(given['source']) ?? 'put by hand';
		cards.push({ currency, validFrom, source, markets: markets as Market[] });
	}
	return cards.length === 0 ? 'Send a list of rate cards.' : cards;
}

function readMarket(given: JsonObject): Market | string {
	const market = asText(given['market']) ?? '';
	const countries = given['countries'];
	const price = (name: string) => {
		const value = given[name];
		return typeof value === 'number' && value >= 0 ? toMillionths(value) : undefined;
	};
	const [marketing, utility] = [price('marketing'), price('utility')];
	if (market === '' || marketing === undefined || utility === undefined) {
		return 'A market has a name (market) and prices for marketing and utility.';
	}
	const international = price('authenticationInternational');
	return {
		market,
		countries: countries === '*' ? '*' : asArray(countries).flatMap((one) => asText(one) ?? []),
		prices: {
			marketing,
			utility,
			authentication: price('authentication') ?? utility,
			service: price('service') ?? utility,
			...(international === undefined ? {} : { authenticationInternational: international }),
		},
	};
}

function readRow(row: string): Market {
	const [market = '', countries = '', ...prices] = row.split(' | ');
	const [marketing = 0, utility = 0, international] = prices.map((price) =>
		toMillionths(Number(price)),
	);
	return {
		market,
		countries: countries === '*' ? '*' : countries.split(' '),
		prices: {
			marketing,
			utility,
			authentication: utility,
			service: utility,
			...(international === undefined ? {} : { authenticationInternational: international }),
		},
	};
}
