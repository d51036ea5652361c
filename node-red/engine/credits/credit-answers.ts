import {
	creditsForMessages,
	estimateCost,
	messagesForCredits,
	RATE_CARDS,
	type CreditPrice,
	type CreditSettings,
	type Estimate,
	type RateCard,
	type SpendReport,
} from '../../../core/credits';
import { guard, type GuardAnswer } from '../../../core/credits/balance/guard';
import { creditsPage } from '../../../core/credits/page';
import { readRateCardCsv } from '../../../core/credits/read-rate-card-csv';
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

export async function spendAnswer(desk: CreditDesk, fields: CreditFields): Promise<SpendAnswer> {
	const { by = 'country', days } = fields;
	const spend = await desk.spend(typedNumber(days) ?? DEFAULT_DAYS);
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
	const creditPrice = typedNumber(fields.creditPrice);
	const currency = fields.currency?.trim().toUpperCase();
	const estimate = estimateCost(messages, {
		...{ cards: cardsOf(fields), at: Date.now(), timeZone: billing.timeZone },
		currency: billing.currency ?? currency,
		...(creditPrice && currency ? { creditPrice: { amount: creditPrice, currency } } : {}),
	});
	return { ...estimate, leftOut };
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
		currency: fields.currency?.trim().toUpperCase() || undefined,
		taxPercent: typedNumber(fields.taxPercent),
		fee: typedNumber(fields.fee),
		...(mix ? { mix, cards: cardsOf(fields), at: Date.now() } : {}),
	};
	return fields.direction === 'credits'
		? messagesForCredits(number, settings)
		: creditsForMessages(number, settings);
}

/** Whether there is enough; what is planned is given only where the guard is about it. */
export async function guardAnswer(
	desk: CreditDesk,
	fields: CreditFields,
	planned?: Estimate,
): Promise<GuardAnswer> {
	const [balance, billing] = await Promise.all([desk.balance(), desk.billing()]);
	const currency = balance.currency ?? billing.currency ?? 'USD';
	const budget = typedNumber(fields.budget);
	const month = budget === undefined ? undefined : await desk.spentThisMonth();
	const { guardBy = 'amount', whenUnknown = 'low' } = fields;
	return guard({
		...{ balance, whenUnknown, now: Date.now() },
		...(planned ? { planned } : {}),
		...(!planned && guardBy === 'amount'
			? { amount: { amount: typedNumber(fields.amount) ?? 0, currency } }
			: {}),
		...(!planned && guardBy === 'days'
			? {
					daysLeft: {
						days: typedNumber(fields.lastDays) ?? LEAST_DAYS,
						perDay: await desk.perDay(),
					},
				}
			: {}),
		...(budget === undefined
			? {}
			: { budget: { amount: budget, currency }, spentThisMonth: month?.amount }),
	});
}

/** One HTML document with pictures: what was spent, what is left, how the account is. */
export async function pageAnswer(
	desk: CreditDesk,
	fields: CreditFields,
	language: 'en' | 'ja',
): Promise<string> {
	const [spend, balance, health, answer, purchases] = await Promise.all([
		// A page with a gap says so; no page says nothing.
		desk.spend(typedNumber(fields.days) ?? DEFAULT_DAYS).catch(() => undefined),
		desk.balance(),
		desk.health(),
		guardAnswer(desk, { ...fields, guardBy: 'days' }).catch(() => undefined),
		desk.purchases(),
	]);
	const creditPrice = typedNumber(fields.creditPrice);
	const currency = fields.currency?.trim().toUpperCase();
	return creditsPage({
		title: fields.title?.trim() || 'WhatsApp',
		...{ language, balance, health, cards: cardsOf(fields), asOf: new Date().toISOString() },
		...(spend ? { spend } : {}),
		...(answer ? { guard: answer } : {}),
		...(balance.kind === 'prepaid' ? { purchases } : {}),
		...(creditPrice && currency ? { creditPrice: { amount: creditPrice, currency } } : {}),
	});
}
