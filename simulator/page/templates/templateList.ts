import { arrange, el, setAttribute, setText } from '../dom.ts';
import { icon } from '../icons.ts';
import { t } from '../i18n.ts';
import { moveAlong } from '../moveAlong.ts';
import { answers, countByStatus } from './search.ts';
import { statusName } from './status.ts';
import { createTemplateRow } from './templateRow.ts';
import type { TemplateRow } from './templateRow.ts';
import type { TemplateStore } from './templateStore.ts';
import type { Template } from './types.ts';

const pageSize = 60;
const nearEnd = 400;

export interface TemplateList {
	element: HTMLElement;
	/** @param shown the id of the template that is open */
	update(shown: string | undefined): void;
}

/** Every template, the inbox first; it draws as many as have been scrolled to, however many there are. */
export function createTemplateList(store: TemplateStore): TemplateList {
	const rows = new Map<string, TemplateRow>();
	let limit = pageSize;
	let shown: string | undefined;
	let wanted: string | undefined;
	const search = el('input', {
		attributes: {
			type: 'search',
			name: 'template-search',
			autocomplete: 'off',
			placeholder: t('templateSearch'),
			'aria-label': t('templateSearch'),
			'data-testid': 'template-search',
			dir: 'auto',
		},
		on: { input: () => fromTop() },
	});
	const count = el('span', { class: 'list-count' });
	const filters = el('div', {
		class: 'filters',
		attributes: { role: 'group', 'aria-label': t('byStatus') },
	});
	const list = el('ul', { class: 'list', attributes: { 'aria-label': t('templateList') } });
	const nothing = el('p', { class: 'list-nobody' });
	const scroll = el(
		'div',
		{
			class: 'list-scroll',
			on: {
				scroll: () => {
					const left = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight;
					if (left < nearEnd && list.childElementCount >= limit) more();
				},
				keydown: (event) => moveAlong(list, event as KeyboardEvent),
			},
		},
		list,
		nothing,
	);
	const element = el(
		'div',
		{ class: 'list-area' },
		el('div', { class: 'list-search' }, icon('search'), search, count),
		filters,
		scroll,
	);

	function more(): void {
		limit += pageSize;
		draw();
	}

	function fromTop(): void {
		limit = pageSize;
		scroll.scrollTop = 0;
		draw();
	}

	function drawFilters(answering: readonly Template[]): void {
		const counts = countByStatus(answering);
		if (wanted !== undefined && !counts.some(([status]) => status === wanted)) {
			counts.push([wanted, 0]);
		}
		const choices: [string | undefined, number][] = [[undefined, answering.length], ...counts];
		const present = new Map([...filters.children].map((one) => [one.getAttribute('data-of'), one]));
		arrange(
			filters,
			choices.map(([status, many]) => {
				const chip = present.get(status ?? '') ?? filterChip(status);
				setText(chip.lastElementChild ?? chip, String(many));
				setAttribute(chip, 'aria-pressed', String(status === wanted));
				return chip;
			}),
		);
	}

	function filterChip(status: string | undefined): HTMLElement {
		return el(
			'button',
			{
				class: 'filter',
				attributes: { type: 'button', 'data-of': status ?? '', 'data-testid': 'template-filter' },
				on: {
					click: () => {
						wanted = status;
						fromTop();
					},
				},
			},
			status === undefined ? t('allStatuses') : statusName(status),
			el('span', { class: 'filter-count' }),
		);
	}

	function draw(): void {
		const all = store.sorted();
		const answering = all.filter((template) => answers(template, search.value));
		drawFilters(answering);
		const found =
			wanted === undefined ? answering : answering.filter(({ status }) => status === wanted);
		const visible = found.slice(0, limit);
		arrange(
			list,
			visible.map((template) => {
				let row = rows.get(template.id);
				if (row === undefined) {
					row = createTemplateRow(template);
					rows.set(template.id, row);
				}
				row.update(template, template.id === shown);
				return row.element;
			}),
		);
		nothing.hidden = found.length > 0;
		setText(nothing, t(all.length === 0 ? 'noTemplates' : 'noTemplate'));
		setText(count, String(found.length));
		count.title = t('templateCount', { count: found.length });
	}

	return {
		element,
		update(next) {
			shown = next;
			draw();
		},
	};
}
