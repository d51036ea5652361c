import { el, row } from './dom';
import { platformsWithQuestions } from './platforms-with-questions';
import { t } from './words';

export type EventOptions = Record<string, unknown>;

export interface OptionsEditor {
	element: HTMLElement;
	value(): EventOptions;
	/** Shows what matters for this platform only. */
	forPlatform(id: string): void;
}

const TEXTS: Record<string, string> = { defaultCountry: 'JP', language: 'ja', languages: 'en, ja' };

/** Options of both event nodes; those left as they are preset are not kept. */
export function optionsEditor(options: EventOptions): OptionsEditor {
	const texts = Object.entries(TEXTS).map(([name, placeholder]) => {
		const input = el('input', { id: `wae-option-${name}`, type: 'text', placeholder });
		input.value = String(options[name] ?? '');
		return [name, input] as const;
	});
	const maxAge = el('input', {
		id: 'wae-option-maxAgeHours',
		type: 'number',
		min: '1',
		placeholder: '24',
		class: 'wae-number',
	});
	maxAge.value = String(options.maxAgeHours ?? '');
	const unknown = el(
		'select',
		{ id: 'wae-option-whenPaymentUnknown' },
		el('option', { value: 'send' }, t('option.send')),
		el('option', { value: 'leave_out' }, t('option.leaveOut')),
	);
	unknown.value = String(options.whenPaymentUnknown ?? 'send');
	const test = el('input', { id: 'wae-option-includeTest', type: 'checkbox' });
	test.checked = options.includeTest === true;
	const question = el('input', {
		id: 'wae-option-phoneQuestion',
		type: 'text',
		placeholder: t('option.phoneQuestionExample'),
	});
	question.value = String(options.phoneQuestion ?? '');
	const line = (name: string, field: HTMLElement) =>
		row(t(`option.${name}`), field, { forId: field.id, hint: t(`option.${name}Hint`) });
	const questionLine = line('phoneQuestion', question);
	return {
		element: el(
			'div',
			{},
			questionLine,
			...texts.map(([name, input]) => line(name, input)),
			line('maxAgeHours', maxAge),
			row(t('option.whenPaymentUnknown'), unknown, { forId: unknown.id }),
			line('includeTest', test),
		),
		value: () => {
			const all: EventOptions = {
				...options,
				...Object.fromEntries(texts.map(([name, { value }]) => [name, value.trim()])),
				phoneQuestion: question.value.trim(),
				maxAgeHours: Number(maxAge.value) > 0 ? Number(maxAge.value) : '',
				whenPaymentUnknown: unknown.value === 'leave_out' ? 'leave_out' : '',
				includeTest: test.checked || '',
			};
			return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
		},
		forPlatform: (id) => {
			questionLine.hidden = !platformsWithQuestions.includes(id) && question.value === '';
		},
	};
}
