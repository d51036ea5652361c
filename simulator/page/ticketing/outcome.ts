import { callsResult } from '../callResult.ts';
import { el, setAttribute } from '../dom.ts';
import { icon } from '../icons.ts';
import { t } from '../i18n.ts';
import type { TicketingCall } from '../types.ts';
import type { Said } from './adviceOnCalls.ts';

/** What was done, what to make of it, and the webhooks that it set off. */
export interface Told {
	title: string;
	said: Said;
	calls?: TicketingCall[];
}

export interface Outcome {
	element: HTMLElement;
	show(told: Told): void;
	hide(): void;
}

/** What was sent by the last action and what came back; it stays until the next one, or closed. */
export function createOutcome(): Outcome {
	let count = 0;
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
		show({ title, said, calls = [] }) {
			element.hidden = false;
			setAttribute(result, 'data-told', (count += 1)); // so that a test can wait for the next one
			result.replaceChildren(callsResult({ title, ...said }, calls));
		},
	};
}
