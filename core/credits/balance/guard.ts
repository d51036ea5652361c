import type { Balance } from './balance';

/** What a planned notification costs: an `Estimate` fits. */
export interface PlannedCost {
	currency: string;
	total: number;
	/** How many messages have no known price; they are not part of `total`. */
	unknown: number;
	messages: number;
}

export interface GuardQuestion {
	balance: Balance;
	/** At least this much has to be there. */
	amount?: { amount: number; currency: string };
	/** It has to last this many days at `perDay`, the current pace in the balance's currency. */
	daysLeft?: { days: number; perDay?: number };
	/** It has to pay for these messages. */
	planned?: PlannedCost;
	/** What to answer where the balance cannot be known: Low unless set. */
	whenUnknown?: 'low' | 'enough';
	/** For accounts that pay afterwards: this much a month, at most. */
	budget?: { amount: number; currency: string };
	/** In the budget's currency; absent is unknown. */
	spentThisMonth?: number;
	/** Milliseconds since 1970: how long ago WhatsApp refused for money. */
	now?: number;
}

export interface GuardAnswer {
	enough: boolean;
	/** False where something had to be assumed; the message says what. */
	certain: boolean;
	message: string;
	whatToDo?: string;
	left?: { amount: number; currency: string };
	needed?: { amount: number; currency: string };
	daysLeft?: number;
	balance: Balance;
}
