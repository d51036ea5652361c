import type { TemplateDefinition } from '../../../core/templates/definition';
import { templateKey } from '../../../core/templates/template';
import { button, el, icon } from '../dom';
import { notice } from '../notice';
import { languageName } from '../words';
import { m } from './manage-words';

/** Definitions to tick, with a search: the ready-made ones, the drafts. A click on one shows it. */
export class DefinitionList {
	readonly element: HTMLElement;

	private readonly chosen: Set<string>;

	private readonly search = el('input', {
		type: 'text',
		class: 'wae-list-search',
		placeholder: m('list.search'),
		'aria-label': m('list.search'),
		autocomplete: 'off',
	});

	private readonly list = el('div', { class: 'wae-tick-list', role: 'group' });

	private readonly count = el('span', { class: 'wae-tick-count' });

	private all: TemplateDefinition[] = [];

	/** What is looked at in the preview. */
	shown: TemplateDefinition | undefined;

	constructor(
		chosen: readonly string[],
		private readonly onShow: () => void,
	) {
		this.chosen = new Set(chosen);
		this.search.addEventListener('input', () => this.draw());
		this.element = el(
			'div',
			{ class: 'wae-ticks' },
			el('div', { class: 'wae-list-head' }, icon('search'), this.search),
			this.list,
			el(
				'div',
				{ class: 'wae-tick-foot' },
				this.count,
				button(m('list.all'), undefined, () => this.tick(true), 'red-ui-button-small'),
				button(m('list.none'), undefined, () => this.tick(false), 'red-ui-button-small'),
			),
		);
	}

	/** Keys that are ticked, also of those that could not be read just now. */
	values(): string[] {
		return [...this.chosen];
	}

	say(sentence: HTMLElement): void {
		this.list.replaceChildren(sentence);
	}

	fill(definitions: TemplateDefinition[]): void {
		this.all = definitions;
		this.shown ??= definitions.find((one) => this.chosen.has(templateKey(one))) ?? definitions[0];
		this.draw();
		this.onShow();
	}

	private found(): TemplateDefinition[] {
		const words = this.search.value.toLowerCase().split(/\s+/).filter(Boolean);
		return this.all.filter((one) => {
			const text =
				`${one.name} ${one.language} ${languageName(one.language)} ${one.body ?? ''}`.toLowerCase();
			return words.every((word) => text.includes(word));
		});
	}

	private tick(on: boolean): void {
		for (const one of this.found()) {
			if (on) this.chosen.add(templateKey(one));
			else this.chosen.delete(templateKey(one));
		}
		this.draw();
	}

	private draw(): void {
		const found = this.found();
		this.count.textContent = m('list.chosen', { count: this.chosen.size });
		if (found.length === 0 && this.all.length > 0) {
			return this.say(notice('info', m('list.nothingFound')));
		}
		this.list.replaceChildren(...found.map((one) => this.entry(one)));
	}

	private entry(definition: TemplateDefinition): HTMLElement {
		const key = templateKey(definition);
		const box = el('input', { type: 'checkbox', value: key });
		box.checked = this.chosen.has(key);
		box.addEventListener('change', () => {
			if (box.checked) this.chosen.add(key);
			else this.chosen.delete(key);
			this.count.textContent = m('list.chosen', { count: this.chosen.size });
		});
		const isShown = this.shown !== undefined && templateKey(this.shown) === key;
		const [line = ''] = (definition.body ?? '').split('\n');
		const entry = el(
			'label',
			{ class: `wae-tick${isShown ? ' wae-shown' : ''}` },
			box,
			el(
				'span',
				{ class: 'wae-tick-text' },
				el(
					'span',
					{ class: 'wae-tick-title' },
					el('span', { class: 'wae-option-name' }, definition.name),
					el('span', { class: 'wae-badge' }, languageName(definition.language)),
				),
				el('span', { class: 'wae-option-body', dir: 'auto' }, line),
			),
		);
		const show = (): void => {
			if (this.shown === definition) return;
			this.shown = definition;
			for (const other of this.list.children) other.classList.toggle('wae-shown', other === entry);
			this.onShow();
		};
		entry.addEventListener('mouseenter', show);
		box.addEventListener('focus', show);
		return entry;
	}
}
