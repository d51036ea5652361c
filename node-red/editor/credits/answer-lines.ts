import type { AccountHealth } from '../../../core/account/health';
import type { Balance } from '../../../core/credits/balance/balance';
import type { GuardAnswer } from '../../../core/credits/balance/guard';
import type { CreditPrice, SpendReport } from '../../../core/credits';
import { writeMoney } from '../../../core/credits/money';
import { el } from '../dom';
import { notice, type Tone } from '../notice';
import { c, count, moment, said } from './credit-words';

const money = (amount: number, currency: string): string =>
	writeMoney({ amount, currency }, RED.i18n.lang());

const figure = (text: string, label: string): HTMLElement =>
	el('div', { class: 'wae-figure' }, el('strong', {}, text), el('span', {}, label));

const small = (...texts: string[]): HTMLElement[] =>
	texts.filter(Boolean).map((text) => el('p', { class: 'wae-hint' }, text));

const list = (texts: readonly string[]): HTMLElement[] =>
	texts.length === 0
		? []
		: [el('ul', { class: 'wae-evidence' }, ...texts.map((text) => el('li', {}, said(text))))];

/** A balance in the dialog: the money large, what was looked at small. What was `told` above is not said again. */
export function balanceLines(balance: Balance, told = ''): HTMLElement[] {
	const { amount, currency, kind, message, whatToDo, evidence, asOf, paymentMethod } = balance;
	const known = amount !== undefined && currency !== undefined;
	const tone: Tone = known
		? amount > 0
			? 'ok'
			: 'failed'
		: kind === 'unavailable' || paymentMethod === 'none'
			? 'failed'
			: 'info';
	return [
		...(known ? [figure(money(amount, currency), c(`kind.${kind}`))] : []),
		...(told.includes(message) ? [] : [notice(tone, said(message))]),
		...(whatToDo && !told.includes(whatToDo) ? small(said(whatToDo)) : []),
		...list(evidence.filter((text) => text !== message)),
		...small(c('look.asOf', { at: moment(asOf) })),
	];
}

export function guardLines(answer: GuardAnswer): HTMLElement[] {
	const { enough, certain, message, whatToDo } = answer;
	return [
		notice(enough ? (certain ? 'ok' : 'info') : 'failed', said(message)),
		...small(said(whatToDo ?? '')),
		...balanceLines(answer.balance, `${message} ${whatToDo ?? ''}`),
	];
}

const CAN_SEND: Record<AccountHealth['canSend'], Tone> = {
	...{ yes: 'ok', limited: 'info', no: 'failed', unknown: 'skipped' },
};

export function healthLines({ canSend, sentences, problems, asOf }: AccountHealth): HTMLElement[] {
	const [first = '', ...more] = sentences;
	return [
		// A yes beside problems is none to be glad of: WhatsApp's health knows nothing of money.
		notice(CAN_SEND[canSend === 'yes' && problems.length > 0 ? 'limited' : canSend], said(first)),
		...list(more),
		...small(...problems.map(({ whatToDo }) => said(whatToDo))),
		...small(c('look.asOf', { at: moment(asOf) })),
	];
}

/** How many rows fit beside the form; the node itself hands out all of them. */
const MOST_ROWS = 12;

export function spendLines(report: SpendReport & { notes: string[] }): HTMLElement[] {
	const { rows, currency, total, estimatedTotal, messages, costHidden, notes } = report;
	const amount = total ?? estimatedTotal;
	const costOf = (cost: number | undefined) => (cost === undefined ? '?' : money(cost, currency));
	const shown = report.by === 'day' ? rows.slice(-MOST_ROWS) : rows.slice(0, MOST_ROWS);
	return [
		figure(costOf(amount), c('look.spent', { messages: count(messages) })),
		...(costHidden ? [notice('info', c('look.costHidden'))] : []),
		...(rows.length === 0
			? small(c('look.nothing'))
			: [
					el(
						'table',
						{ class: 'wae-table' },
						el(
							'thead',
							{},
							el(
								'tr',
								{},
								el('th', {}, c(`by.${report.by}`)),
								el('th', { class: 'wae-right' }, c('look.messages')),
								el('th', { class: 'wae-right' }, c('look.cost')),
							),
						),
						el(
							'tbody',
							{},
							...shown.map(({ key, messages: number, cost, estimatedCost }) =>
								el(
									'tr',
									{},
									el('td', {}, key === 'unknown' ? c('look.unknown') : key),
									el('td', { class: 'wae-right' }, count(number)),
									el('td', { class: 'wae-right' }, costOf(cost ?? estimatedCost)),
								),
							),
						),
					),
				]),
		...(rows.length > MOST_ROWS
			? small(c('look.more', { shown: MOST_ROWS, all: rows.length }))
			: []),
		...small(...notes.map(said)),
	];
}

export function priceLines(price: CreditPrice): HTMLElement[] {
	const { credits, messages, net, tax, fee, total, currency, differs } = price;
	const line = (label: string, amount: number): HTMLElement =>
		el('tr', {}, el('td', {}, label), el('td', { class: 'wae-right' }, money(amount, currency)));
	return [
		figure(
			c('price.credits', { credits: count(credits) }),
			c('price.messages', { messages: count(messages) }),
		),
		el(
			'table',
			{ class: 'wae-table' },
			el(
				'tbody',
				{},
				line(c('price.net'), net),
				...(fee > 0 ? [line(c('price.fee'), fee)] : []),
				...(tax > 0 ? [line(c('price.tax'), tax)] : []),
			),
			el(
				'tfoot',
				{},
				el(
					'tr',
					{},
					el('th', {}, c('price.total')),
					el('th', { class: 'wae-right' }, money(total, currency)),
				),
			),
		),
		...(differs ? [notice('info', differs)] : []),
	];
}
