import { arrange, el, setAttribute } from '../dom.ts';
import { t } from '../i18n.ts';
import type { Platform } from '../types.ts';
import { createActionButton } from './actionButton.ts';
import { createPersonLine, fullName } from './personLine.ts';
import { createStateBadge } from './stateBadge.ts';
import { createTicketRow } from './ticketRow.ts';
import type { TicketRow } from './ticketRow.ts';
import type { Act, Order } from './types.ts';

export interface OrderRow {
	element: HTMLElement;
	update(order: Order, platform: Platform, noteId: string): void;
}

/** One order: who bought it, and its tickets. */
export function createOrderRow({ id }: Order, act: Act): OrderRow {
	const tickets = new Map<string, TicketRow>();
	const badge = createStateBadge();
	const test = el('span', { class: 'badge' }, t('test'));
	const buyer = createPersonLine();
	const pay = createActionButton({
		action: 'pay',
		onPress: () => void act('pay', { order: id }, id),
	});
	const cancel = createActionButton({
		action: 'cancel-order',
		danger: true,
		onPress: () => void act('cancel-order', { order: id }, id),
	});
	const list = el('div', { class: 'tickets' });
	const element = el(
		'div',
		{
			class: 'order',
			attributes: { role: 'group', tabindex: '-1', 'data-testid': 'order', 'data-id': id },
		},
		el(
			'div',
			{ class: 'order-head' },
			el('h4', {}, t('order', { order: id })),
			badge.element,
			test,
			pay.element,
			cancel.element,
		),
		el('div', { class: 'order-buyer' }, el('span', {}, t('buyer')), buyer.element),
		list,
	);

	return {
		element,
		update(order, platform, noteId) {
			badge.show(order.status);
			test.hidden = order.test !== true;
			buyer.update(order.buyer);
			const label = t('orderOf', { order: id, name: fullName(order.buyer) });
			setAttribute(element, 'aria-label', label);
			setAttribute(element, 'data-status', order.status);
			pay.element.hidden = order.status !== 'unpaid';
			pay.update(platform, true, noteId);
			cancel.update(platform, order.status !== 'cancelled', noteId);
			arrange(
				list,
				order.tickets.map((ticket) => {
					let row = tickets.get(ticket.id);
					if (row === undefined) {
						row = createTicketRow(ticket, act);
						tickets.set(ticket.id, row);
					}
					row.update(ticket, platform, noteId);
					return row.element;
				}),
			);
		},
	};
}
