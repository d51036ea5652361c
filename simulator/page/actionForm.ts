import { el } from './dom.ts';
import { t } from './i18n.ts';
import type { Word } from './i18n.ts';

export interface ActionForm {
	element: HTMLFormElement;
	/** The element that gets the focus when the form opens. */
	first: HTMLElement;
	/** What the simulator is asked with. */
	read(): Record<string, unknown>;
}

interface Parts {
	testId: string;
	confirm: Word;
	danger?: boolean;
	first?: HTMLElement;
	read(): Record<string, unknown>;
	onCancel(): void;
	onConfirm(): void;
}

/** What an action asks before it is done. Escape and Cancel leave everything as it is. */
export function createActionForm(parts: Parts, ...content: HTMLElement[]): ActionForm {
	const confirm = el(
		'button',
		{
			class: parts.danger === true ? 'primary is-danger' : 'primary',
			attributes: { type: 'submit', 'data-testid': parts.testId },
		},
		t(parts.confirm),
	);
	const element = el(
		'form',
		{
			class: 'action-form',
			on: {
				submit: (event) => {
					event.preventDefault();
					parts.onConfirm();
				},
				keydown: (event) => {
					if (event instanceof KeyboardEvent && event.key === 'Escape') parts.onCancel();
				},
			},
		},
		...content,
		el(
			'div',
			{ class: 'action-form-buttons' },
			confirm,
			el(
				'button',
				{ class: 'secondary', attributes: { type: 'button' }, on: { click: parts.onCancel } },
				t('cancel'),
			),
		),
	);
	return { element, first: parts.first ?? confirm, read: parts.read };
}
