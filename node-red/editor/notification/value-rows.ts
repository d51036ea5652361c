import { listParameters, type TemplateParameter } from '../../../core/templates/parameters';
import type { MessageTemplate } from '../../../core/templates/template';
import { el } from '../dom';
import { hintOf, labelOf, type Variable } from '../variable';
import { t } from '../words';
import { n } from './notification-words';

/** A value everybody gets, as the node keeps it. */
export interface SharedValue {
	name: string;
	value: string;
}

/** One field per variable of the template: filled in for everybody, or left to the list. */
export class ValueRows {
	/** Everything typed while the dialog is open, so that another template and back loses nothing. */
	private readonly typed: Map<string, string>;

	private parameters: readonly TemplateParameter[] | undefined;

	private shown = '';

	constructor(
		private readonly container: HTMLElement,
		saved: SharedValue[],
		private readonly onChange: () => void,
	) {
		this.typed = new Map(saved.map(({ name, value }) => [name, value]));
	}

	/** What the node keeps; of a template that cannot be read, what it kept before. */
	values(): SharedValue[] {
		const names = this.parameters?.map(({ id }) => id) ?? [...this.typed.keys()];
		return names
			.map((name) => ({ name, value: this.typed.get(name) ?? '' }))
			.filter(({ value }) => value.trim() !== '');
	}

	/** For the preview: what is typed as it is, what the list brings as a mark with the name of its column. */
	variables(): Variable[] {
		return (this.parameters ?? []).flatMap(({ id, required }) => {
			const value = this.typed.get(id) ?? '';
			if (value.trim() !== '') return [{ id, type: 'str', value }];
			return required ? [{ id, type: 'jsonata', value: id }] : [];
		});
	}

	show(template: MessageTemplate | undefined): void {
		const parameters = template && listParameters(template);
		const shape = JSON.stringify([template?.name, parameters]);
		if (shape === this.shown) return;
		this.shown = shape;
		this.parameters = parameters;
		if (!parameters) return this.container.replaceChildren();
		if (parameters.length === 0) {
			return this.container.replaceChildren(el('p', { class: 'wae-hint' }, t('variable.none')));
		}
		const rows = (wanted: boolean) =>
			parameters.filter(({ required }) => required === wanted).map((one) => this.row(one));
		const optional = rows(false);
		const isOpen = parameters.some(({ id, required }) => !required && this.typed.has(id));
		this.container.replaceChildren(
			...rows(true),
			optional.length > 0
				? el(
						'details',
						{ class: 'wae-fold wae-fold-small', open: isOpen },
						el('summary', {}, t('variable.optional', { count: optional.length })),
						...optional,
					)
				: '',
		);
	}

	private row(parameter: TemplateParameter): HTMLElement {
		const { id, required, sample } = parameter;
		const fieldId = `wae-value-${id}`;
		const placeholder = required
			? n('place.fromList', { column: id })
			: sample && t('variable.example', { sample });
		const field = el('input', { type: 'text', id: fieldId, placeholder });
		field.value = this.typed.get(id) ?? '';
		field.addEventListener('input', () => {
			this.typed.set(id, field.value);
			this.onChange();
		});
		const hint = hintOf(parameter);
		return el(
			'div',
			{ class: 'form-row' },
			el('label', { for: fieldId, title: id }, labelOf(parameter)),
			el('div', { class: 'wae-field' }, field, hint ? el('p', { class: 'wae-hint' }, hint) : ''),
		);
	}
}
