import { callsResult } from '../callResult.ts';
import { el } from '../dom.ts';
import { icon } from '../icons.ts';
import { t } from '../i18n.ts';
import type { TicketingCall } from '../types.ts';
import type { Said } from './adviceOnCalls.ts';

export interface Outcome {
	element: HTMLElement;
	show(title: string, said: Said, calls: TicketingCall[]): void;
	hide(): void;
}

/** What was sent by the last action and what came back; it stays until the next one, or closed. */
export function createOutcome(): Outcome {
	const result = el('div', { attributes: { role: 'status', 'data-testid': 'outcome' } });
	const element = el(
		'aside',
		{ class: 'outcome', attributes: { 'aria-label': t('outcome'), hidden: true } },
		result,
		el(
			'div',
			{ class: 'outcome-foot' },
			el(
				'a',
				{ class: 'text-button', attributes: { href: '#', 'data-testid': 'see-phones' } },
				t('seePhones'),
			),
			el(
				'button',
				{
					class: 'icon-button',
					attributes: { type: 'button', 'aria-label': t('close'), title: t('close') },
					on: { click: () => hide() },
				},
				icon('close'),
			),
		),
	);

	function hide(): void {
		element.hidden = true;
		result.replaceChildren();
	}

	return {
		element,
		hide,
		show(title, said, calls) {
			element.hidden = false;
			result.replaceChildren(callsResult({ title, ...said }, calls));
		},
	};
}
