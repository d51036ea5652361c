import { addAmounts, timesAmount, writeMoney, type Money } from '../money';
import type { GuardQuestion, PlannedCost } from './guard';
import type { Purse } from './purse';

/** One thing that was looked at, and what it says. */
export interface Verdict {
	enough: boolean;
	certain: boolean;
	message: string;
	whatToDo?: string;
	left?: Money;
	needed?: Money;
	daysLeft?: number;
}

const BUY = 'Buy credits or top up first.';

/** Everything that is asked of one purse; where nothing is, something has to be left in it. */
export function checkPurse(purse: Purse, question: GuardQuestion): Verdict[] {
	const { amount, daysLeft, planned } = question;
	const { left } = purse;
	if (!left) return [unknown(question, `${nameOf(purse)} cannot be checked: ${purse.why}.`)];
	const verdicts: Verdict[] = [];
	if (amount) verdicts.push(checkAmount(purse, left, amount, question));
	if (planned) verdicts.push(checkPlanned(purse, left, planned, question));
	if (daysLeft) verdicts.push(checkDays(purse, left, daysLeft, question));
	if (verdicts.length > 0) return verdicts;
	return [
		compare(purse, left, undefined, left.amount > 0, {
			yes: `${written(purse, left)}.`,
			no: `${written(purse, left)}: nothing more can be paid.`,
		}),
	];
}

function checkAmount(purse: Purse, left: Money, amount: Money, question: GuardQuestion): Verdict {
	if (amount.currency !== left.currency) return otherCurrency(question, left, amount.currency);
	const least = writeMoney(amount);
	return compare(purse, left, amount, left.amount >= amount.amount, {
		yes: `${written(purse, left)}, at least the ${least} you want to keep.`,
		no: `${written(purse, left)}, less than the ${least} you want to keep.`,
	});
}

function checkPlanned(
	purse: Purse,
	left: Money,
	planned: PlannedCost,
	question: GuardQuestion,
): Verdict {
	const { messages, unknown: unpriced, total } = planned;
	const priced = messages - unpriced;
	if (!Number.isFinite(total) || (unpriced > 0 && priced <= 0)) {
		return unknown(question, `Nobody knows what these ${messages} messages cost.`, left);
	}
	if (planned.currency !== left.currency && total !== 0) {
		return otherCurrency(question, left, planned.currency);
	}
	// Unknown is not free: such a message is taken to cost what the others cost on average.
	const assumed = unpriced > 0 ? timesAmount(total / priced, unpriced) : 0;
	const needed = { amount: addAmounts([total, assumed]), currency: left.currency };
	const cost = `these ${messages} messages cost ${unpriced > 0 ? 'about ' : ''}${writeMoney(needed)}`;
	const guessed =
		unpriced > 0
			? ` The price of ${unpriced} of them is not known; they were taken at the average of the others.`
			: '';
	const verdict = compare(purse, left, needed, left.amount >= needed.amount, {
		yes: `${written(purse, left)}, and ${cost}.${guessed}`,
		no: `${written(purse, left)}, but ${cost}.${guessed}`,
	});
	return unpriced > 0 ? { ...verdict, certain: false } : verdict;
}

function checkDays(
	purse: Purse,
	left: Money,
	{ days, perDay }: NonNullable<GuardQuestion['daysLeft']>,
	question: GuardQuestion,
): Verdict {
	if (perDay === undefined || !Number.isFinite(perDay)) {
		return unknown(question, 'How much is spent a day is not known yet.', left);
	}
	if (perDay <= 0) {
		return compare(purse, left, undefined, left.amount > 0, {
			yes: `${written(purse, left)}, and nothing was spent in the last days.`,
			no: `${written(purse, left)}: nothing more can be paid.`,
		});
	}
	// Not by rounded days: half a millionth a day is something after a year.
	const needed = { amount: addAmounts([perDay * days]), currency: left.currency };
	const lasts = Math.max(0, Math.floor((left.amount / perDay) * 10) / 10);
	const pace = `${written(purse, left)}, enough for ${lasts} days at the current pace of ${writeMoney({ amount: perDay, currency: left.currency })} a day`;
	const verdict = compare(purse, left, needed, left.amount > 0 && left.amount >= needed.amount, {
		yes: `${pace}.`,
		no: `${pace}; you want ${days}.`,
	});
	return { ...verdict, daysLeft: lasts };
}

/** An amount the rate card estimated is no certainty in either direction. */
function compare(
	purse: Purse,
	left: Money,
	needed: Money | undefined,
	enough: boolean,
	say: { yes: string; no: string },
): Verdict {
	const whatToDo =
		purse.of === 'budget' ? 'Wait for the next month, or raise the budget in this step.' : BUY;
	return {
		enough,
		certain: !purse.estimated,
		message: enough ? say.yes : say.no,
		...(enough ? {} : { whatToDo }),
		left,
		...(needed ? { needed } : {}),
	};
}

function unknown({ whenUnknown = 'low' }: GuardQuestion, why: string, left?: Money): Verdict {
	const enough = whenUnknown === 'enough';
	return {
		enough,
		certain: false,
		message: `${why} That counts as ${enough ? 'enough, as you set it' : 'low unless you set it otherwise'}.`,
		...(left ? { left } : {}),
	};
}

const otherCurrency = (question: GuardQuestion, left: Money, currency: string): Verdict =>
	unknown(question, `${writeMoney(left)} cannot be compared with an amount in ${currency}.`, left);

const nameOf = ({ of }: Purse): string => (of === 'budget' ? 'The budget' : 'The balance');

const written = (purse: Purse, left: Money): string =>
	purse.of === 'budget'
		? `${writeMoney(left)} is left of this month’s budget`
		: `${purse.estimated ? 'About ' : ''}${writeMoney(left)} is left`;
