import { text } from '../../notifications/report/draw';
import { tenthsOfCredits } from '../money';
import type { CreditsPageFacts } from './facts';
import type { Formats } from './format';
import { whyNot } from './health-picture';
import { moneyRefusedAt, moneyRefusedLine } from './money-refused';
import type { SpendFigures } from './spend-figures';
import { fill } from './words';

/** One of the big numbers. `more` is HTML. */
interface BigNumber {
	value: string;
	label: string;
	more?: string[];
	kind?: 'good' | 'bad' | 'stop';
}

/** What is left, for how long, what it cost, and whether messages leave: before everything else. */
export function drawBigNumbers(
	facts: CreditsPageFacts,
	figures: SpendFigures | undefined,
	formats: Formats,
): string {
	const tiles = [
		left(facts, formats),
		daysLeft(facts, figures, formats),
		spent(figures, formats),
		canSend(facts, formats),
	];
	return `<div class="wan-tiles wac-tiles">${tiles.map(drawTile).join('')}</div>`;
}

const drawTile = ({ value, label, more = [], kind }: BigNumber): string =>
	`<div class="wan-tile${kind ? ` wan-${kind}` : ''}"><span>${text(label)}</span><b>${text(value)}</b>` +
	`${more.map((line) => `<small>${line}</small>`).join('')}</div>`;

/** Credits where one knows what a credit is, and money; else what is known instead. */
function left(facts: CreditsPageFacts, formats: Formats): BigNumber {
	const { balance, creditPrice, guard } = facts;
	const { words, money, about, sentence } = formats;
	if (!balance) return { value: words.unknown, label: words.balance };
	const { kind, amount, currency = '', estimated, message, paymentMethod } = balance;
	const refused = moneyRefusedLine(facts, formats);
	const label = words.balanceOf[kind] ?? words.balance;
	const isBad = guard?.enough === false || paymentMethod === 'none' || refused;
	const bad = isBad ? { kind: 'bad' as const } : {};
	const link = buyLink(facts, formats);
	const notes = [
		...(estimated ? [text(words.estimated)] : []),
		...(refused ? [refused] : []),
		...(link ? [link] : []),
	];
	if (kind === 'spendOnly') {
		const method = paymentMethod ? [text(words.paymentMethod[paymentMethod])] : [];
		// Some of these accounts are prepaid, and Meta does not tell: a refusal for money is all one sees of it.
		const afterwards = refused ? [] : [text(words.nothingRunsOut)];
		const more = [...afterwards, ...method, ...notes];
		return { value: refused ? words.unknown : words.paidAfterwards, label, more, ...bad };
	}
	if (kind === 'unavailable' || amount === undefined || !Number.isFinite(amount))
		return { value: words.unknown, label, more: [sentence(message), ...notes], ...bad };
	const inMoney = money(amount, currency);
	if (!creditPrice || creditPrice.currency !== currency || !(creditPrice.amount > 0))
		return { value: inMoney, label, more: notes, ...bad };
	const inCredits = fill(words.credits, { n: about(tenthsOfCredits(amount / creditPrice.amount)) });
	return kind === 'prepaid'
		? { value: inCredits, label, more: [text(inMoney), ...notes], ...bad }
		: { value: inMoney, label, more: [text(inCredits), ...notes], ...bad };
}

/** A page beside this one, or one of the web: nothing that runs. */
function buyLink({ buyUrl, balance }: CreditsPageFacts, { words }: Formats): string {
	const base = 'https://localhost/';
	if (!buyUrl || !balance || !URL.canParse(buyUrl, base)) return '';
	if (!/^https?:$/.test(new URL(buyUrl, base).protocol)) return '';
	const { prepaid, meta, others } = words.buy;
	const word = { prepaid, meta }[balance.source as string] ?? others;
	return `<a href="${text(buyUrl)}">${text(word)}</a>`;
}

function daysLeft(
	facts: CreditsPageFacts,
	figures: SpendFigures | undefined,
	{ words, money, about }: Formats,
): BigNumber {
	const { balance, guard } = facts;
	const label = words.daysLeft;
	const perDay = figures?.perDay;
	const pace =
		perDay === undefined
			? words.paceUnknown
			: perDay === 0
				? words.paceNone
				: fill(words.pace, { amount: money(perDay, figures?.currency ?? '') });
	const more = [text(pace)];
	if (balance?.kind === 'spendOnly')
		return { value: moneyRefusedAt(facts) ? words.unknown : words.noLimit, label, more };
	const known = balance?.amount !== undefined && balance.currency === figures?.currency;
	const days =
		guard?.daysLeft ?? (known && perDay ? Math.max(0, (balance?.amount ?? 0) / perDay) : undefined);
	if (days === undefined || !Number.isFinite(days))
		return { value: known && perDay === 0 ? words.noSpending : words.unknown, label, more };
	// Rounded down: a day too few is a surprise nobody minds.
	const shown = days >= 10 ? Math.floor(days) : Math.floor(days * 10) / 10;
	return { value: about(shown), label, more, ...(days < 7 ? { kind: 'bad' } : {}) };
}

function spent(
	figures: SpendFigures | undefined,
	{ words, money, count, day }: Formats,
): BigNumber {
	const month = figures?.month;
	if (!figures || !month) return { value: words.unknown, label: words.spentThisMonth };
	const { amount, messages, unpriced, since } = month;
	return {
		value: money(amount, figures.currency),
		label: since ? fill(words.spentSince, { day: day(since) }) : words.spentThisMonth,
		more: [
			text(fill(words.messages, { n: count(messages) })),
			...(figures.estimated && amount !== undefined ? [text(words.estimated)] : []),
			...(unpriced > 0 && amount !== undefined
				? [text(fill(words.unpriced, { n: count(unpriced) }))]
				: []),
		],
	};
}

/** A sign beside the word, because colours alone tell nothing to many. */
const SIGNS = { yes: '✓', limited: '!', no: '✕', unknown: '?' } as const;
const KINDS = { yes: 'good', limited: 'bad', no: 'stop', unknown: undefined } as const;

function canSend(facts: CreditsPageFacts, formats: Formats): BigNumber {
	const { health } = facts;
	const { words } = formats;
	const refused = moneyRefusedLine(facts, formats);
	const told = health?.canSend ?? 'unknown';
	// Health says nothing of money: messages are accepted, and then fail.
	const can = told === 'yes' && refused ? 'limited' : told;
	const why = health && (told === 'yes' ? refused : whyNot(health, formats));
	const kind = KINDS[can];
	return {
		value: `${SIGNS[can]} ${words.canSendIs[can]}`,
		label: words.canSend,
		more: health ? (why ? [why] : []) : [text(words.healthNotRead)],
		...(kind ? { kind } : {}),
	};
}
