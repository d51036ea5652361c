/** Arrow keys lead from row to row. */
export function moveAlong(list: Element, event: KeyboardEvent): void {
	const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
	if (step === undefined) return;
	const links = [...list.querySelectorAll<HTMLElement>('a')];
	const at = links.findIndex((link) => link === document.activeElement);
	const next = at === -1 ? undefined : links[at + step];
	if (next === undefined) return;
	event.preventDefault();
	next.focus();
}
