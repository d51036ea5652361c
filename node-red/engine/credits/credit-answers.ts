import {
	creditsForMessages,
	estimateCost,
	messagesForCredits,
	RATE_CARDS,
	type CreditPrice,
	type CreditSettings,
	type Estimate,
	type Money,
	type RateCard,
	type SpendReport,
} from '../../../core/credits';
import type { Balance } from '../../../core/credits/balance/balance';
import type { GuardAnswer } from '../../../core/credits/balance/guard';
import { guardAnswer as answerOfGuard, type GuardWish } from '../../../core/credits/desk';
import { creditsPage } from '../../../core/credits/page';
import { readRateCardCsv } from '../../../core/credits/read-rate-card-csv';
import { time } from '../../../core/notifications/report/draw';
import { NodeFailure } from '../node-failure';
import type { CreditDesk } from './credit-desk';
import { typedNumber, type CreditFields } from './credit-fields';
import type { PlannedMessages } from './planned-messages';

const DEFAULT_DAYS = 30;

const LEAST_DAYS = 7;

export interface SpendAnswer extends SpendReport {
	/** ISO 8601. */
	from: string;
	until: string;
	/** What differs from what was asked for. */
	notes: string[];
}

/** The cards of the package and those somebody loaded, which win where both begin on the same day. */
export function cardsOf({ cards = [] }: CreditFields): readonly RateCard[] {
	const loaded = cards.map(({ text, validFrom, source }) => {
		const read = readRateCardCsv(text, { validFrom, source });
		if (read.ok) return read.card;
		throw new NodeFailure(`${read.message}. ${read.whatToDo}`, 'rate_card_invalid');
	});
	return [...RATE_CARDS, ...loaded];
}

/** With its time as the page of credits writes it, because flows show both to people; in English, like the sentence. */
export async function balanceAnswer(desk: CreditDesk): Promise<Balance & { asOfText: string }> {
	const balance = await desk.balance();
	const timeZone = await desk.billing().then(
		(billing) => billing.timeZone,
		() => undefined,
	);
	return { ...balance, asOfText: time(balance.asOf, 'en', timeZone) };
}

export async function spendAnswer(desk: CreditDesk, fields: CreditFields): Promise<SpendAnswer> {
	const { by = 'country', days } = fields;
	const spend = await desk.spendOfDays(typedNumber(days) ?? DEFAULT_DAYS);
	return {
		...desk.report(spend, by),
		...{ from: isoOf(spend.from), until: isoOf(spend.until), notes: spend.notes },
	};
}

const isoOf = (moment: number) => new Date(moment).toISOString();

/** In the currency of the account, by the card that holds there now. */
export async function estimateAnswer(
	desk: CreditDesk,
	fields: CreditFields,
	{ messages, leftOut }: PlannedMessages,
): Promise<Estimate & { leftOut: number }> {
	const billing = await desk.billing();
	const creditPrice = creditPriceOf(fields);
	const estimate = estimateCost(messages, {
		...{ cards: cardsOf(fields), at: Date.now(), timeZone: billing.timeZone },
		...{ currency: billing.currency ?? currencyOf(fields), creditPrice },
	});
	return { ...estimate, leftOut };
}

const currencyOf = ({ currency }: CreditFields) => currency?.trim().toUpperCase();

/** What one credit costs; undefined where price or currency is not filled in. */
function creditPriceOf(fields: CreditFields): Money | undefined {
	const [amount, currency] = [typedNumber(fields.creditPrice), currencyOf(fields)];
	return amount && currency ? { amount, currency } : undefined;
}

/** Needs no account: credits for so many messages, or messages for so many credits. */
export function priceAnswer(
	fields: CreditFields,
	count: unknown,
	mix?: CreditSettings['mix'],
): CreditPrice {
	const number = typedNumber(count);
	if (number === undefined || number <= 0) {
		throw new NodeFailure(
			`“${String(count ?? '')}” is no number of ${fields.direction ?? 'messages'}. Send a number above 0.`,
			'input_invalid',
		);
	}
	const settings: CreditSettings = {
		creditPrice: typedNumber(fields.creditPrice),
		averagePrice: typedNumber(fields.averagePrice),
		currency: currencyOf(fields) || undefined,
		taxPercent: typedNumber(fields.taxPercent),
		fee: typedNumber(fields.fee),
		...(mix ? { mix, cards: cardsOf(fields), at: Date.now() } : {}),
	};
	return fields.direction === 'credits'
		? messagesForCredits(number, settings)
		: creditsForMessages(number, settings);
}

/** Whether there is enough; what is planned is given only where the guard is about it, and `trying` by a run that sends. */
export async function guardAnswer(
	desk: CreditDesk,
	fields: CreditFields,
	{ planned, trying }: Pick<GuardWish, 'planned' | 'trying'> = {},
): Promise<GuardAnswer> {
	const { guardBy = 'amount', whenUnknown = 'low' } = fields;
	const asks = planned ? 'planned' : guardBy;
	return await answerOfGuard(desk, {
		...{ whenUnknown, trying, budget: typedNumber(fields.budget) },
		...(planned ? { planned } : {}),
		...(asks === 'amount' ? { amount: typedNumber(fields.amount) ?? 0 } : {}),
		...(asks === 'days' ? { days: typedNumber(fields.lastDays) ?? LEAST_DAYS } : {}),
	});
}

/**
 * One HTML document with pictures: what was spent, what is left, how the account is.
 *
 * @param buyUrl left out where a link would lead out of a frame
 */
export async function pageAnswer(
	desk: CreditDesk,
	fields: CreditFields,
	language: 'en' | 'ja',
	buyUrl?: string,
): Promise<string> {
	const [spend, balance, health, answer] = await Promise.all([
		// A page with a gap says so; no page says nothing.
		desk.spendOfDays(typedNumber(fields.days) ?? DEFAULT_DAYS).catch(() => undefined),
		desk.balance(),
		desk.health(),
		guardAnswer(desk, { ...fields, guardBy: 'days' }).catch(() => undefined),
	]);
	return creditsPage({
		title: fields.title?.trim() || 'WhatsApp',
		...{ language, balance, health, cards: cardsOf(fields), asOf: new Date().toISOString() },
		...(spend ? { spend } : {}),
		...{ buyUrl, ...(answer ? { guard: answer } : {}) },
		...(balance.kind === 'prepaid' ? { purchases: desk.purchases } : {}),
		creditPrice: creditPriceOf(fields),
	});
}
