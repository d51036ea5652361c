import { el } from '../dom.ts';
import { field, select } from '../fields.ts';
import { t } from '../i18n.ts';
import type { Word } from '../i18n.ts';
import type { TemplateSettings } from './types.ts';

const reviews: readonly { value: TemplateSettings['review']; word: Word; hint: Word }[] = [
	{ value: 'manual', word: 'reviewManual', hint: 'reviewManualHint' },
	{ value: 'approve', word: 'reviewApprove', hint: 'reviewApproveHint' },
	{ value: 'rules', word: 'reviewRules', hint: 'reviewRulesHint' },
];

export interface ReviewCard {
	element: HTMLElement;
	update(settings: TemplateSettings): void;
}

/** Who decides, how long it takes, and Meta's limits; each change is kept at once. */
export function createReviewCard(
	change: (settings: Partial<TemplateSettings>) => void,
): ReviewCard {
	const radios = reviews.map(({ value, word, hint }) => {
		const input = el('input', {
			attributes: { type: 'radio', name: 'review', value, 'data-testid': `review-${value}` },
			on: { change: () => change({ review: value }) },
		});
		const label = el(
			'label',
			{ class: 'choice' },
			input,
			el('span', {}, el('strong', {}, t(word)), el('small', { class: 'hint' }, t(hint))),
		);
		return { value, input, label };
	});
	const number = (name: string, label: string, onNumber: (value: number) => void, hint?: string) =>
		field({
			name,
			label,
			type: 'number',
			...(hint === undefined ? {} : { hint }),
			attributes: { min: 0, step: 1, inputmode: 'numeric', 'data-testid': name },
			onChange(input) {
				if (input.value !== '' && input.validity.valid) onNumber(input.valueAsNumber);
			},
		});
	const seconds = number('review-seconds', t('reviewSeconds'), (value) =>
		change({ afterMs: value * 1000 }),
	);
	const limit = number(
		'template-limit',
		t('limitField'),
		(value) => change({ limit: value }),
		t('limitFieldHint'),
	);
	const creates = number('creates-per-hour', t('createsField'), (value) =>
		change({ createsPerHour: value }),
	);
	const deletion = select('deletion', t('deletion'), [
		{ value: 'whenDelivered', label: t('deletionWhenDelivered') },
		{ value: 'pending', label: t('deletionPending') },
	]);
	deletion.input.dataset['testid'] = 'deletion';
	deletion.input.addEventListener('change', () =>
		change({ deletion: deletion.input.value as TemplateSettings['deletion'] }),
	);
	const element = el(
		'section',
		{ class: 'desk-card' },
		el('h3', {}, t('review')),
		el(
			'div',
			{ class: 'choices', attributes: { role: 'radiogroup', 'aria-label': t('review') } },
			...radios.map(({ label }) => label),
		),
		seconds.element,
		deletion.element,
		el('div', { class: 'columns' }, limit.element, creates.element),
	);

	/** What somebody is typing stays. */
	function show(input: HTMLInputElement, value: number): void {
		if (document.activeElement !== input) input.value = String(value);
	}

	return {
		element,
		update(settings) {
			for (const { value, input } of radios) input.checked = value === settings.review;
			seconds.input.disabled = settings.review === 'manual';
			show(seconds.input, settings.afterMs / 1000);
			show(limit.input, settings.limit);
			show(creates.input, settings.createsPerHour);
			deletion.input.value = settings.deletion;
		},
	};
}
