import { el } from './dom.ts';
import { icon } from './icons.ts';
import { t } from './i18n.ts';
import { toastRegion } from './toast.ts';

export interface Panel {
	element: HTMLElement;
	open(): void;
	close(): void;
	isOpen(): boolean;
}

let serial = 0;

/**
 * A sheet over the list of people. It is not modal on purpose: the phones beside it stay in view,
 * so one sees the message arrive while the form is still open.
 */
export function createPanel(
	title: string,
	testId: string,
	content: Node,
	onToggle: () => void,
): Panel {
	const id = `panel-${++serial}`;
	let openedFrom: Element | null = null;
	const element = el(
		'div',
		{
			class: 'panel',
			attributes: {
				role: 'dialog',
				'aria-labelledby': id,
				hidden: true,
				tabindex: -1, // a click on an empty spot keeps the focus, and with it Escape, in here
				'data-testid': testId,
			},
			on: {
				keydown: (event) => {
					if (event instanceof KeyboardEvent && event.key === 'Escape') close();
				},
			},
		},
		el(
			'header',
			{ class: 'panel-header' },
			el(
				'button',
				{
					class: 'icon-button',
					attributes: { type: 'button', 'aria-label': t('close'), title: t('close') },
					on: { click: close },
				},
				icon('close'),
			),
			el('h2', { attributes: { id } }, title),
		),
		content,
		toastRegion(),
	);

	function close(): void {
		if (element.hidden) return;
		element.hidden = true;
		onToggle();
		if (openedFrom instanceof HTMLElement) openedFrom.focus();
	}

	return {
		element,
		close,
		isOpen: () => !element.hidden,
		open() {
			openedFrom = document.activeElement;
			element.hidden = false;
			onToggle();
			element.querySelector<HTMLElement>('input, select, textarea')?.focus();
		},
	};
}
