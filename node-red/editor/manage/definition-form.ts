import type { Audience } from '../../../core/events/automations';
import type {
	DefinitionHeader,
	TemplateCategory,
	TemplateDefinition,
} from '../../../core/templates/definition';
import { TEMPLATE_LANGUAGES } from '../../../core/templates/languages';
import { el, row } from '../dom';
import { isJapanese, languageName, t } from '../words';
import { BodyField } from './body-field';
import { ButtonRows } from './button-rows';
import { counter, setValue } from './counter';
import type { Draft } from './definition-text';
import { HeaderField } from './header-field';
import { m } from './manage-words';
import { SampleRows } from './sample-rows';

const AUDIENCES: Audience[] = ['attendee', 'buyer', 'speaker', 'sponsor'];

/** An authentication template has no text of its own, and a button this form does not know: JSON only. */
const CATEGORIES: TemplateCategory[] = ['UTILITY', 'MARKETING'];

/** A template as one writes it: its parts in the order in which one fills them. */
export class DefinitionForm {
	readonly element = el('div', { class: 'wae-definition-form' });

	private readonly audience = select('audience', [
		...AUDIENCES.map((id): [string, string] => [id, t(`audience.${id}`)]),
		['', m('form.audienceElse')],
	]);
	private readonly name = el('input', {
		type: 'text',
		id: 'wae-form-name',
		placeholder: 'doors_open_tomorrow',
		'data-place': 'name',
	});
	private readonly language = select('language', languages());
	private readonly category = select(
		'category',
		CATEGORIES.map((id) => [id, t(`category.${id.toLowerCase()}`)]),
	);
	private readonly categoryHint = el('p', { class: 'wae-hint' });
	private readonly header: HeaderField;
	private readonly body: BodyField;
	private readonly footer = el('input', {
		type: 'text',
		id: 'wae-form-footer',
		placeholder: m('form.footerPlaceholder'),
		'data-place': 'footer',
	});
	private readonly buttons: ButtonRows;
	private readonly samples: SampleRows;
	private readonly kept = el('p', { class: 'wae-hint', hidden: true });
	private rest: Pick<TemplateDefinition, 'messageSendTtlSeconds' | 'parameterFormat' | 'other'> =
		{};
	private filling = false;

	constructor(
		draft: Draft,
		private readonly onChange: () => void,
	) {
		const changed = (): void => this.changed();
		this.header = new HeaderField(changed);
		this.body = new BodyField(changed);
		this.buttons = new ButtonRows(changed);
		this.samples = new SampleRows(draft.samples, changed);
		for (const field of [this.audience, this.language, this.category]) {
			field.addEventListener('change', changed);
		}
		for (const field of [this.name, this.footer]) field.addEventListener('input', changed);
		// What people type for a name, as WhatsApp wants it: the check would only complain.
		this.name.addEventListener('change', () => {
			setValue(
				this.name,
				this.name.value
					.trim()
					.toLowerCase()
					.replace(/[\s-]+/g, '_'),
			);
			this.changed();
		});
		const counted = (field: HTMLInputElement, most: number) =>
			el('div', { class: 'wae-counted' }, field, counter(field, most));
		const labelled = (key: string, iconName: string, field: Node, hint?: string) =>
			row(m(`form.${key}`), field, { iconName, forId: `wae-form-${key}`, hint });
		const elsewhere = el('p', { class: 'wae-hint' }, m('form.categoryElse'));
		const category = el('div', {}, this.category, this.categoryHint, elsewhere);
		this.element.append(
			labelled('audience', 'users', this.audience, m('form.audienceHint')),
			labelled('name', 'file-text-o', this.name, m('form.nameHint')),
			labelled('language', 'language', this.language, m('form.languageHint')),
			labelled('category', 'folder-o', category),
			labelled('header', 'header', this.header.element),
			labelled('body', 'align-left', this.body.element),
			labelled('footer', 'minus', counted(this.footer, 60)),
			labelled('buttons', 'hand-pointer-o', this.buttons.element, m('form.buttonsHint')),
			labelled('samples', 'eye', this.samples.element, m('form.samplesHint')),
			this.kept,
		);
	}

