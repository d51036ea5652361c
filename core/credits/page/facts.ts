import type { AccountHealth } from '../../account/health';
import type { PageOptions } from '../../notifications/report/draw';
import type { Balance } from '../balance/balance';
import type { GuardAnswer } from '../balance/guard';
import type { Money } from '../money';
import type { Purchase } from '../purchases/purchase';
import type { RateCard } from '../rate-card';
import type { Spend } from '../spend';

/** Everything the page can show. What is left out is not known, and the page says so. */
export interface CreditsPageFacts extends Omit<PageOptions, 'facts' | 'timeZone'> {
	/** ISO 8601: when the facts were read. */
	asOf: string;
	/** IANA; the account's as the spend says, where it is left out. */
	timeZone?: string;
	/** A month or two of days: the last {@link MOST_DAYS} are drawn. */
	spend?: Spend;
	/** Prices for a partner's credit line, whose costs Meta hides; the shipped cards where none are given. */
	cards?: readonly RateCard[];
	balance?: Balance;
	/** What was bought, for own credits: with it, the balance of earlier days can be worked out. */
	purchases?: readonly Purchase[];
	guard?: GuardAnswer;
	/** Where one pays for what `balance` says: a web address, or one beside the page. */
	buyUrl?: string;
	health?: AccountHealth;
	/** Of one credit. */
	creditPrice?: Money;
}

/** More than this many bars beside each other are no picture any more. */
export const MOST_DAYS = 62;
