import { switchboard, type SwitchboardLine } from '../../../core/events/switchboard';
import type { SwitchRow } from '../../../core/events/switches';
import type { AccountDraft } from '../account-draft';
import { api, sentenceOf, type SwitchboardAnswer } from '../api';
import { button, el } from '../dom';
import { failure, notice } from '../notice';
import { t } from '../words';
import { eventPicker } from './event-picker';
import { lastSentOf } from './last-sent';
import { rowFor } from './row';
import { standing } from './standing';

export interface SwitchesSection {
	element: HTMLElement;
	rows(): SwitchRow[];
}

/** All ten triggers on one screen: template, its status, on or off, last sent; for all events or one. */
export function switchesSection(
	saved: readonly SwitchRow[],
	account: () => AccountDraft,
): SwitchesSection {
	let rows = [...saved];
	let facts: SwitchboardAnswer | undefined;
	let problem: string | undefined;
	const list = el('div', { class: 'wae-switches' });
	const told = el('div', { 'aria-live': 'polite' });
	const count = el('span', { class: 'wae-switches-count' });
	const picker = eventPicker(() => show());
	const again = button('', 'refresh', () => void read(), 'wae-switches-again');
	again.title = t('switches.refresh');
	again.setAttribute('aria-label', t('switches.refresh'));

	const linesNow = (): SwitchboardLine[] =>
		switchboard({
			rows,
			templates: (facts?.templates ?? []) as never,
			lastSent: lastSentOf(facts?.sent ?? [], picker.value()),
			event: picker.value(),
		});

	function turn(automation: SwitchRow['automation'], on: boolean): void {
		const event = picker.value();
		const isThis = (row: SwitchRow) =>
			row.automation === automation && row.event.toLowerCase() === event.toLowerCase();
		rows = [...rows.filter((row) => !isThis(row)), { event, automation, on }];
		show(automation);
	}

	/** @param focused whose toggle was used: it is drawn anew, and keeps the focus */
	function show(focused?: string): void {
		const lines = linesNow();
		const known = facts?.templates !== undefined;
		const audiences = [...new Set(lines.map(({ audience }) => audience))];
		list.replaceChildren(
			...audiences.map((audience) =>
				el(
					'section',
					{ class: 'wae-switches-group' },
					el('h4', {}, t(`audience.${audience}`)),
					...lines
						.filter((line) => line.audience === audience)
						.map((line) => rowFor(line, standing(line, { known, event: picker.value() }), turn)),
				),
			),
		);
		const sending = lines.filter((line) => line.on && (!known || line.canBeSwitchedOn)).length;
		count.textContent = t('switches.count', { on: sending, all: lines.length });
		told.replaceChildren(
			...(problem === undefined ? [] : [failure(problem, () => void read())]),
			...(picker.value() === '' ? [] : [notice('info', t('switches.forEvent'))]),
		);
		if (focused !== undefined) {
			list.querySelector<HTMLElement>(`[data-automation="${focused}"]`)?.focus();
		}
	}

	async function read(): Promise<void> {
		again.disabled = true;
		again.firstElementChild?.classList.add('fa-spin');
		try {
			facts = await api.switchboard(account());
			problem = facts.problem && `${t('switches.unknown')} ${facts.problem}`;
		} catch (error) {
			problem = sentenceOf(error);
		}
		again.disabled = false;
		again.firstElementChild?.classList.remove('fa-spin');
		// The dialog may be closed by now.
		if (!list.isConnected) return;
		picker.offer(facts?.sent ?? [], rows);
		show();
	}

	picker.offer([], rows);
	show();
	void read();
	return {
		element: el(
			'div',
			{ class: 'wae-switchboard' },
			el('div', { class: 'wae-switches-head' }, picker.element, count, again),
			told,
			list,
		),
		rows: () => rows,
	};
}
