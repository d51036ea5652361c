import { arrange, el, setText } from '../dom.ts';
import type { Platform, TicketingAction } from '../types.ts';
import { whyNot } from './whyNot.ts';

let serial = 0;

export interface DeskSection {
	element: HTMLElement;
	/** The sentence why something is greyed out. */
	noteId: string;
	/** Says what the platform does not report. */
	explain(platform: Platform, platforms: readonly Platform[]): void;
}

/** A card of the desk: a title with its buttons, what is greyed out and why, and what it lists. */
export function createDeskSection(
	parts: {
		title: string;
		testId: string;
		actions: readonly TicketingAction[];
		buttons?: HTMLElement[];
	},
	...content: HTMLElement[]
): DeskSection {
	const number = ++serial;
	const noteId = `why-not-${number}`;
	const titleId = `desk-section-${number}`;
	const note = el('div', { class: 'why-not', attributes: { id: noteId } });
	const element = el(
		'section',
		{
			class: 'desk-card',
			attributes: { 'aria-labelledby': titleId, 'data-testid': parts.testId },
		},
		el(
			'div',
			{ class: 'desk-card-head' },
			el('h3', { attributes: { id: titleId } }, parts.title),
			el('div', { class: 'actions' }, ...(parts.buttons ?? [])),
		),
		note,
		...content,
	);
	return {
		element,
		noteId,
		explain(platform, platforms) {
			const sentences = whyNot(platform, parts.actions, platforms);
			note.hidden = sentences.length === 0;
			arrange(
				note,
				sentences.map((sentence, at) => {
					const line = note.children[at] ?? el('p', {});
					setText(line, sentence);
					return line;
				}),
			);
		},
	};
}