	/** Once the element stands in the page. */
	begin(draft: Draft): void {
		this.buttons.begin();
		this.fill(draft);
	}

	fill(draft: Draft): void {
		this.filling = true;
		this.audience.value = draft.audience ?? '';
		if (Object.keys(draft).length === 0) this.audience.value = 'attendee';
		setValue(this.name, draft.name ?? '');
		choose(this.language, draft.language ?? (isJapanese() ? 'ja' : 'en'));
		const category = draft.category ?? 'UTILITY';
		choose(this.category, category, t(`category.${category.toLowerCase()}`));
		this.header.value = draft.header;
		this.body.value = draft.body ?? '';
		setValue(this.footer, draft.footer ?? '');
		this.samples.fill(draft.samples);
		this.buttons.fill(draft.buttons);
		const { messageSendTtlSeconds, parameterFormat, other } = draft;
		this.rest = {
			...(messageSendTtlSeconds === undefined ? {} : { messageSendTtlSeconds }),
			...(parameterFormat === undefined ? {} : { parameterFormat }),
			...(other === undefined ? {} : { other }),
		};
		this.filling = false;
		this.changed();
	}

	/** What stands there, without what is empty. */
	value(): Draft {
		const text = (value: string) => (value.trim() === '' ? undefined : value);
		const buttons = this.buttons.values();
		const draft: Draft = {
			name: text(this.name.value)?.trim(),
			language: this.language.value,
			category: this.category.value as TemplateCategory,
			audience: (this.audience.value || undefined) as Audience | undefined,
			header: this.header.value as DefinitionHeader | undefined,
			body: text(this.body.value),
			footer: text(this.footer.value),
			buttons: buttons.length > 0 ? buttons : undefined,
			...this.rest,
		};
		draft.samples = this.samples.values(draft);
		return Object.fromEntries(
			Object.entries(draft).filter(([, value]) => value !== undefined),
		) as Draft;
	}

	/** Puts the cursor where a finding is. */
	focus(place: string): void {
		const fields = [...this.element.querySelectorAll<HTMLElement>('[data-place]')];
		const lengthOf = (field: HTMLElement) => field.dataset.place?.length ?? 0;
		const [field] = fields
			.filter(({ dataset }) => place === dataset.place || place.startsWith(dataset.place ?? '-'))
			.sort((one, other) => lengthOf(other) - lengthOf(one));
		if (!field) return;
		const target = field.matches('input, textarea, select')
			? field
			: (field.querySelector<HTMLElement>('input, textarea, select, button') ?? field);
		target.scrollIntoView({ block: 'center', behavior: 'smooth' });
		target.focus({ preventScroll: true });
		target.classList.add('wae-found');
		setTimeout(() => target.classList.remove('wae-found'), 1500);
	}

	private changed(): void {
		if (this.filling) return;
		this.categoryHint.textContent = m(`form.categoryHint.${this.category.value}`);
		const draft = this.value();
		this.samples.show(draft);
		const { other } = this.rest;
		this.kept.hidden = other === undefined;
		if (other) {
			const parts = (other.components ?? []).map(({ meta }) =>
				String((meta as { type?: string }).type),
			);
			this.kept.textContent = m('form.kept', { parts: parts.join(', ') || 'JSON' });
		}
		this.onChange();
	}
}

function select(key: string, options: Array<[string, string]>): HTMLSelectElement {
	return el(
		'select',
		{ id: `wae-form-${key}`, 'data-place': key },
		...options.map(([value, label]) => el('option', { value }, label)),
	);
}

/** A value the list does not have is added to it, and not lost. */
function choose(field: HTMLSelectElement, value: string, label = value): void {
	if (![...field.options].some((option) => option.value === value)) {
		field.append(el('option', { value }, label));
	}
	field.value = value;
}

function languages(): Array<[string, string]> {
	return [...TEMPLATE_LANGUAGES]
		.map((code): [string, string] => [code, `${languageName(code)} · ${code}`])
		.sort((one, other) => one[1].localeCompare(other[1], RED.i18n.lang()));
}
