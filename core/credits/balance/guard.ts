import type { Money } from '../money';
import { canPayAtAll } from './can-pay';
import { checkPurse, type Verdict } from './check-purse';
import type { Balance } from './balance';
import { pursesOf } from './purse';

/** What a planned notification costs: an `Estimate` fits. */
export interface PlannedCost {
	currency: string;
	/** Of the messages whose price is known. */
	total: number;
	/** How many messages have no known price; they are not part of `total`. */
	unknown: number;
	messages: number;
}

export interface GuardQuestion {
	balance: Balance;
	/** At least this much has to be there. */
	amount?: Money;
	/** It has to last this many days at `perDay`, the current pace in the balance's currency. */
	daysLeft?: { days: number; perDay?: number };
	/** It has to pay for these messages. */
	planned?: PlannedCost;
	/** What to answer where something cannot be known: Low unless set. */
	whenUnknown?: 'low' | 'enough';
	/**
	 * A run asks that is let go after a refusal for money: that refusal alone does not hold it back, because nothing else
	 * than sending shows that there is money again.
	 */
	trying?: boolean;
	/** The organiser's own limit for a month; the only purse of accounts that pay afterwards. */
	budget?: Money;
	/** In the budget's currency; absent is unknown. */
	spentThisMonth?: number;
	/** Milliseconds since 1970; when the balance was read unless set. */
	now?: number;
}

export interface GuardAnswer {
	enough: boolean;
	/** False where something had to be assumed; the message says what. */
	certain: boolean;
	message: string;
	whatToDo?: string;
	/** What there is: the balance, or what is left of the budget. */
	left?: Money;
	needed?: Money;
	daysLeft?: number;
	balance: Balance;
}

/**
 * Whether there is enough. Asks first whether the account can pay at all, then whether each purse
 * (the balance, the budget) holds what is asked of it. The first "no" decides; otherwise the first
 * thing that had to be assumed makes the answer uncertain. Never enough where more is needed than is
 * known to be left.
 */
export function guard(question: GuardQuestion): GuardAnswer {
	const verdicts: Verdict[] = [
		canPayAtAll(question),
		...pursesOf(question).flatMap((purse) => checkPurse(purse, question)),
	].filter((verdict) => verdict !== undefined);
	const low = verdicts.filter(({ enough }) => !enough);
	const deciding =
		low.find(({ certain }) => certain) ?? low[0] ?? verdicts.find(({ certain }) => !certain);
	const { enough, certain, message, whatToDo } = deciding ?? verdicts.at(-1) ?? NOTHING_KNOWN;
	const figures = { left: undefined, needed: undefined, daysLeft: undefined };
	const told = { ...figures, ...firstFigures(deciding ? [deciding, ...verdicts] : verdicts) };
	return {
		enough,
		certain,
		message,
		...(whatToDo === undefined ? {} : { whatToDo }),
		...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)),
		balance: question.balance,
	};
}

/** Not reached while `canPayAtAll` or a purse answers; unknown must not read as enough all the same. */
const NOTHING_KNOWN: Verdict = {
	enough: false,
	certain: false,
	message: 'Nothing is known about the balance.',
};

/** The figures of the deciding verdict, completed by those of the others. */
function firstFigures(verdicts: readonly Verdict[]): Partial<Verdict> {
	const first = <Key extends 'left' | 'needed' | 'daysLeft'>(key: Key) =>
		verdicts.find((verdict) => verdict[key] !== undefined)?.[key];
	return { left: first('left'), needed: first('needed'), daysLeft: first('daysLeft') };
}
