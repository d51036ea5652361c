/** A button may be gone or greyed out after its action; the keyboard stays beside it. */
export function keepFocusNear(change: () => void): void {
	const focused = document.activeElement;
	const around: HTMLElement[] = [];
	for (let one = focused?.parentElement; one; one = one.parentElement) {
		if (one.hasAttribute('tabindex')) around.push(one);
	}
	change();
	const lost =
		focused?.isConnected === false || (focused instanceof HTMLButtonElement && focused.disabled);
	if (lost) around.find(({ isConnected }) => isConnected)?.focus({ preventScroll: true });
}
