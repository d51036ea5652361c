import { byId, el } from '../dom';
import type { EditorNode } from '../red';
import { c } from './credit-words';

/** “Before sending” in Send Template and Notification: which Check Credits node says whether there is enough. */
export function prepareGuardField(node: EditorNode): void {
	const before = byId<HTMLSelectElement>('node-input-beforeSending');
	// Nodes of before do not say.
	if (before.value === '') before.value = 'nothing';
	const select = byId<HTMLSelectElement>('node-input-creditCheck');
	const chosen = String(node.creditCheck ?? '');
	const guards: EditorNode[] = [];
	RED.nodes.eachNode((other) => {
		const isGuard = other.type === 'whatsapp-check-credits' && other.operation === 'guard';
		if (isGuard && !other.d) guards.push(other);
	});
	const options = [
		el('option', { value: '' }, c('guardField.meta')),
		...guards.map((guard) => {
			const name = String(guard.name || c('operation.guard'));
			return el('option', { value: guard.id }, name);
		}),
	];
	if (chosen !== '' && !guards.some(({ id }) => id === chosen)) {
		options.push(el('option', { value: chosen }, c('guardField.gone')));
	}
	select.replaceChildren(...options);
	select.value = chosen;
	const show = (): void => {
		byId<HTMLElement>('wae-credit-check').hidden = before.value !== 'credit';
	};
	before.addEventListener('change', show);
	show();
}
