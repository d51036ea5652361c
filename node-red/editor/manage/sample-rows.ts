import type { TemplateDefinition } from '../../../core/templates/definition';
import { el } from '../dom';
import { humanised, t, tOr } from '../words';
import { sampledVariables, type Draft } from './definition-text';
import { m } from './manage-words';
import { sampleOf } from './sample-texts';

/** One field for the sample of each variable in the text; they come and go as one writes. */
export class SampleRows {
	readonly element = el('div', { class: 'wae-samples' });

	/** Everything typed, so that a variable taken out and put back loses nothing. */
	private readonly typed = new Map<string, string>();

	private shown = '';

	constructor(
		samples: TemplateDefinition['samples'],
		private readonly onChange: () => void,
	) {
		this.fill(samples);
	}

	fill(samples: TemplateDefinition['samples'] = {}): void {
		this.typed.clear();
		for (const [key, sample] of Object.entries(samples)) this.typed.set(key, sample);
		this.shown = '';
	}

	/** Samples of the variables that are there, in their order. */
	values(draft: Draft): Record<string, string> | undefined {
		const entries = sampledVariables(draft)
			.map(({ key }) => [key, this.typed.get(key) ?? ''] as const)
			.filter(([, sample]) => sample !== '');
		return entries.length > 0 ? Object.fromEntries(entries) : undefined;
	}

	show(draft: Draft): void {
		const variables = sampledVariables(draft);
		for (const { key, name } of variables) {
			const known = this.typed.has(key) ? undefined : sampleOf(name, draft.language ?? 'en');
			if (known !== undefined) this.typed.set(key, known);
		}
		const shape = variables.map(({ key }) => key).join();
		if (shape === this.shown && shape !== '') return;
		this.shown = shape;
		this.element.replaceChildren(
			...(variables.length > 0
				? variables.map((variable) => this.row(variable))
				: [el('p', { class: 'wae-hint' }, m('form.samplesNone'))]),
		);
	}

	private row({ key, name }: { key: string; name: string }): HTMLElement {
		const label = /^\d+$/.test(name)
			? t('variable.numbered', { number: name })
			: tOr(`variable.names.${name}`, humanised(name));
		const id = `wae-sample-${key}`;
		const field = el('input', { type: 'text', id, 'data-place': `samples.${key}` });
		field.value = this.typed.get(key) ?? '';
		field.addEventListener('input', () => {
			this.typed.set(key, field.value);
			this.onChange();
		});
		return el(
			'div',
			{ class: 'wae-sample-row' },
			el('label', { for: id }, label, ' ', el('code', {}, `{{${name}}}`)),
			field,
		);
	}
}
