import { el } from './dom';

export interface Column<Row> {
	name: keyof Row & string;
	label: string;
	options?: [string, string][];
	placeholder?: string;
	/** What may be typed there, offered while one types. */
	offers?: (row: Row, typed: string) => Array<{ value: string; label: string }>;
}

export interface RowList<Row> {
	element: HTMLElement;
	values(): Row[];
	/** Asks `below` again, for every row. */
	refresh(): void;
}

/**
 * Node-RED's own list of rows: add, remove, sort.
 *
 * @param below what stands below the cells of a row
 */
export function rowList<Row extends Record<string, string>>(
	addLabel: string,
	rows: Row[],
	empty: Row,
	columns: Column<Row>[],
	{
		below,
		onChange,
	}: { below?: (row: Row) => HTMLElement | undefined; onChange?: () => void } = {},
): RowList<Row> {
	const list = el('ol', {});
	const element = el(
		'div',
		{ class: `wae-rows wae-rows-${columns.length}` },
		el(
			'div',
			{ class: 'wae-rows-head', 'aria-hidden': 'true' },
			...columns.map(({ label }) => el('span', {}, label)),
		),
		list,
	);
	const valueOf = (item: Element): Row =>
		Object.fromEntries(
			columns.map(({ name }) => [
				name,
				String($(item).find(`[data-column="${name}"]`).val() ?? '').trim(),
			]),
		) as Row;
	const showBelow = (item: Element): void => {
		const place = $(item).find('.wae-row-below')[0];
		const shown = below?.(valueOf(item));
		place?.replaceChildren(...(shown ? [shown] : []));
	};
	// The list wraps itself, so it has to have a parent by then.
	$(list).editableList<Partial<Row>>({
		removable: true,
		sortable: true,
		height: 'auto',
		addButton: addLabel,
		removeItem: () => onChange?.(),
		addItem: (container, _index, row) => {
			const changed = (): void => {
				showBelow(container[0] as Element);
				onChange?.();
			};
			container
				.addClass('wae-row-cells')
				.append(
					columns.map((column) =>
						cell(column, (row[column.name] ?? empty[column.name]) as string, changed),
					),
				)
				.append(el('div', { class: 'wae-row-below' }));
			for (const { name, offers } of columns) {
				if (!offers) continue;
				container.find(`[data-column="${name}"]`).autoComplete({
					minLength: 0,
					search: (typed) => offers(valueOf(container[0] as Element), typed),
				});
			}
			showBelow(container[0] as Element);
		},
	});
	for (const row of rows) $(list).editableList('addItem', { ...row });
	const items = () => [...$(list).editableList('items')];
	return {
		element,
		values: () => items().map(valueOf),
		refresh: () => items().forEach(showBelow),
	};
}

function cell<Row>(
	{ name, label, options, placeholder }: Column<Row>,
	value: string,
	changed: () => void,
): HTMLElement {
	const attributes = { 'data-column': name, 'aria-label': label };
	if (!options) {
		const input = el('input', { type: 'text', placeholder, ...attributes });
		input.value = value;
		$(input).on('input change', changed);
		return input;
	}
	const known = options.some(([id]) => id === value);
	const all = known ? options : [...options, [value, value] as [string, string]];
	const select = el(
		'select',
		attributes,
		...all.map(([id, text]) => el('option', { value: id }, text)),
	);
	select.value = value;
	$(select).on('change', changed);
	return select;
}
