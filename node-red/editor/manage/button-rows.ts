import type {
	DefinitionButton,
	OtherButton,
	TemplateDefinition,
} from '../../../core/templates/definition';
import { el } from '../dom';
import { counter } from './counter';
import { m } from './manage-words';

type Button = DefinitionButton | OtherButton;
type Kind = DefinitionButton['type'];

const KINDS: Kind[] = ['quick_reply', 'url', 'phone', 'copy_code'];

/** Fields of a kind: name in the definition, placeholder, longest text where it is counted. */
const FIELDS: Record<
	Kind,
	Array<{ name: string; hint: string; most?: number; optional?: true }>
> = {
	quick_reply: [{ name: 'text', hint: 'form.buttonText', most: 25 }],
	url: [
		{ name: 'text', hint: 'form.buttonText', most: 25 },
		{ name: 'url', hint: 'form.buttonUrl' },
		{ name: 'sample', hint: 'form.buttonSample', optional: true },
	],
	phone: [
		{ name: 'text', hint: 'form.buttonText', most: 25 },
		{ name: 'phone', hint: 'form.buttonPhone' },
	],
	copy_code: [{ name: 'sample', hint: 'form.buttonCode', most: 15 }],
};

interface Row {
	button?: Button;
	read?: () => Button;
	number?: (at: number) => void;
}

/** The buttons below the message: Node-RED's own list, to add, remove and sort. */
export class ButtonRows {
	readonly element = el('div', { class: 'wae-rows wae-button-rows', 'data-place': 'buttons' });

	private readonly list = el('ol', {});

	constructor(private readonly onChange: () => void) {
		this.element.append(this.list);
	}

	/** Once the element stands in the page: the list wraps itself. */
	begin(): void {
		$(this.list).editableList<Row>({
			removable: true,
			sortable: true,
			height: 'auto',
			addButton: m('form.addButton'),
			addItem: (container, _index, row) => {
				this.row(container, row);
				this.changed();
			},
			sortItems: () => this.changed(),
			removeItem: () => this.changed(),
		});
	}

	fill(buttons: TemplateDefinition['buttons'] = []): void {
		$(this.list).editableList('empty');
		for (const button of buttons) $(this.list).editableList('addItem', { button });
	}

	values(): Button[] {
		return this.rows().map((row) => row.read?.() ?? (row.button as Button));
	}

	private rows(): Row[] {
		return [...$(this.list).editableList('items')].map((item) => $(item).data('data') as Row);
	}

	private changed(): void {
		this.rows().forEach((row, at) => row.number?.(at));
		this.onChange();
	}

	private row(container: JQuery, row: Row): void {
		const given = row.button;
		if (given?.type === 'other') {
			container.append(el('p', { class: 'wae-hint' }, m('form.otherButton')));
			row.read = () => given;
			return;
		}
		const values: Record<string, string> = {};
		for (const [name, value] of Object.entries(given ?? {})) {
			if (typeof value === 'string') values[name] = value;
		}
		const kind = el(
			'select',
			{ 'aria-label': m('form.buttonKind') },
			...KINDS.map((value) => el('option', { value }, m(`form.kinds.${value}`))),
		);
		kind.value = given?.type ?? 'quick_reply';
		const fields = el('div', { class: 'wae-button-fields' });
		let place = 0;
		const draw = (): void => {
			const type = kind.value as Kind;
			fields.replaceChildren(
				...FIELDS[type].map(({ name, hint, most, optional }) => {
					const field = el('input', {
						type: 'text',
						placeholder: m(hint),
						'aria-label': m(hint),
						'data-field': name,
					});
					field.value = values[name] ?? '';
					const box = el('div', { class: 'wae-counted' }, field);
					if (most !== undefined) box.append(counter(field, most));
					if (optional) box.hidden = !/\{\{/.test(values.url ?? '');
					field.addEventListener('input', () => {
						values[name] = field.value;
						// The whole link is asked for where it differs from person to person.
						const sample = fields.querySelector('[data-field="sample"]')?.parentElement;
						if (name === 'url' && sample) sample.hidden = !/\{\{/.test(field.value);
						this.onChange();
					});
					return box;
				}),
			);
			number(place);
		};
		const number = (at: number): void => {
			place = at;
			for (const field of fields.querySelectorAll<HTMLElement>('[data-field]')) {
				field.dataset.place = `buttons[${at}].${field.dataset.field}`;
			}
		};
		kind.addEventListener('change', () => {
			draw();
			this.onChange();
		});
		row.number = number;
		row.read = () => buttonFrom(kind.value as Kind, values, given);
		container.addClass('wae-button-row').append(kind, fields);
		draw();
	}
}

function buttonFrom(type: Kind, values: Record<string, string>, given?: Button): Button {
	const text = (name: string) => (values[name] ?? '').trim();
	const other =
		given !== undefined && given.type === type && 'other' in given && given.other
			? { other: given.other }
			: {};
	switch (type) {
		case 'quick_reply':
			return { type, text: text('text'), ...other };
		case 'url': {
			const sample = /\{\{/.test(text('url')) && text('sample') ? { sample: text('sample') } : {};
			return { type, text: text('text'), url: text('url'), ...sample, ...other };
		}
		case 'phone':
			return { type, text: text('text'), phone: text('phone'), ...other };
		case 'copy_code':
			return {
				type,
				sample: text('sample'),
				...(text('text') ? { text: text('text') } : {}),
				...other,
			};
	}
}
