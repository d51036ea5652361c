import { el, setAttribute, setText } from '../dom.ts';
import { t } from '../i18n.ts';
import type { Word } from '../i18n.ts';

const states: Record<string, { word: Word; tone: string }> = {
	complete: { word: 'stateComplete', tone: 'good' },
	unpaid: { word: 'stateUnpaid', tone: 'warning' },
	cancelled: { word: 'stateCancelled', tone: 'bad' },
	valid: { word: 'stateValid', tone: 'good' },
	proposed: { word: 'stateProposed', tone: 'waiting' },
	confirmed: { word: 'stateConfirmed', tone: 'good' },
	denied: { word: 'stateDenied', tone: 'bad' },
};

/** How an order, a ticket or a sponsorship stands, as a coloured word. */
export function createStateBadge(): { element: HTMLElement; show(state: string): void } {
	const element = el('span', { class: 'badge' });
	return {
		element,
		show(state) {
			const known = states[state];
			element.className = `badge is-${known?.tone ?? 'soft'}`;
			setAttribute(element, 'data-state', state);
			setText(element, known === undefined ? state : t(known.word));
		},
	};
}
