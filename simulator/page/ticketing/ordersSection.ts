import { createActionForm } from '../actionForm.ts';
import type { ActionForm } from '../actionForm.ts';
import { arrange, el, setText } from '../dom.ts';
import { examplePerson } from '../examplePeople.ts';
import { t } from '../i18n.ts';
import { createRegisterFields } from '../registerFields.ts';
import { registrationOf } from '../registration.ts';
import type { Platform } from '../types.ts';
import { createActionButton } from './actionButton.ts';
import { createDeskSection } from './deskSection.ts';
import { createFormSlot } from './formSlot.ts';
import type { Asking } from './formSlot.ts';
import { createOrderRow } from './orderRow.ts';
import type { OrderRow } from './orderRow.ts';
import { fullName } from './personLine.ts';
import type { Act, Order, TicketingState } from './types.ts';

const pageSize = 10;

export interface Section {
	element: HTMLElement;
	update(state: TicketingState, platform: Platform): void;
}

/** Register somebody, and the orders of the platform, newest first. */
export function createOrdersSection(platformId: string, act: Act): Section {
	const rows = new Map<string, OrderRow>();
	let limit = pageSize;
	let redraw = (): void => {};
	const slot = createFormSlot();
	const register = createActionButton({
		action: 'register',
		asks: true,
		primary: true,
		onPress: (button) =>
			slot.toggle(
				button,
				(asking) => registerForm(platformId, asking),
				(given) => act('register', given, buyerOf(given)),
			),
	});
	const example = el(
		'button',
		{
			class: 'action',
			attributes: { type: 'button', 'data-testid': 'register-example' },
			on: { click: () => void registerExample() },
		},
		t('registerExample'),
	);
	const list = el('div', { class: 'orders' });
	const none = el('p', { class: 'desk-none' }, t('noOrders'));
	const more = el('button', {
		class: 'list-more',
		attributes: { type: 'button' },
		on: {
			click: () => {
				limit += pageSize;
				redraw();
			},
		},
	});
	const section = createDeskSection(
		{
			title: t('orders'),
			testId: 'orders',
			actions: ['register', 'pay', 'reassign', 'update-ticket', 'cancel-ticket', 'cancel-order'],
			buttons: [example, register.element],
		},
		slot.element,
		none,
		list,
		more,
	);

	async function registerExample(): Promise<void> {
		if (example.ariaDisabled === 'true') return;
		example.ariaDisabled = 'true';
		const buyer = examplePerson();
		const tickets = [{ ...buyer, ticketName: t('ticketDefault') }];
		const given = { buyer, tickets, paid: true, test: false, attendees: true };
		await act('register', given, fullName(buyer));
		example.ariaDisabled = null;
	}

	function update(state: TicketingState, platform: Platform): void {
		redraw = () => update(state, platform);
		section.explain(platform, state.platforms);
		register.update(platform, true, section.noteId);
		example.disabled = register.element.disabled;
		const orders = state.orders.filter((order) => order.platform === platformId);
		none.hidden = orders.length > 0 || !platform.actions.includes('register');
		list.hidden = orders.length === 0;
		more.hidden = orders.length <= limit;
		setText(more, t('showMore', { count: Math.min(pageSize, orders.length - limit) }));
		arrange(
			list,
			orders.slice(0, limit).map((order) => rowOf(order, platform).element),
		);
	}

	function rowOf(order: Order, platform: Platform): OrderRow {
		let row = rows.get(order.id);
		if (row === undefined) {
			row = createOrderRow(order, act);
			rows.set(order.id, row);
		}
		row.update(order, platform, section.noteId);
		return row;
	}

	return { element: section.element, update };
}

/** The form of the phones page, in place. */
function registerForm(platformId: string, asking: Asking): ActionForm {
	const fields = createRegisterFields();
	fields.suit(platformId);
	const form = createActionForm(
		{
			...asking,
			testId: 'confirm-register',
			confirm: 'registerSubmit',
			first: fields.element.querySelector('input') ?? fields.element,
			read: () => ({ ...registrationOf(fields.read(form.element)) }),
		},
		fields.element,
	);
	return form;
}

function buyerOf(given: Record<string, unknown>): string {
	return fullName(given['buyer'] as Order['buyer']);
}
