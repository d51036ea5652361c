type Child = Node | string | undefined | false;

interface Properties {
	class?: string;
	attributes?: Record<string, string | number | boolean | undefined>;
	on?: Partial<Record<keyof HTMLElementEventMap, (event: Event) => void>>;
}

/** One element. Text is always set as text, so nothing that came over the wire becomes markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
	tag: K,
	properties: Properties = {},
	...children: Child[]
): HTMLElementTagNameMap[K] {
	const element = document.createElement(tag);
	if (properties.class !== undefined) element.className = properties.class;
	for (const [name, value] of Object.entries(properties.attributes ?? {})) {
		setAttribute(element, name, value);
	}
	for (const [name, listener] of Object.entries(properties.on ?? {})) {
		element.addEventListener(name, listener);
	}
	element.append(...present(children));
	return element;
}

export function setAttribute(
	element: Element,
	name: string,
	value: string | number | boolean | undefined,
): void {
	if (value === undefined || value === false) element.removeAttribute(name);
	else element.setAttribute(name, value === true ? '' : String(value));
}

export function present(children: Child[]): (Node | string)[] {
	return children.filter((child) => child !== undefined && child !== false);
}

export function setText(element: Element, text: string): void {
	if (element.textContent !== text) element.textContent = text;
}

/** Makes `wanted` the container's children, moving only what is out of place: scroll stays. */
export function arrange(container: Element, wanted: readonly Element[]): void {
	const focused = document.activeElement;
	const keep = new Set<Element>(wanted);
	for (const child of [...container.children]) if (!keep.has(child)) child.remove();
	wanted.forEach((element, index) => {
		const present = container.children[index];
		if (present !== element) container.insertBefore(element, present ?? null);
	});
	if (focused instanceof HTMLElement && focused !== document.activeElement) {
		if (container.contains(focused)) focused.focus({ preventScroll: true });
	}
}
