import { el, setAttribute, setText } from '../dom.ts';
import { statusName, toneOf } from './status.ts';

/** A status as a coloured word. */
export function createStatusBadge(testId?: string): {
	element: HTMLElement;
	show(status: string): void;
} {
	const element = el('span', { class: 'badge', attributes: { 'data-testid': testId } });
	return {
		element,
		show(status) {
			element.className = `badge is-${toneOf(status)}`;
			setAttribute(element, 'data-status', status);
			setText(element, statusName(status));
		},
	};
}
