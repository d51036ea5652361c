import { el } from './dom.ts';
import { icon } from './icons.ts';
import { t } from './i18n.ts';

/**
 * Slides a sheet over a phone's screen: what a catalog, a product or a form would show. The chat
 * behind waits until it is closed.
 */
export function openSheet(near: Element, title: string, ...content: HTMLElement[]): void {
	const screen = near.closest('.phone-screen');
	if (screen === null) return;
	const behind = [...screen.children].filter((child) => !child.classList.contains('toasts'));
	const close = (): void => {
		layer.remove();
		for (const child of behind) if (child instanceof HTMLElement) child.inert = false;
		if (near instanceof HTMLElement) near.focus();
	};
	const closeButton = el(
		'button',
		{
			class: 'icon-button',
			attributes: { type: 'button', 'aria-label': t('close') },
			on: { click: close },
		},
		icon('close'),
	);
	const sheet = el(
		'div',
		{
			class: 'sheet',
			attributes: { role: 'dialog', 'aria-label': title, 'data-testid': 'sheet' },
		},
		el(
			'header',
			{ class: 'sheet-head' },
			el('h3', { attributes: { dir: 'auto' } }, title),
			closeButton,
		),
		el('div', { class: 'sheet-body' }, ...content),
	);
	const layer = el('div', { class: 'sheet-layer' }, sheet);
	layer.addEventListener('click', (event) => event.target === layer && close());
	layer.addEventListener('keydown', (event) => event.key === 'Escape' && close());
	for (const child of behind) if (child instanceof HTMLElement) child.inert = true;
	screen.append(layer);
	closeButton.focus();
}
