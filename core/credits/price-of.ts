import { freeTypeOf, SERVICE_CHARGED_FROM, type Circumstances, type FreeType } from './free-rules';
import { cardFor, marketOf, priceIn, type Market, type RateCard } from './rate-card';

export interface PriceQuestion {
	cards: readonly RateCard[];
	/** Two letters; left out where the number does not say. */
	country?: string;
	/** Meta's: `MARKETING`, `UTILITY`, `AUTHENTICATION`, `AUTHENTICATION_INTERNATIONAL`, `SERVICE`; in any case. */
	category: string;
	/** When it is delivered, milliseconds since 1970. */
	at: number;
	/** IANA: the account's. */
	timeZone: string;
	/** The account's. */
	currency: string;
	/** Whether the account pays the international price for authentication where there is one: depends on where the business is. */
	authInternational?: boolean;
	circumstances?: Circumstances;
}

export interface PriceAnswer {
	/** Of one delivered message; left out where nobody knows, which is not 0. */
	price?: number;
	card?: RateCard;
	/** Its name on the card. */
	market?: string;
	/** Why it costs nothing. */
	free?: FreeType;
	/** Why the price is not known, for the person who asks. */
	why?: string;
}

/** What one delivered message costs, by the card that holds at that time where the account is. */
export function priceOf(question: PriceQuestion): PriceAnswer {
	const { cards, country, category, at, timeZone, currency, circumstances = {} } = question;
	const card = cardFor(cards, { currency, at, timeZone });
	if (!card) return { why: whyNoCard(cards, currency) };
	const free = freeTypeOf({ category, at, timeZone }, circumstances);
	if (country === undefined) {
		if (free) return { price: 0, card, free };
		return { card, why: 'The number does not say its country, and the price depends on it.' };
	}
	const market = marketOf(country, card);
	if (!market)
		return {
			card,
			why: `The rate card of ${card.validFrom} does not say in which market ${country} is.`,
		};
	const found = { card, market: market.market };
	if (free) return { ...found, price: 0, free };
	const price = priceOnCard(card, market, category, question.authInternational);
	return price === undefined
		? { ...found, why: whyNoPrice(card, market, category) }
		: { ...found, price };
}

/** The price on a card, whatever the day; undefined where the card does not say, or more has to be known. */
export function priceOnCard(
	card: RateCard,
	market: Market,
	category: string,
	authInternational?: boolean,
): number | undefined {
	const { authenticationInternational } = market.prices;
	switch (category.toUpperCase().replace('-', '_')) {
		case 'AUTHENTICATION_INTERNATIONAL':
			return authenticationInternational;
		case 'AUTHENTICATION':
			if (authenticationInternational === undefined || authInternational === false)
				return market.prices.authentication;
			return authInternational ? authenticationInternational : undefined;
		case 'SERVICE':
			// Meta's words: at the utility rate; files of some currencies leave the column empty.
			return card.validFrom >= SERVICE_CHARGED_FROM
				? (market.prices.service ?? market.prices.utility)
				: market.prices.service;
		default:
			return priceIn(market, category);
	}
}

function whyNoCard(cards: readonly RateCard[], currency: string): string {
	const days = cards
		.filter((card) => card.currency === currency.toUpperCase())
		.map(({ validFrom }) => validFrom)
		.sort();
	if (days[0] === undefined)
		return `There is no rate card in ${currency}. Load Meta's CSV of that currency.`;
	return `The first rate card in ${currency} begins on ${days[0]}; what was paid before is not known. Load Meta's CSV of that time.`;
}

function whyNoPrice({ validFrom }: RateCard, { market, prices }: Market, category: string): string {
	if (
		category.toUpperCase() === 'AUTHENTICATION' &&
		prices.authenticationInternational !== undefined
	)
		return `Authentication in ${market} costs ${prices.authentication ?? 'an unknown price'}, or ${prices.authenticationInternational} where the business is abroad and Meta has told it so.`;
	return `The rate card of ${validFrom} has no price for ${category} in ${market}.`;
}
