import { componentOf, templateKey, type MessageTemplate } from '../../core/templates/template';
import { api, sentenceOf } from './api';
import { accountDraft } from './account-draft';
import { button, el, icon } from './dom';
import { failure, notice } from './notice';
import { badgeOf, categoryName, statusBadge } from './template-status';
import { TemplateStock } from './template-stock';
import { languageName, t } from './words';

const TYPING_MS = 300;

export interface TemplateListOptions {
	/** Where the panel opens: the field it belongs to. */
	field: HTMLElement;
	accountId(): string;
	chosenKey(): string;
	onChoose(template: MessageTemplate): void;
	/** Templates of every status; otherwise the approved ones, and all where somebody ticks that. */
	everyStatus?: boolean;
}

/**
 * The searchable list under the template field: arrows, Enter and Escape. The first page is shown at once;
 * as soon as all templates are there, what is typed is looked up here.
 */
export class TemplateList {
	private readonly panel: HTMLElement;
	private readonly search: HTMLInputElement;
	private readonly list: HTMLElement;
	private readonly more: HTMLElement;
	private readonly all: HTMLInputElement;
	private templates: MessageTemplate[] = [];
	private after: string | undefined;
	private marked = -1;
	/** Answers that come late, after something else was asked, are thrown away. */
	private asked = 0;
	private timer: ReturnType<typeof setTimeout> | undefined;
	private readonly stock = new TemplateStock();

	constructor(private readonly options: TemplateListOptions) {
		this.search = el('input', {
			type: 'text',
			class: 'wae-list-search',
			placeholder: t('list.search'),
			role: 'combobox',
			'aria-expanded': 'true',
			'aria-controls': 'wae-template-list',
			'aria-label': t('list.search'),
			autocomplete: 'off',
		});
		this.list = el('ul', {
			id: 'wae-template-list',
			class: 'wae-list',
			role: 'listbox',
			'aria-label': t('list.label'),
		});
		this.more = el('div', { class: 'wae-list-more' });
		this.all = el('input', { type: 'checkbox' });
		this.panel = el(
			'div',
			{ class: 'wae-panel', hidden: true },
			el('div', { class: 'wae-list-head' }, icon('search'), this.search),
			el('div', { class: 'wae-list-body' }, this.list, this.more),
			options.everyStatus !== true &&
				el('label', { class: 'wae-list-foot' }, this.all, t('list.all')),
		);
		options.field.append(this.panel);
		this.search.addEventListener('input', () => this.searchSoon());
		this.search.addEventListener('keydown', (event) => this.onKey(event));
		this.all.addEventListener('change', () => void this.load());
		this.all.addEventListener('keydown', (event) => {
			if (event.key === 'Escape') this.onKey(event);
		});
	}

	get isOpen(): boolean {
		return !this.panel.hidden;
	}

	readonly toggle = (): void => (this.isOpen ? this.close() : this.open());

	open(): void {
		if (this.isOpen) return;
		this.panel.hidden = false;
		this.stock.forget();
		document.addEventListener('mousedown', this.onOutside, true);
		this.search.value = '';
		this.search.focus();
		void this.load();
		this.panel.scrollIntoView({ block: 'nearest' });
	}

	close(): void {
		this.panel.hidden = true;
		this.asked++;
		clearTimeout(this.timer);
		document.removeEventListener('mousedown', this.onOutside, true);
	}

	private readonly onOutside = ({ target }: MouseEvent): void => {
		if (target instanceof Node && !this.options.field.contains(target)) this.close();
	};

	private searchSoon(): void {
		clearTimeout(this.timer);
		if (this.stock.isRead) void this.load();
		else this.timer = setTimeout(() => void this.load(), TYPING_MS);
	}

