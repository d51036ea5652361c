import { el, setAttribute } from '../dom.ts';
import { t } from '../i18n.ts';
import type { Platform } from '../types.ts';
import { createActionButton } from './actionButton.ts';
import { createFormSlot } from './formSlot.ts';
import { createPersonForm } from './personForm.ts';
import { createPersonLine, fullName } from './personLine.ts';
import { createStateBadge } from './stateBadge.ts';
import type { Act, Ticket } from './types.ts';

export interface TicketRow {
	element: HTMLElement;
	update(ticket: Ticket, platform: Platform, noteId: string): void;
}

/** One ticket: who holds it, and what can happen to it. */
export function createTicketRow(first: Ticket, act: Act): TicketRow {
	let ticket = first;
	const person = createPersonLine();
	const badge = createStateBadge();
	const slot = createFormSlot();
	const reassign = createActionButton({
		action: 'reassign',
		asks: true,
		onPress: (button) =>
			slot.toggle(
				button,
				(asking) =>
					createPersonForm({
						...asking,
						legend: 'newHolder',
						confirm: 'confirmReassign',
						testId: 'confirm-reassign',
						given: (to) => ({ ticket: ticket.id, to }),
					}),
				(given) => act('reassign', given, fullName(given['to'] as Ticket['holder'])),
			),
	});
	const update = createActionButton({
		action: 'update-ticket',
		onPress: () => void act('update-ticket', { ticket: ticket.id }, fullName(ticket.holder)),
	});
	const cancel = createActionButton({
		action: 'cancel-ticket',
		danger: true,
		onPress: () => void act('cancel-ticket', { ticket: ticket.id }, fullName(ticket.holder)),
	});
	const element = el(
		'div',
		{
			class: 'ticket',
			attributes: { role: 'group', tabindex: '-1', 'data-testid': 'ticket', 'data-id': first.id },
		},
		el('div', { class: 'ticket-line' }, person.element, badge.element),
		el('div', { class: 'actions' }, reassign.element, update.element, cancel.element),
		slot.element,
	);

	return {
		element,
		update(next, platform, noteId) {
			ticket = next;
			const valid = next.status === 'valid';
			person.update(next.holder, next.ticketName);
			badge.show(next.status);
			badge.element.hidden = valid;
			setAttribute(
				element,
				'aria-label',
				t('ticketOf', { name: fullName(next.holder), ticket: next.ticketName }),
			);
			setAttribute(element, 'data-status', next.status);
			for (const button of [reassign, update, cancel]) button.update(platform, valid, noteId);
			if (!valid) slot.close();
		},
	};
}
