import type { ActionForm } from '../actionForm.ts';
import { el, setAttribute } from '../dom.ts';

export interface Asking {
	onCancel(): void;
	onConfirm(): void;
}

export interface FormSlot {
	element: HTMLElement;
	/**
	 * Opens under a button what has to be said first; the button pressed again closes it.
	 *
	 * @param run what is done with it; the form stays open if that did not work
	 */
	toggle(
		button: HTMLElement,
		make: (asking: Asking) => ActionForm,
		run: (given: Record<string, unknown>) => Promise<boolean>,
	): void;
	close(): void;
}

/** The place where a form opens. One form at a time; the focus goes back to its button. */
export function createFormSlot(): FormSlot {
	let opened: { button: HTMLElement; form: ActionForm } | undefined;
	let busy = false;
	const element = el('div', { class: 'action-slot' });

	function close(): void {
		if (opened === undefined) return;
		const { button } = opened;
		opened = undefined;
		const hadFocus = element.contains(document.activeElement);
		element.replaceChildren();
		setAttribute(button, 'aria-expanded', 'false');
		if (hadFocus) button.focus();
	}

	return {
		element,
		close,
		toggle(button, make, run) {
			const again = opened?.button === button;
			close();
			if (again) return;
			const confirm = async (): Promise<void> => {
				if (busy) return;
				busy = true;
				const done = await run(form.read());
				busy = false;
				if (done && opened?.form === form) close();
			};
			const form = make({ onCancel: close, onConfirm: () => void confirm() });
			opened = { button, form };
			setAttribute(button, 'aria-expanded', 'true');
			element.replaceChildren(form.element);
			form.element.scrollIntoView({ block: 'nearest' });
			form.first.focus();
		},
	};
}
