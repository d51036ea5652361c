import type { DefinitionHeader } from '../../../core/templates/definition';
import { el } from '../dom';
import { counter, setValue } from './counter';
import { m } from './manage-words';

const TYPES = ['none', 'text', 'image', 'video', 'document', 'location'] as const;

/** What stands above the body: nothing, a line of text, a file with its sample, a place. */
export class HeaderField {
	readonly element: HTMLElement;

	private readonly type = el(
		'select',
		{ id: 'wae-form-header', 'data-place': 'header' },
		...TYPES.map((value) => el('option', { value }, m(`form.headers.${value}`))),
	);
	private readonly text = el('input', {
		type: 'text',
		placeholder: m('form.headerText'),
		'aria-label': m('form.header'),
		'data-place': 'header.text',
	});
	private readonly sample = el('input', {
		type: 'text',
		placeholder: m('form.headerSample'),
		'aria-label': m('form.headerSample'),
		'data-place': 'header.sample',
	});
	private readonly hint = el('p', { class: 'wae-hint' });
	private readonly textBox: HTMLElement;

	constructor(onChange: () => void) {
		this.textBox = el('div', { class: 'wae-counted' }, this.text, counter(this.text, 60));
		this.element = el(
			'div',
			{ class: 'wae-header-field' },
			this.type,
			this.textBox,
			this.sample,
			this.hint,
		);
		this.type.addEventListener('change', () => {
			this.draw();
			onChange();
		});
		for (const field of [this.text, this.sample]) field.addEventListener('input', onChange);
	}

	get value(): DefinitionHeader | undefined {
		const type = this.type.value as (typeof TYPES)[number];
		if (type === 'none') return undefined;
		if (type === 'text') return { type, text: this.text.value };
		if (type === 'location') return { type };
		const sample = this.sample.value.trim();
		return { type, ...(sample ? { sample } : {}) };
	}

	set value(header: DefinitionHeader | undefined) {
		this.type.value = header?.type ?? 'none';
		setValue(this.text, header?.type === 'text' ? header.text : '');
		setValue(this.sample, header && 'sample' in header ? (header.sample ?? '') : '');
		this.draw();
	}

	private draw(): void {
		const type = this.type.value;
		const isFile = ['image', 'video', 'document'].includes(type);
		this.textBox.hidden = type !== 'text';
		this.sample.hidden = !isFile;
		this.hint.hidden = !isFile && type !== 'location';
		this.hint.textContent = isFile
			? m('form.headerSampleHint')
			: type === 'location'
				? m('form.headerLocationHint')
				: '';
	}
}
