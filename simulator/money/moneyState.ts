import type { RateCard } from './rateCard.ts';

/** How the account pays. */
export type Funding = 'card' | 'none' | 'creditLine' | 'prepaid';

export const FUNDINGS: readonly Funding[] = ['card', 'none', 'creditLine', 'prepaid'];

/** What can be set of the account's money; sums in millionths. */
export interface MoneyState {
	funding: Funding;
	currency: string;
	timezoneId: string;
	timeZone: string;
	/** Prepaid: all that was ever paid in; what is left is this less what was charged. */
	paidIn: number;
	/** Whether a message that nothing pays for is refused at once, instead of failing later. */
	refuse: boolean;
	creditLine: {
		max: number;
		/** Owed from before the charges that are still listed. */
		usedBefore: number;
		/** It is a partner's: analytics do not say what messages cost. */
		partner: boolean;
		/** Whether the token may read it. */
		permitted: boolean;
	};
	authInternational: string[];
	freeServiceMessages: number;
	/** Phones that came by an advertisement, and until when messages to them are free. */
	freeEntry: Record<string, number>;
	/** Cards put beside the shipped ones. */
	cards: RateCard[];
}

/** The first state: a card is attached, nothing runs out. */
export function firstMoney(): MoneyState {
	return {
		funding: 'card',
		currency: 'USD',
		timezoneId: '1',
		timeZone: 'America/Los_Angeles',
		paidIn: 0,
		refuse: false,
		creditLine: { max: 1_000_000_000, usedBefore: 0, partner: true, permitted: true },
		authInternational: [],
		freeServiceMessages: 1000,
		freeEntry: {},
		cards: [],
	};
}
