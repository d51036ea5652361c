import { listParameters } from '../../../core/templates/parameters';
import { previewModel, type PreviewModel } from '../../../core/templates/preview';
import type { MessageTemplate } from '../../../core/templates/template';
import { el } from '../dom';
import { fixedText, isFilled, referenceOf, type Variable } from '../variable';
import { languageName, t } from '../words';
import { buttonsOf, listOfButtons } from './buttons';
import { headerOf } from './headers';
import { blocksOf, inline } from './texts';

/** The message as the phone will show it: fixed texts filled in, chips for what the message brings. */
export function preview(template: MessageTemplate, variables: Variable[]): HTMLElement {
	const values: Record<string, string> = {};
	const references: Record<string, string> = {};
	for (const { id } of listParameters(template)) {
		const variable = variables.find((one) => one.id === id);
		if (variable === undefined || !isFilled(variable)) continue;
		const reference = referenceOf(variable);
		if (reference === undefined) values[id] = fixedText(variable);
		else references[id] = reference;
	}
	return draw(previewModel(template, { values, references, samples: 'marked' }));
}

function draw(model: PreviewModel): HTMLElement {
	const { header, body, footer, time, buttons, cards, labels } = model;
	const chat = el(
		'div',
		{ class: 'wae-chat', dir: model.rightToLeft ? 'rtl' : undefined },
		el(
			'div',
			{ class: 'wae-bubble' },
			header && headerOf(header, labels),
			offerOf(model),
			el('div', { class: 'wae-bubble-body' }, ...blocksOf(body)),
			footer && el('div', { class: 'wae-bubble-footer', dir: 'auto' }, ...inline(footer)),
			el('div', { class: 'wae-bubble-time' }, el('span', { dir: 'ltr' }, time)),
			buttonsOf(buttons, labels),
		),
		listOfButtons(buttons),
		cards.length > 0 &&
			el(
				'div',
				{ class: 'wae-bubble-cards' },
				...cards.map((card) =>
					el(
						'div',
						{ class: 'wae-bubble-card' },
						card.header && headerOf(card.header, labels),
						el('div', { class: 'wae-bubble-body' }, ...blocksOf(card.body)),
						buttonsOf(card.buttons, labels),
					),
				),
			),
	);
	chat.lang = model.language.replace('_', '-');
	return chat;
}

function offerOf({ offer, labels }: PreviewModel): HTMLElement | undefined {
	if (!offer) return undefined;
	return el(
		'div',
		{ class: 'wae-offer' },
		el('i', { class: 'fa fa-gift', 'aria-hidden': 'true' }),
		el(
			'div',
			{},
			el('strong', { dir: 'auto' }, ...inline(offer.text)),
			offer.ends && el('small', {}, ...inline(offer.ends)),
			offer.code && el('small', {}, `${labels.code} `, ...inline(offer.code)),
		),
	);
}

/** Name, language and category under the bubble. */
export function previewCaption(template: MessageTemplate): string {
	const category = t(`category.${template.category.toLowerCase()}`, {
		defaultValue: template.category,
	});
	return [template.name, languageName(template.language), category].filter(Boolean).join(' · ');
}
