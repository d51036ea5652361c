import { dayOf } from './calendar.ts';
import { countryOfNumber } from './countryOfNumber.ts';
import { cardAt, marketOf, type Prices, type RateCard } from './rateCard.ts';

/** As in `pricing_categories`. Source: Meta, "Pricing analytics", reference §6. */
export type PricingCategory =
	| 'MARKETING'
	| 'MARKETING_LITE'
	| 'UTILITY'
	| 'AUTHENTICATION'
	| 'AUTHENTICATION_INTERNATIONAL'
	| 'SERVICE'
	| 'REFERRAL_CONVERSION';

/** As in `pricing_types`. */
export type PricingType = 'REGULAR' | 'FREE_CUSTOMER_SERVICE' | 'FREE_ENTRY_POINT';

/** What a message is, as far as its price asks. */
export interface Priced {
	waId: string;
	phoneNumberId: string;
	/** Of the template; a message without one is a service message. */
	category: string | undefined;
	marketingMessages: boolean;
	/** Whether the person has written within 24 hours. */
	inWindow: boolean;
}

/** What a message costs, and why. */
export interface Quote {
	country: string;
	market?: string;
	category: PricingCategory;
	type: PricingType;
	/** In millionths; `undefined` when no rate card knows. */
	price: number | undefined;
	currency: string;
	/** First day of the rate card. */
	card?: string;
}

/** By which the price is made. */
export interface Terms {
	cards: readonly RateCard[];
	currency: string;
	timeZone: string;
	authInternational: readonly string[];
	/** Free service messages that this number has left this month. */
	freeServiceLeft: number;
	/** Until when messages to this person are free. */
	freeEntryUntil: number | undefined;
}

/**
 * From this day in the account's time zone service messages are charged after the free ones, and
 * utility templates inside the window too. Source: reference §6.
 */
const SERVICE_CHARGED_FROM = '2026-10-01';

/** What this message costs when it is delivered now. Source: reference §6. */
export function quote(message: Priced, terms: Terms, now: number): Quote {
	const { currency, timeZone } = terms;
	const country = countryOfNumber(message.waId);
	const card = cardAt(terms.cards, currency, now, timeZone);
	const market = card && marketOf(card, country);
	const found = {
		country,
		currency,
		...(market === undefined ? {} : { market: market.market }),
		...(card === undefined ? {} : { card: card.validFrom }),
	};
	// What Meta's own example calls SERVICE its list of categories calls REFERRAL_CONVERSION.
	if ((terms.freeEntryUntil ?? 0) > now) {
		return { ...found, category: 'REFERRAL_CONVERSION', type: 'FREE_ENTRY_POINT', price: 0 };
	}
	const category = categoryOf(message, terms, country, market?.prices);
	if (isFree(category, message, terms, now)) {
		return { ...found, category, type: 'FREE_CUSTOMER_SERVICE', price: 0 };
	}
	return { ...found, category, type: 'REGULAR', price: market && priceOf(market.prices, category) };
}

function categoryOf(
	{ category, marketingMessages }: Priced,
	{ authInternational }: Terms,
	country: string,
	prices: Prices | undefined,
): PricingCategory {
	if (category === 'MARKETING') return marketingMessages ? 'MARKETING_LITE' : 'MARKETING';
	if (category === 'UTILITY') return 'UTILITY';
	if (category !== 'AUTHENTICATION') return 'SERVICE';
	const international =
		authInternational.includes(country) && prices?.authenticationInternational !== undefined;
	return international ? 'AUTHENTICATION_INTERNATIONAL' : 'AUTHENTICATION';
}

function isFree(
	category: PricingCategory,
	{ inWindow }: Priced,
	{ timeZone, freeServiceLeft }: Terms,
	now: number,
): boolean {
	const charged = dayOf(now, timeZone) >= SERVICE_CHARGED_FROM;
	if (category === 'SERVICE') return !charged || freeServiceLeft > 0;
	return category === 'UTILITY' && inWindow && !charged;
}

function priceOf(prices: Prices, category: PricingCategory): number | undefined {
	switch (category) {
		case 'MARKETING':
		case 'MARKETING_LITE':
			return prices.marketing;
		case 'UTILITY':
			return prices.utility;
		case 'AUTHENTICATION':
			return prices.authentication;
		case 'AUTHENTICATION_INTERNATIONAL':
			return prices.authenticationInternational;
		default:
			return prices.service;
	}
}
