import { el, setText } from '../dom.ts';
import { t } from '../i18n.ts';
import type { Word } from '../i18n.ts';

/** A card with a title. */
export function card(
	title: Word,
	testId: string,
	...content: (HTMLElement | false)[]
): HTMLElement {
	return el(
		'section',
		{ class: 'desk-card', attributes: { 'data-testid': testId } },
		el('h3', {}, t(title)),
		...content,
	);
}

/** A button of an action. */
export function button(
	text: string,
	testId: string,
	press: () => void,
	look: 'plain' | 'danger' | 'first' = 'plain',
): HTMLButtonElement {
	return el(
		'button',
		{
			class: look === 'plain' ? 'action' : `action is-${look}`,
			attributes: { type: 'button', 'data-testid': testId },
			// Another button may stand under the second click of two.
			on: { click: (event) => (event as MouseEvent).detail < 2 && press() },
		},
		text,
	);
}

/** Names and values, drawn anew only where a value has changed. */
export function factList(): { element: HTMLElement; update(facts: [Word, string][]): void } {
	const element = el('dl', { class: 'facts' });
	return {
		element,
		update(facts) {
			const names = facts.map(([word]) => t(word));
			const present = [...element.querySelectorAll('dt')].map((dt) => dt.textContent);
			if (present.join('\n') !== names.join('\n')) {
				element.replaceChildren(...names.flatMap((name) => [el('dt', {}, name), el('dd', {})]));
			}
			element.querySelectorAll('dd').forEach((dd, at) => setText(dd, facts[at]?.[1] ?? ''));
		},
	};
}

/** A row of actions under a small title, and above it what they ask for. */
export function group(title: Word, buttons: HTMLElement[], ...asked: HTMLElement[]): HTMLElement {
	return el(
		'div',
		// The keyboard stays here when a button greys itself out.
		{
			class: 'action-group',
			attributes: { role: 'group', 'aria-label': t(title), tabindex: '-1' },
		},
		el('h4', {}, t(title)),
		...asked,
		el('div', { class: 'actions' }, ...buttons),
	);
}
