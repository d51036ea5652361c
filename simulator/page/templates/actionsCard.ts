import { arrange, el, setAttribute, setText } from '../dom.ts';
import { t } from '../i18n.ts';
import { actionGroups } from './actionChoices.ts';
import type { Choice } from './actionChoices.ts';
import { createActionForm } from '../actionForm.ts';
import type { ActionForm } from '../actionForm.ts';
import { fits, nextPauseHours, usualActions } from './fits.ts';
import type { Action } from './fits.ts';
import { createRecategoriseForm } from './recategoriseForm.ts';
import { createRejectForm } from './rejectForm.ts';
import type { Template } from './types.ts';

export interface ActionsCard {
	element: HTMLElement;
	update(template: Template): void;
}

/** Meta's buttons: what is usual in the present status in front, everything else folded away. */
export function createActionsCard(
	first: Template,
	act: (action: Action, given: Record<string, unknown>) => Promise<boolean>,
): ActionsCard {
	let template = first;
	let form: { action: Action; form: ActionForm } | undefined;
	let busy = false;
	const buttons = new Map<Action, HTMLButtonElement>();
	const front = el('div', { class: 'actions' });
	const formSlot = el('div', { class: 'action-slot' });
	const nothing = el('p', { class: 'hint' }, t('nothingFits'));
	const folded = actionGroups.map(({ title, choices }) => {
		const list = el('div', { class: 'actions' });
		const element = el('div', { class: 'action-group' }, el('h4', {}, t(title)), list);
		return { element, list, choices };
	});
	const more = el(
		'details',
		{ class: 'more-actions', attributes: { 'data-testid': 'more-actions' } },
		el('summary', {}, t('moreActions')),
		...folded.map(({ element }) => element),
	);
	const element = el(
		'section',
		{ class: 'desk-card' },
		el('h3', {}, t('actions')),
		front,
		formSlot,
		nothing,
		more,
	);

	for (const { action, testId, danger } of actionGroups.flatMap(({ choices }) => choices)) {
		const button = el('button', {
			class: danger ? 'action is-danger' : 'action',
			attributes: { type: 'button', 'data-testid': testId },
			// Another button may stand under the second click of two.
			on: { click: (event) => (event as MouseEvent).detail < 2 && press(action) },
		});
		buttons.set(action, button);
	}

	function press(action: Action): void {
		const asked = formOf(action);
		if (asked === undefined) void run(action, {});
		else if (form?.action === action) closeForm();
		else {
			form = { action, form: asked };
			formSlot.replaceChildren(asked.element);
			update(template);
			asked.element.scrollIntoView({ block: 'nearest' });
			asked.first.focus();
		}
	}

	function formOf(action: Action): ActionForm | undefined {
		const own = {
			onCancel: closeForm,
			onConfirm: () => form && void run(form.action, form.form.read()),
		};
		if (action === 'reject') return createRejectForm(own);
		if (action === 'recategorise') return createRecategoriseForm(template.category, own);
		if (!asks(action, template)) return undefined;
		const parts = { testId: 'confirm-delete', confirm: 'confirmDelete', danger: true } as const;
		const hint = el('p', { class: 'hint' }, t('deleteHint'));
		return createActionForm({ ...own, ...parts, read: () => ({}) }, hint);
	}

	function closeForm(): void {
		const action = form?.action;
		form = undefined;
		formSlot.replaceChildren();
		update(template);
		if (action !== undefined) buttons.get(action)?.focus();
	}

	async function run(action: Action, given: Record<string, unknown>): Promise<void> {
		if (busy) return;
		busy = true;
		const done = await act(action, given);
		busy = false;
		if (done && form?.action === action) closeForm();
		// The button may be disabled now, and the keyboard would be nowhere.
		const lost = document.activeElement === document.body;
		if (done && lost) element.closest<HTMLElement>('.template')?.focus({ preventScroll: true });
	}

	function labelOf({ action, word }: Choice): string {
		if (action === 'pause') {
			const hours = nextPauseHours(template);
			return hours === 0 ? t('pauseLast') : t('pause', { hours });
		}
		if (action === 'delete' && template.status === 'PENDING_DELETION') return t('finishDeletion');
		return t(word);
	}

	function update(next: Template): void {
		template = next;
		if (form !== undefined && !fits(form.action, next)) {
			form = undefined;
			formSlot.replaceChildren();
		}
		const usual = usualActions(next);
		arrange(
			front,
			usual.flatMap((action) => buttons.get(action) ?? []),
		);
		for (const { element: group, list, choices } of folded) {
			const rest = choices.filter(({ action }) => !usual.includes(action));
			arrange(
				list,
				rest.flatMap(({ action }) => buttons.get(action) ?? []),
			);
			group.hidden = rest.length === 0;
			for (const choice of choices) {
				const button = buttons.get(choice.action);
				if (button === undefined) continue;
				setText(button, labelOf(choice));
				button.disabled = !fits(choice.action, next);
				const expanded = asks(choice.action, next) && String(form?.action === choice.action);
				setAttribute(button, 'aria-expanded', expanded);
			}
		}
		front.hidden = usual.length === 0;
		nothing.hidden = usual.length > 0;
		more.hidden = next.status === 'DELETED';
	}

	update(first);
	return { element, update };
}

/** Whether something has to be said before it is done. */
function asks(action: Action, { status }: Template): boolean {
	if (action === 'delete') return status !== 'PENDING_DELETION';
	return action === 'reject' || action === 'recategorise';
}
