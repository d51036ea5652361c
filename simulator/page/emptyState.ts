import { el } from './dom.ts';
import { icon } from './icons.ts';
import { t } from './i18n.ts';

/** What to do first, while nobody has received anything. */
export function createEmptyState(openRegister: () => void): HTMLElement {
	const lines = [70, 92, 48].map((width) => {
		const line = el('span', { class: 'empty-line' });
		line.style.width = `${width}%`;
		return line;
	});
	return el(
		'div',
		{ class: 'empty', attributes: { 'data-testid': 'empty' } },
		el(
			'div',
			{ class: 'empty-phone', attributes: { 'aria-hidden': 'true' } },
			el('div', { class: 'empty-bubble' }, ...lines, icon('double')),
		),
		el('h2', {}, t('emptyTitle')),
		el('p', {}, t('emptyText')),
		el(
			'button',
			{ class: 'primary', attributes: { type: 'button' }, on: { click: openRegister } },
			icon('ticket'),
			t('register'),
		),
	);
}
