import { countdown, nextChange, SOON_MS } from './countdown.ts';
import { el, setText } from './dom.ts';
import { icon } from './icons.ts';
import { t } from './i18n.ts';
import type { Offer } from './types.ts';

/** The panel of a limited-time offer: its text, how long it lasts, its code. */
export function bubbleOffer({ text, expiresAt, code }: Offer): HTMLElement {
	const left = el('span', { class: 'offer-left', attributes: { 'data-testid': 'offer-left' } });
	const panel = el(
		'div',
		{ class: 'offer', attributes: { 'data-testid': 'offer' } },
		el('span', { class: 'offer-icon' }, icon('gift')),
		el(
			'div',
			{ class: 'offer-text' },
			el('strong', { attributes: { dir: 'auto' } }, text),
			expiresAt !== undefined && left,
			code !== undefined && el('span', { class: 'offer-code' }, t('offerCode', { code })),
		),
	);
	if (expiresAt !== undefined) tick(left, Date.parse(expiresAt));
	return panel;
}

/** Goes on as long as the panel is on the page; a timer that fires too early sets another one. */
function tick(left: HTMLElement, end: number, shown = false): void {
	const remaining = end - Date.now();
	setText(left, countdown(remaining));
	left.classList.toggle('is-soon', remaining < SOON_MS);
	if (remaining <= 0 || (shown && !left.isConnected)) return;
	setTimeout(() => tick(left, end, true), nextChange(remaining));
}
