import { el } from '../dom.ts';
import type { Fact } from './facts.ts';

export interface FactsCard {
	element: HTMLElement;
	update(facts: readonly Fact[]): void;
}

/** Terms and values under a title; nothing at all while there are none. */
export function createFactsCard(title: string, className = ''): FactsCard {
	const list = el('dl', { class: 'facts' });
	const element = el(
		'section',
		{ class: `desk-card ${className}`.trim() },
		el('h3', {}, title),
		list,
	);
	let drawn = '';
	return {
		element,
		update(facts) {
			element.hidden = facts.length === 0;
			const now = JSON.stringify(facts);
			if (now === drawn) return; // somebody may be selecting an id
			drawn = now;
			list.replaceChildren(
				...facts.flatMap(([term, value]) => [
					el('dt', { attributes: { dir: 'auto' } }, term),
					el('dd', { attributes: { dir: 'auto' } }, value),
				]),
			);
		},
	};
}
