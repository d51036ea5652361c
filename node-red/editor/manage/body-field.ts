import { variableNames } from '../../../core/events/variables';
import { placeholdersOf } from '../../../core/templates/parameters';
import { button, el } from '../dom';
import { t } from '../words';
import { counter, setValue } from './counter';
import { m } from './manage-words';

/** Variables nearly every message has; the others unfold. */
const FIRST = ['first_name', 'event_name', 'event_date', 'venue', 'ticket_name'];

const MOST = 1024;

/** The body: a text, a live count, and a button for each variable we can fill. */
export class BodyField {
	readonly element: HTMLElement;

	private readonly text = el('textarea', {
		id: 'wae-form-body',
		rows: '7',
		dir: 'auto',
		placeholder: m('form.bodyPlaceholder'),
		'data-place': 'body',
	});

	private readonly chips = new Map<string, HTMLButtonElement>();

	constructor(private readonly onChange: () => void) {
		const more = el('span', { class: 'wae-more-variables', hidden: true });
		const unfold = button(
			m('form.moreVariables'),
			undefined,
			() => {
				more.hidden = false;
				unfold.hidden = true;
			},
			'wae-variable-chip wae-variable-more',
		);
		const names = variableNames as readonly string[];
		more.append(...names.filter((name) => !FIRST.includes(name)).map((name) => this.chip(name)));
		this.text.addEventListener('input', () => this.changed());
		this.element = el(
			'div',
			{ class: 'wae-field' },
			el('div', { class: 'wae-counted' }, this.text, counter(this.text, MOST)),
			el('p', { class: 'wae-hint' }, m('form.bodyHint')),
			el(
				'div',
				{ class: 'wae-variable-chips' },
				...FIRST.map((name) => this.chip(name)),
				unfold,
				more,
			),
		);
	}

	get value(): string {
		return this.text.value;
	}

	set value(text: string) {
		setValue(this.text, text);
		this.dim();
	}

	private chip(name: string): HTMLButtonElement {
		const chip = button(
			t(`variable.names.${name}`),
			undefined,
			() => this.insert(name),
			'wae-variable-chip',
		);
		chip.title = `{{${name}}}`;
		// The text keeps the place at which it was being written.
		chip.addEventListener('mousedown', (event) => event.preventDefault());
		this.chips.set(name, chip);
		return chip;
	}

	private insert(name: string): void {
		const { selectionStart: start, selectionEnd: end, value } = this.text;
		const before = value.slice(0, start);
		const after = value.slice(end);
		// Words stand around a variable; scripts without spaces need none.
		const space = /[\p{Script=Latin}\p{N}]$/u.test(before) ? ' ' : '';
		this.text.value = `${before}${space}{{${name}}}${after}`;
		const at = before.length + space.length + name.length + 4;
		this.text.focus();
		this.text.setSelectionRange(at, at);
		this.text.dispatchEvent(new Event('input', { bubbles: true }));
	}

	private changed(): void {
		this.dim();
		this.onChange();
	}

	/** A named variable stands once in a text. */
	private dim(): void {
		const used = placeholdersOf(this.text.value);
		for (const [name, chip] of this.chips) {
			chip.classList.toggle('wae-used', used.includes(name));
		}
	}
}
