import { avatar } from './avatar.ts';
import { arrange, el, setAttribute, setText } from './dom.ts';
import { icon } from './icons.ts';
import { t } from './i18n.ts';
import { matches, numberOf, previewOf, titleOf } from './phoneDisplay.ts';
import type { PhoneStore } from './store.ts';
import { ticksOf } from './ticks.ts';
import { listTime } from './time.ts';
import type { Message, Phone } from './types.ts';

const pageSize = 60;

interface Row {
	element: HTMLLIElement;
	update(phone: Phone, unread: number, isShown: boolean): void;
}

export interface PhoneList {
	element: HTMLElement;
	update(shown: readonly string[]): void;
}

/** Everybody who has a message, most recent first; it draws a page of them, however many there are. */
export function createPhoneList(store: PhoneStore, onChoose: (waId: string) => void): PhoneList {
	const rows = new Map<string, Row>();
	let limit = pageSize;
	let shown: readonly string[] = [];
	const count = el('span', { class: 'list-count' });
	const search = el('input', {
		attributes: {
			type: 'search',
			name: 'search',
			autocomplete: 'off',
			placeholder: t('search'),
			'aria-label': t('search'),
			dir: 'auto',
		},
		on: {
			input: () => {
				limit = pageSize;
				draw();
			},
		},
	});
	const list = el('ul', { class: 'list', attributes: { 'aria-label': t('phoneList') } });
	const nobody = el('p', { class: 'list-nobody', attributes: { dir: 'auto' } });
	const more = el('button', {
		class: 'list-more',
		attributes: { type: 'button' },
		on: {
			click: () => {
				limit += pageSize;
				draw();
			},
		},
	});
	const searchBox = el('div', { class: 'list-search' }, icon('search'), search, count);
	const element = el(
		'div',
		{ class: 'list-area' },
		searchBox,
		el('div', { class: 'list-scroll' }, list, nobody, more),
	);

	function draw(): void {
		const everybody = store.recentFirst();
		const found = everybody.filter((phone) => matches(phone, search.value));
		const visible = found.slice(0, limit);
		const elements = visible.map((phone) => {
			let row = rows.get(phone.waId);
			if (row === undefined) {
				row = createRow(phone.waId, onChoose);
				rows.set(phone.waId, row);
			}
			row.update(phone, store.unread.get(phone.waId) ?? 0, shown.includes(phone.waId));
			return row.element;
		});
		if (rows.size > limit * 4) forget(new Set(visible.map(({ waId }) => waId)));
		arrange(list, elements);
		const hidden = found.length - visible.length;
		more.hidden = hidden === 0;
		more.textContent = t('showMore', { count: Math.min(hidden, pageSize) });
		nobody.hidden = found.length > 0 || everybody.length === 0;
		nobody.textContent = t('nobodyFound', { query: search.value });
		searchBox.hidden = everybody.length === 0;
		setText(count, String(found.length));
		count.title = t('peopleCount', { count: found.length });
	}

	function forget(keep: Set<string>): void {
		for (const waId of rows.keys()) if (!keep.has(waId)) rows.delete(waId);
	}

	return {
		element,
		update(next) {
			shown = next;
			draw();
		},
	};
}

function createRow(waId: string, onChoose: (waId: string) => void): Row {
	const picture = el('span', { class: 'slot' });
	const name = el('span', { class: 'row-name', attributes: { dir: 'auto' } });
	const time = el('time', { class: 'row-time' });
	const preview = el('span', { class: 'row-text', attributes: { dir: 'auto' } });
	const mark = el('span', { class: 'row-mark', attributes: { 'aria-hidden': 'true' } });
	const number = el('span', { class: 'row-number' });
	const dot = el('span', { class: 'row-unread' });
	const button = el(
		'button',
		{
			class: 'row',
			attributes: { type: 'button', 'data-testid': 'phone-row', 'data-wa-id': waId },
			on: { click: () => onChoose(waId) },
		},
		picture,
		name,
		time,
		number,
		el('span', { class: 'row-last' }, mark, preview, dot),
	);

	function drawMark(message: Message | undefined): void {
		if (message?.direction !== 'business') {
			mark.className = 'row-mark';
			mark.replaceChildren(...(message ? [icon('reply')] : []));
			return;
		}
		const ticks = ticksOf(message);
		mark.className = `row-mark ticks-mark is-${ticks.status}`;
		mark.replaceChildren(icon(ticks.icon));
	}

	return {
		element: el('li', {}, button),
		update(phone, unread, isShown) {
			const last = phone.messages.at(-1);
			if (name.textContent !== titleOf(phone)) {
				setText(name, titleOf(phone));
				picture.replaceChildren(avatar(titleOf(phone), waId));
			}
			setText(number, titleOf(phone) === numberOf(phone) ? '' : numberOf(phone));
			setText(time, last ? listTime(last.at) : '');
			setText(preview, last ? previewOf(last) : '');
			drawMark(last);
			dot.hidden = unread === 0;
			setText(dot, unread > 99 ? '99+' : String(unread));
			setAttribute(dot, 'aria-label', t('unread', { count: unread }));
			setAttribute(button, 'aria-current', isShown ? 'true' : undefined);
		},
	};
}
