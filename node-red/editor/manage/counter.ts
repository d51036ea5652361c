import { lengthOf } from '../../../core/templates/check/text';
import { el } from '../dom';

/** How long a text is, and how long it may be: live, beside its field. */
export function counter(field: HTMLInputElement | HTMLTextAreaElement, most: number): HTMLElement {
	const shown = el('span', { class: 'wae-counter', 'aria-live': 'off' });
	const count = (): void => {
		const length = lengthOf(field.value);
		shown.textContent = `${length}/${most}`;
		shown.classList.toggle('wae-over', length > most);
		shown.classList.toggle('wae-near', length > most * 0.9 && length <= most);
	};
	field.addEventListener('input', count);
	field.addEventListener('wae-set', count);
	count();
	return shown;
}

/** Changes a field from outside: counters and previews follow. */
export function setValue(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
	field.value = value;
	field.dispatchEvent(new Event('wae-set', { bubbles: true }));
}
