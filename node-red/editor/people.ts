import { api, sentenceOf } from './api';
import { button, byId, el } from './dom';
import { notice } from './notice';
import type { EditorNode } from './red';
import { t } from './words';

/** In the dialog of the account: how many opted out, and what is kept of one person removed. */
export function preparePeople(node: EditorNode): void {
	const figure = el('p', { class: 'wae-hint' });
	const phone = el('input', {
		type: 'text',
		id: 'wae-forget-phone',
		inputmode: 'tel',
		placeholder: '+81 90 1234 5678',
		'aria-label': t('people.phone'),
	});
	const result = el('div', { 'aria-live': 'polite' });
	const start = button(t('people.forget'), 'eraser', () => ask(node, start, phone, result));
	byId<HTMLElement>('wae-people').replaceChildren(
		figure,
		el('div', { class: 'wae-forget' }, phone, start),
		el('p', { class: 'wae-hint' }, t('people.hint')),
		result,
	);
	void count(node, figure);
}

async function count(node: EditorNode, figure: HTMLElement): Promise<void> {
	try {
		const { optedOut } = await api.people(node.id);
		figure.textContent = t('people.optedOut', { count: optedOut });
	} catch {
		figure.textContent = t('people.deployFirst');
	}
}

/** What is deleted cannot be brought back: nothing happens at the first click. */
function ask(
	node: EditorNode,
	start: HTMLButtonElement,
	phone: HTMLInputElement,
	result: HTMLElement,
): void {
	const typed = phone.value.trim();
	if (typed === '') {
		result.replaceChildren(notice('info', t('people.empty')));
		phone.focus();
		return;
	}
	const close = () => {
		result.replaceChildren();
		start.focus();
	};
	const sure = button(
		t('people.sure'),
		'eraser',
		() => void forget(node, start, typed, result),
		'wae-primary',
	);
	sure.id = 'wae-forget-really';
	const cancel = button(t('people.cancel'), undefined, close);
	result.replaceChildren(
		el(
			'div',
			{ class: 'wae-ask', role: 'alertdialog', 'aria-label': t('people.forget') },
			el('strong', {}, t('people.ask', { phone: typed })),
			el('p', {}, t('people.askHint')),
			el('div', { class: 'wae-recipients-row' }, sure, cancel),
		),
	);
	cancel.focus();
}

async function forget(
	node: EditorNode,
	start: HTMLButtonElement,
	phone: string,
	result: HTMLElement,
): Promise<void> {
	start.disabled = true;
	result.replaceChildren();
	try {
		const told = await api.forgetPerson(node.id, phone);
		const parts = told.removed
			.filter(({ rows }) => rows > 0)
			.map(({ what, rows }) =>
				t(`people.part.${what}`, { rows, defaultValue: `${what}: ${rows}` }),
			);
		const lines = [
			parts.length > 0
				? t('people.removed', { phone: told.phone, parts: parts.join(t('listSeparator')) })
				: t('people.nothing', { phone: told.phone }),
			...(told.optedOut ? [t('people.kept')] : []),
		];
		result.replaceChildren(...lines.map((line) => notice('ok', line)));
	} catch (error) {
		result.replaceChildren(notice('failed', sentenceOf(error)));
	}
	start.disabled = false;
}
