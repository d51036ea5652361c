import {
	BUTTONS_SHOWN,
	type PreviewButton,
	type PreviewButtonKind,
	type PreviewLabels,
} from '../../../core/templates/preview';
import { el, icon } from '../dom';
import { inline } from './texts';

const ICONS: Record<PreviewButtonKind, string> = {
	reply: 'reply',
	link: 'external-link',
	phone: 'phone',
	copy: 'clone',
	form: 'list-alt',
	catalog: 'shopping-basket',
	product: 'shopping-bag',
	pay: 'credit-card',
	contact: 'user',
	other: 'hand-pointer-o',
};

export function buttonsOf(
	buttons: PreviewButton[],
	labels: PreviewLabels,
): HTMLElement | undefined {
	if (buttons.length === 0) return undefined;
	const isLong = buttons.length > BUTTONS_SHOWN;
	const shown = isLong ? buttons.slice(0, BUTTONS_SHOWN - 1) : buttons;
	return el(
		'div',
		{ class: 'wae-bubble-buttons' },
		...shown.map(buttonOf),
		isLong && el('div', { class: 'wae-bubble-button' }, icon('list'), ' ', labels.allOptions),
	);
}

/** The list that “See all options” opens. */
export const listOfButtons = (buttons: PreviewButton[]): HTMLElement | undefined =>
	buttons.length > BUTTONS_SHOWN
		? el('div', { class: 'wae-all-buttons' }, ...buttons.map(buttonOf))
		: undefined;

function buttonOf({ kind, text, link, code }: PreviewButton): HTMLElement {
	const below = link ?? code;
	return el(
		'div',
		{ class: 'wae-bubble-button' },
		el('span', { dir: 'auto' }, icon(ICONS[kind]), ' ', text),
		below && el('small', { dir: 'ltr' }, ...inline(below)),
	);
}
