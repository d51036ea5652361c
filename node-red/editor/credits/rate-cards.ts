import { RATE_CARDS } from '../../../core/credits/rate-card';
import { readRateCardCsv } from '../../../core/credits/read-rate-card-csv';
import { button, el } from '../dom';
import { notice } from '../notice';
import { c, moment } from './credit-words';

export interface LoadedCard {
	validFrom: string;
	source: string;
	text: string;
}

/** Meta's prices: those of the package, and files somebody loaded for another currency or a later day. */
export class RateCards {
	readonly element = el('div', {});

	private readonly lines = el('ul', { class: 'wae-evidence' });

	private readonly problem = el('div', { 'aria-live': 'polite' });

	constructor(private cards: LoadedCard[]) {
		const file = el('input', {
			type: 'file',
			accept: '.csv,text/csv',
			id: 'wae-card-file',
			hidden: true,
		});
		const day = el('input', { type: 'date', id: 'wae-card-day', 'aria-label': c('cards.day') });
		day.value = new Date().toISOString().slice(0, 10);
		file.addEventListener('change', () => void this.load(file, day.value));
		this.element.append(
			el('p', { class: 'wae-hint' }, c('cards.hint')),
			this.lines,
			el(
				'div',
				{ class: 'wae-commands-plain' },
				el('label', { class: 'wae-inline-label' }, c('cards.day'), ' ', day),
				button(c('cards.load'), 'upload', () => file.click()),
				file,
			),
			this.problem,
		);
		this.draw();
	}

	values(): LoadedCard[] {
		return this.cards;
	}

	private async load(file: HTMLInputElement, validFrom: string): Promise<void> {
		const chosen = file.files?.[0];
		if (!chosen) return;
		const text = await chosen.text();
		const read = readRateCardCsv(text, { validFrom, source: chosen.name });
		file.value = '';
		if (!read.ok) {
			this.problem.replaceChildren(notice('failed', `${read.message}. ${read.whatToDo}`));
			return;
		}
		this.problem.replaceChildren();
		this.cards = [...this.cards, { validFrom, source: chosen.name, text }];
		this.draw();
	}

	private draw(): void {
		const shipped = RATE_CARDS.map(({ currency, validFrom }) =>
			el('li', {}, c('cards.shipped', { currency, from: moment(validFrom, false) })),
		);
		const loaded = this.cards.map((card) => {
			const remove = button('', 'trash', () => this.remove(card), 'red-ui-button-small');
			remove.setAttribute('aria-label', c('cards.remove'));
			const { source, validFrom } = card;
			return el(
				'li',
				{},
				c('cards.loaded', { source, from: moment(validFrom, false) }),
				' ',
				remove,
			);
		});
		this.lines.replaceChildren(...shipped, ...loaded);
	}

	private remove(card: LoadedCard): void {
		this.cards = this.cards.filter((one) => one !== card);
		this.draw();
	}
}
