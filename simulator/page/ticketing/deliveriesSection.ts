import { arrange, el, setText } from '../dom.ts';
import { t } from '../i18n.ts';
import type { Platform, TicketingCall } from '../types.ts';
import { createDeliveryRow } from './deliveryRow.ts';
import type { DeliveryRow, Resend } from './deliveryRow.ts';
import type { Section } from './ordersSection.ts';

const pageSize = 15;

/** The webhooks of one platform, newest first: each can be sent again, and spoilt on its way. */
export function createDeliveriesSection(platformId: string, resend: Resend): Section {
	const rows = new Map<string, DeliveryRow>();
	let limit = pageSize;
	let redraw = (): void => {};
	const list = el('ul', { class: 'deliveries' });
	const none = el('p', { class: 'desk-none' });
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
	const element = el(
		'section',
		{
			class: 'desk-card deliveries-card',
			attributes: { 'aria-label': t('deliveries'), 'data-testid': 'deliveries' },
		},
		el('h3', {}, t('deliveries')),
		el('div', { class: 'deliveries-scroll' }, none, list, more),
	);

	function rowOf(call: TicketingCall, { forges }: Platform): HTMLElement {
		let row = rows.get(call.id);
		if (row === undefined) {
			row = createDeliveryRow(call, forges, resend);
			rows.set(call.id, row);
		}
		return row.element;
	}

	function update(state: { log: TicketingCall[] }, platform: Platform): void {
		redraw = () => update(state, platform);
		const calls = state.log.filter((call) => call.platform === platformId);
		none.hidden = calls.length > 0;
		setText(none, t(platform.arrival === 'poll' ? 'noDeliveriesPolled' : 'noDeliveries'));
		list.hidden = calls.length === 0;
		more.hidden = calls.length <= limit;
		setText(more, t('showMore', { count: Math.min(pageSize, calls.length - limit) }));
		arrange(
			list,
			calls.slice(0, limit).map((call) => rowOf(call, platform)),
		);
	}

	return { element, update };
}
