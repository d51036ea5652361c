import { listParameters, type TemplateParameter } from '../../core/templates/parameters';
import type { MessageTemplate } from '../../core/templates/template';
import { el } from './dom';
import {
	hintOf,
	isFilled,
	labelOf,
	newVariable,
	ownLabelOf,
	VARIABLE_TYPES,
	type Variable,
} from './variable';
import { t } from './words';

interface Row {
	parameter: TemplateParameter;
	input: JQuery;
	element: HTMLElement;
	/** The type it had before, to notice a change. */
	type: string;
}

/** The fields of the chosen template: required ones in the order one reads, the others folded away. */
export class VariableRows {
	private rows: Row[] = [];
	private shown: string | undefined;
	/** Everything typed while the dialog is open, so that another template and back loses nothing. */
	private readonly typed = new Map<string, Variable>();

	constructor(
		private readonly container: HTMLElement,
		private saved: Variable[],
		private templateName: string,
		private readonly place: string,
		private readonly onChange: () => void,
	) {
		for (const variable of saved) this.typed.set(this.memoryKey(variable.id), variable);
	}

	/** `first_name` and the catalogue mean the same in every template, {{1}} and the first button do not. */
	private memoryKey(id: string): string {
		return /^(\d+|header_(\d+|media|product)|offer_expires|(button|card)_\d+.*)$/.test(id)
			? `${this.templateName}/${id}`
			: id;
	}

	private remember(): void {
		for (const variable of this.values()) this.typed.set(this.memoryKey(variable.id), variable);
	}

	/** Values in the order of the template; without a template those that were saved. */
	values(): Variable[] {
		if (this.shown === undefined) return this.saved;
		return this.rows.map(({ parameter, input }) => ({
			id: parameter.id,
			value: String(input.typedInput('value')),
			type: String(input.typedInput('type')),
		}));
	}

	/** What the node keeps: every required value, and of the others those that are filled in. */
	kept(): Variable[] {
		const optional = new Set(
			this.rows.filter(({ parameter }) => !parameter.required).map(({ parameter }) => parameter.id),
		);
		return this.values().filter((variable) => !optional.has(variable.id) || isFilled(variable));
	}

	/** Labels of required variables that have no value. */
	missing(): string[] {
		const values = this.values();
		return this.rows
			.filter(({ parameter }, index) => parameter.required && !isFilled(values[index] as Variable))
			.map(({ parameter }) => labelOf(parameter));
	}

	show(template: MessageTemplate): void {
		const parameters = listParameters(template);
		const shape = JSON.stringify([template.name, parameters]);
		if (shape === this.shown) return;
		this.remember();
		this.shown = shape;
		this.templateName = template.name;
		this.container.replaceChildren();
		const required = parameters.filter((one) => one.required);
		const optional = parameters.filter((one) => !one.required);
		if (parameters.length === 0) {
			this.container.append(el('p', { class: 'wae-hint' }, t('variable.none')));
		}
		this.rows = required.map((parameter, index) => {
			this.addHeading(parameter, required[index - 1]);
			return this.addRow(this.container, parameter);
		});
		if (optional.length === 0) return;
		const filled = optional.some(({ id }) => {
			const variable = this.typed.get(this.memoryKey(id));
			return variable !== undefined && isFilled(variable);
		});
		const fold = el(
			'details',
			{ class: 'wae-fold wae-fold-small', open: filled },
			el('summary', {}, t('variable.optional', { count: optional.length })),
		);
		this.container.append(fold);
		this.rows.push(...optional.map((parameter) => this.addRow(fold, parameter)));
		// A typed field that is born hidden has no width yet.
		fold.addEventListener('toggle', () => window.dispatchEvent(new Event('resize')));
	}

	clear(): void {
		if (this.shown === undefined) return;
		this.remember();
		// The template may be unreadable for a moment only: what is typed is still what is kept.
		this.saved = this.kept();
		this.rows = [];
		this.shown = undefined;
		this.container.replaceChildren();
	}

	/** The fields of a card stand together, below its number; after the last one is the message again. */
	private addHeading({ card }: TemplateParameter, before: TemplateParameter | undefined): void {
		if (card === before?.card) return;
		const text = card === undefined ? '' : t('variable.cardHeading', { number: card + 1 });
		this.container.append(el('div', { class: 'wae-group wae-card' }, text));
	}

	private addRow(parent: HTMLElement, parameter: TemplateParameter): Row {
		const variable =
			this.typed.get(this.memoryKey(parameter.id)) ?? newVariable(parameter, this.place);
		const fieldId = `wae-variable-${parameter.id}`;
		const field = el('input', {
			type: 'text',
			id: fieldId,
			class: 'wae-variable',
			style: 'width: 100%',
			placeholder: parameter.sample
				? t('variable.example', { sample: parameter.sample })
				: undefined,
			'aria-label': labelOf(parameter),
		});
		const hint = hintOf(parameter);
		const element = el(
			'div',
			{ class: 'form-row wae-variable-row' },
			el(
				'label',
				{ for: fieldId, title: parameter.id },
				el(
					'span',
					{},
					parent === this.container ? ownLabelOf(parameter) : labelOf(parameter),
					// Never alone on a line.
					parameter.required && '\u00a0',
					parameter.required && el('span', { class: 'wae-required', title: t('required') }, '*'),
				),
			),
			el(
				'div',
				{ class: 'wae-field' },
				field,
				hint !== undefined && el('p', { class: 'wae-hint' }, hint),
			),
		);
		parent.append(element);
		const input = $(field);
		input.val(variable.value);
		input.typedInput({ default: variable.type, types: VARIABLE_TYPES });
		input.typedInput('type', variable.type);
		input.typedInput('value', variable.value);
		const row: Row = { parameter, input, element, type: variable.type };
		input.on('change keyup', () => {
			this.tidyType(row);
			this.judge(row);
			this.onChange();
		});
		// Pasting with the mouse and writing Japanese press no key.
		const typedInto = input.next('.red-ui-typedInput-container').find('.red-ui-typedInput-input');
		typedInto.on('input', () => input.trigger('keyup'));
		this.judge(row);
		return row;
	}

	/** The field of the message that was preset is no text, and the other way round. */
	private tidyType(row: Row): void {
		const type = String(row.input.typedInput('type'));
		if (type === row.type) return;
		const preset = newVariable(row.parameter, this.place);
		const value = String(row.input.typedInput('value'));
		row.type = type;
		if (preset.type !== 'msg') return;
		if (value === preset.value && type !== 'msg') row.input.typedInput('value', '');
		else if (value === '' && type === 'msg') row.input.typedInput('value', preset.value);
	}

	private judge({ parameter, input, element }: Row): void {
		const variable = {
			id: parameter.id,
			value: String(input.typedInput('value')),
			type: String(input.typedInput('type')),
		};
		const wrong = parameter.required && !isFilled(variable);
		element.classList.toggle('wae-missing', wrong);
	}
}