	private async load(after?: string): Promise<void> {
		const account = accountDraft(this.options.accountId());
		const asked = ++this.asked;
		if (account === undefined) return this.say(notice('info', t('list.noAccount')));
		const all = this.options.everyStatus === true || this.all.checked;
		const search = this.search.value.trim();
		if (this.stock.isRead) {
			// The page before may have come from WhatsApp, with a cursor of its own.
			const from = after === undefined ? undefined : String(this.templates.length);
			const page = await this.stock.page(account, search, { approvedOnly: !all, after: from });
			if (asked === this.asked) this.show(page.templates, page.after, after !== undefined);
			return;
		}
		if (after === undefined) this.say(notice('busy', t('list.reading')));
		else this.more.replaceChildren(notice('busy', t('list.reading')));
		// Beside the first page; where it fails, that page says so, and WhatsApp searches.
		this.stock.fill(account).catch(() => undefined);
		try {
			const page = await api.listTemplates({
				account,
				...(search === '' ? {} : { search }),
				...(after === undefined ? {} : { after }),
				...(all ? { all: true } : {}),
			});
			if (asked === this.asked) this.show(page.templates, page.after, after !== undefined);
		} catch (error) {
			if (asked === this.asked) this.say(failure(sentenceOf(error), () => void this.load(after)));
		}
	}

	/** Puts a sentence in place of the list. */
	private say(sentence: HTMLElement): void {
		this.templates = [];
		this.marked = -1;
		this.list.replaceChildren();
		this.more.replaceChildren(sentence);
	}

	private show(found: MessageTemplate[], after: string | undefined, append: boolean): void {
		const first = append ? this.templates.length : 0;
		this.templates = append ? [...this.templates, ...found] : found;
		this.after = after;
		const options = found.map((template, index) => this.option(template, first + index));
		if (append) this.list.append(...options);
		else this.list.replaceChildren(...options);
		this.more.replaceChildren();
		if (this.templates.length === 0) {
			const searched = this.search.value.trim() !== '';
			this.more.append(notice('info', t(searched ? 'list.nothingFound' : 'list.nothing')));
		} else if (after !== undefined) {
			this.more.append(
				button(t('list.more'), 'angle-down', () => void this.load(this.after), 'wae-more-button'),
			);
		}
		const chosen = this.templates.findIndex((one) => templateKey(one) === this.options.chosenKey());
		this.mark(append ? first : Math.max(0, chosen));
	}

	private option(template: MessageTemplate, index: number): HTMLElement {
		const [firstLine = ''] = (componentOf(template, 'BODY')?.text ?? '').split('\n');
		const option = el(
			'li',
			{
				id: `wae-template-${index}`,
				role: 'option',
				'aria-selected': String(templateKey(template) === this.options.chosenKey()),
			},
			el(
				'div',
				{ class: 'wae-option-title' },
				el('span', { class: 'wae-option-name' }, template.name),
				this.stock ? badgeOf(template) : statusBadge(template),
			),
			el('div', { class: 'wae-option-body', dir: 'auto' }, firstLine),
			el(
				'div',
				{ class: 'wae-option-facts' },
				`${languageName(template.language)} · ${template.language} · ${categoryName(template.category)}`,
			),
		);
		option.addEventListener('mousemove', () => this.mark(index, false));
		option.addEventListener('click', () => this.choose(index));
		return option;
	}

	private mark(index: number, scroll = true): void {
		this.list.children[this.marked]?.classList.remove('wae-marked');
		this.marked = Math.min(Math.max(index, 0), this.templates.length - 1);
		const option = this.list.children[this.marked];
		this.search.setAttribute('aria-activedescendant', option?.id ?? '');
		option?.classList.add('wae-marked');
		if (scroll) option?.scrollIntoView({ block: 'nearest' });
	}

	private choose(index: number): void {
		const template = this.templates[index];
		if (template === undefined) return;
		this.close();
		this.options.onChoose(template);
	}

	private onKey(event: KeyboardEvent): void {
		// An Enter that only finishes a Japanese word is not a choice.
		if (event.isComposing) return;
		const last = this.templates.length - 1;
		const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 }[event.key];
		if (step !== undefined) {
			if (step > 0 && this.marked === last && this.after !== undefined) {
				if (this.more.querySelector('button')) void this.load(this.after);
			} else this.mark(this.marked + step);
		} else if (event.key === 'Enter') this.choose(this.marked);
		else if (event.key === 'Escape') {
			this.close();
			this.options.field.querySelector<HTMLElement>('[role="button"]')?.focus();
		} else return;
		event.preventDefault();
		event.stopPropagation();
	}
}
