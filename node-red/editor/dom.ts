type Child = Node | string | undefined | false;

/** An element with attributes and children; text stays text. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	attributes: Record<string, string | boolean | undefined> = {},
	...children: Child[]
): HTMLElementTagNameMap[Tag] {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (value === undefined || value === false) continue;
		element.setAttribute(name, value === true ? '' : value);
	}
	element.append(...children.filter((child): child is Node | string => Boolean(child)));
	return element;
}

/** An icon of Font Awesome 4, which the editor brings. */
export const icon = (name: string): HTMLElement =>
	el('i', { class: `fa fa-${name}`, 'aria-hidden': 'true' });

export function button(
	label: string,
	iconName: string | undefined,
	onClick: () => void,
	className = '',
): HTMLButtonElement {
	const element = el(
		'button',
		{ type: 'button', class: `red-ui-button ${className}`.trim() },
		iconName !== undefined && icon(iconName),
		iconName !== undefined && label !== '' && ' ',
		label,
	);
	element.addEventListener('click', (event) => {
		event.preventDefault();
		onClick();
	});
	return element;
}

export function byId<Type extends HTMLElement = HTMLInputElement>(id: string): Type {
	const element = document.getElementById(id);
	if (element === null) throw new Error(`The dialog has no element #${id}`);
	return element as Type;
}

/** One line of the form: label on the left, field and hint on the right. */
export function row(
	label: string,
	field: Node,
	{ hint, forId, iconName }: { hint?: string; forId?: string; iconName?: string } = {},
): HTMLElement {
	return el(
		'div',
		{ class: 'form-row' },
		el('label', { for: forId }, iconName !== undefined && icon(iconName), ' ', label),
		el(
			'div',
			{ class: 'wae-field' },
			field,
			hint !== undefined && el('p', { class: 'wae-hint' }, hint),
		),
	);
}
