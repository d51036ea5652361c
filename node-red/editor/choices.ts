import { el } from './dom';

export interface Choice {
	value: string;
	label: string;
	hint?: string;
	/** Heading under which neighbours of the same group stand. */
	group?: string;
	disabled?: boolean;
}

export interface Choices {
	element: HTMLElement;
	values(): string[];
}

/** A list of boxes to tick. */
export function choices(
	all: Choice[],
	chosen: string[],
	{ inline = false, onChange }: { inline?: boolean; onChange?: () => void } = {},
): Choices {
	const boxes: HTMLInputElement[] = [];
	const element = el('div', {
		class: `wae-choices${inline ? ' wae-inline' : ''}`,
		role: 'group',
	});
	let group: string | undefined;
	for (const choice of all) {
		if (choice.group !== undefined && choice.group !== group) {
			group = choice.group;
			element.append(el('div', { class: 'wae-group' }, group));
		}
		const box = el('input', { type: 'checkbox', value: choice.value });
		box.disabled = choice.disabled === true;
		box.checked = !box.disabled && chosen.includes(choice.value);
		box.addEventListener('change', () => onChange?.());
		boxes.push(box);
		const text = el(
			'span',
			{},
			el('span', { class: 'wae-choice-label' }, choice.label),
			choice.hint !== undefined && el('span', { class: 'wae-choice-hint' }, choice.hint),
		);
		element.append(
			el('label', { class: `wae-choice${choice.disabled ? ' wae-choice-off' : ''}` }, box, text),
		);
	}
	return {
		element,
		values: () => boxes.filter((box) => box.checked).map((box) => box.value),
	};
}
