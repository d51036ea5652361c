import type { Purchase } from '../../../core/credits/purchases/purchase';
import { writeMoney } from '../../../core/credits/money';
import { api, Refusal, sentenceOf } from '../api';
import { button, el, icon } from '../dom';
import { notice } from '../notice';
import { c, count, moment } from './credit-words';

const NUMBERS = new Set(['credits', 'amount']);

/** Credits that were bought: told by Stripe, or typed here. */
export class PurchasesTable {
	readonly element: HTMLElement;

	private readonly rows = el('div', {});

	private readonly form = el('div', { class: 'wae-purchase-form', hidden: true });

	private readonly problem = el('div', { 'aria-live': 'polite' });

	private reading = '';

	constructor(private readonly account: () => string) {
		const add = button(c('purchases.add'), 'plus', () => this.openForm());
		add.id = 'wae-purchase-add';
		this.element = el(
			'div',
			{},
			el('h3', { class: 'wae-heading' }, c('heading.purchases')),
			this.rows,
			this.problem,
			el('div', { class: 'wae-commands-plain' }, add),
			this.form,
		);
	}

	/** Reads the purchases of the account that is chosen. */
	async read(): Promise<void> {
		const id = this.account();
		if (id === this.reading) return;
		this.reading = id;
		await this.change(async () => await api.purchases(id));
	}

	private async change(task: () => Promise<{ purchases: Purchase[] }>): Promise<boolean> {
		try {
			const { purchases } = await task();
			this.problem.replaceChildren();
			this.draw(purchases);
			return true;
		} catch (error) {
			const isMissing = error instanceof Refusal && error.status === 404;
			const sentence = isMissing ? c('purchases.deployFirst') : sentenceOf(error);
			this.problem.replaceChildren(notice(isMissing ? 'info' : 'failed', sentence));
			return false;
		}
	}

	private draw(purchases: Purchase[]): void {
		if (purchases.length === 0) {
			this.rows.replaceChildren(el('p', { class: 'wae-hint' }, c('purchases.none')));
			return;
		}
		const head = ['date', 'credits', 'amount', 'by', 'note'].map((name) =>
			el('th', { class: NUMBERS.has(name) ? 'wae-right' : 'wae-whole' }, c(`purchases.${name}`)),
		);
		this.rows.replaceChildren(
			el(
				'table',
				{ class: 'wae-table', id: 'wae-purchases-table' },
				el('thead', {}, el('tr', {}, ...head, el('th', {}))),
				el('tbody', {}, ...purchases.map((purchase) => this.line(purchase))),
			),
		);
	}

	private line(purchase: Purchase): HTMLElement {
		const { credits, amount, currency, paidAt, by, note = '' } = purchase;
		const remove = button('', 'trash', () => this.ask(purchase, line), 'red-ui-button-small');
		remove.title = c('purchases.remove');
		remove.setAttribute('aria-label', c('purchases.remove'));
		const line = el(
			'tr',
			{},
			el('td', { class: 'wae-whole' }, moment(paidAt, false)),
			el('td', { class: 'wae-right' }, count(credits)),
			el('td', { class: 'wae-right' }, writeMoney({ amount, currency }, RED.i18n.lang())),
			el('td', { class: 'wae-whole' }, c(`purchases.${by}`)),
			el('td', { class: 'wae-note' }, note),
			el('td', {}, remove),
		);
		return line;
	}

	/** The balance would be another afterwards: nothing is removed by one click. */
	private ask({ paymentId, credits }: Purchase, line: HTMLElement): void {
		const end = (): void => question.remove();
		const yes = button(c('purchases.removeReally'), 'trash', () => {
			end();
			const id = this.account();
			void this.change(async () => await api.removePurchase(id, paymentId));
		});
		yes.id = 'wae-purchase-remove-really';
		const question = el(
			'tr',
			{ class: 'wae-ask-row' },
			el(
				'td',
				{ colspan: '6' },
				el('strong', {}, icon('question-circle'), ' '),
				c('purchases.ask', { credits: count(credits) }),
				' ',
				yes,
				' ',
				button(c('purchases.cancel'), undefined, end),
			),
		);
		line.after(question);
		yes.focus();
	}

	private openForm(): void {
		const input = (name: string, type: string, value = ''): HTMLInputElement => {
			const field = el('input', { type, id: `wae-purchase-${name}`, min: '0', step: 'any' });
			field.value = value;
			return field;
		};
		const today = new Date().toISOString().slice(0, 10);
		const fields = {
			credits: input('credits', 'number'),
			amount: input('amount', 'number'),
			currency: input('currency', 'text', 'USD'),
			paidAt: input('paidAt', 'date', today),
			note: input('note', 'text'),
		};
		const labels = { paidAt: 'date' } as Record<string, string>;
		const close = (): void => {
			this.form.hidden = true;
		};
		const save = async (): Promise<void> => {
			const typed = Object.fromEntries(
				Object.entries(fields).map(([name, field]) => [name, field.value.trim()]),
			);
			const id = this.account();
			if (await this.change(async () => await api.addPurchase(id, typed))) close();
		};
		const add = button(c('purchases.save'), 'check', () => void save(), 'wae-primary');
		add.id = 'wae-purchase-save';
		this.form.replaceChildren(
			...Object.entries(fields).map(([name, field]) =>
				el(
					'label',
					{ class: `wae-purchase-${name}` },
					el('span', {}, c(`purchases.${labels[name] ?? name}`)),
					field,
				),
			),
			el('div', {}, add, ' ', button(c('purchases.cancel'), undefined, close)),
		);
		this.form.hidden = false;
		fields.credits.focus();
	}
}
