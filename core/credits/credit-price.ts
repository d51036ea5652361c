import type { RateCard } from './rate-card';

export interface CreditSettings {
	/** Of one credit; 2 by default. */
	creditPrice?: number;
	/** ISO 4217; USD by default. */
	currency?: string;
	/** Of a message; 0.008 by default: 40 credits are 10,000 messages. */
	averagePrice?: number;
	/** The countries and categories one really sends to. */
	mix?: ReadonlyArray<{ country?: string; category: string; messages: number }>;
	taxPercent?: number;
	/** Per purchase, in the currency. */
	fee?: number;
	cards?: readonly RateCard[];
	at?: number;
	timeZone?: string;
	language?: string;
}

export interface CreditPrice {
	credits: number;
	messages: number;
	/** Of the credits alone. */
	net: number;
	fee: number;
	tax: number;
	/** What is paid. */
	total: number;
	currency: string;
	averagePrice: number;
	/** Of the real mix, where it is known. */
	realAverage?: number;
	text: string;
	/** What the real mix changes, where it does by more than a twentieth. */
	differs?: string;
}

export declare function creditsForMessages(
	messages: number,
	settings?: CreditSettings,
): CreditPrice;
export declare function messagesForCredits(credits: number, settings?: CreditSettings): CreditPrice;
