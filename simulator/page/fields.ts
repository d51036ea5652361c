import { el } from './dom.ts';

export interface FieldOptions {
	name: string;
	label: string;
	type?: string;
	value?: string;
	placeholder?: string;
	required?: boolean;
	hint?: string;
	/** When a value is done with: the field is left, or Enter pressed. */
	onChange?: (input: HTMLInputElement) => void;
	attributes?: Record<string, string | number | boolean | undefined>;
}

let serial = 0;

/** A labelled input with its hint tied to it. */
export function field(options: FieldOptions): {
	element: HTMLElement;
	input: HTMLInputElement;
	hint: HTMLElement;
} {
	const id = `field-${++serial}`;
	const hint = el('small', { class: 'hint', attributes: { id: `${id}-hint` } }, options.hint);
	const input = el('input', {
		attributes: {
			id,
			name: options.name,
			type: options.type ?? 'text',
			placeholder: options.placeholder,
			required: options.required,
			autocomplete: 'off',
			dir: options.type === 'tel' || options.type === 'url' ? 'ltr' : 'auto',
			'aria-describedby': options.hint === undefined ? undefined : `${id}-hint`,
			...options.attributes,
		},
	});
	input.value = options.value ?? '';
	input.addEventListener('change', () => options.onChange?.(input));
	const label = el('label', { attributes: { for: id } }, options.label);
	const element = el('div', { class: 'field' }, label, input, options.hint !== undefined && hint);
	return { element, input, hint };
}

/** A labelled text of several lines. */
export function textArea(
	name: string,
	label: string,
	testId: string,
): { element: HTMLElement; input: HTMLTextAreaElement } {
	const id = `field-${++serial}`;
	const input = el('textarea', {
		attributes: { id, name, rows: 3, dir: 'auto', 'data-testid': testId },
	});
	const element = el(
		'div',
		{ class: 'field' },
		el('label', { attributes: { for: id } }, label),
		input,
	);
	return { element, input };
}

export function checkbox(name: string, label: string, checked = false): HTMLElement {
	const input = el('input', { attributes: { type: 'checkbox', name } });
	input.checked = checked;
	return el('label', { class: 'check' }, input, el('span', {}, label));
}

export function select(
	name: string,
	label: string,
	choices: { value: string; label: string }[],
): { element: HTMLElement; input: HTMLSelectElement } {
	const id = `field-${++serial}`;
	const input = el(
		'select',
		{ attributes: { id, name } },
		...choices.map((choice) => el('option', { attributes: { value: choice.value } }, choice.label)),
	);
	const element = el(
		'div',
		{ class: 'field' },
		el('label', { attributes: { for: id } }, label),
		input,
	);
	return { element, input };
}
