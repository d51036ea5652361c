import type { Catalogue } from './api';
import { el } from './dom';
import { humanised, t, tOr } from './words';

export interface Mapping {
	fields: { field: string; path: string; text: string }[];
	types: { theirs: string; ours: string }[];
}

export interface MappingEditor {
	element: HTMLElement;
	value(): Mapping;
}

/** `previous.attendee.firstName` → "Previous Attendee: First Name". */
export function fieldName(field: string): string {
	const parts = field.split('.').map((part) => tOr(`mapping.part.${part}`, humanised(part)));
	const last = parts.pop() as string;
	return parts.length > 0 ? `${parts.join(' ')}: ${last}` : last;
}

export const noticeTypeName = (type: string): string =>
	tOr(`noticeType.${type.replace('.', '_')}`, type.split('.').map(humanised).join(': '));

/** Where each of our fields stands in the JSON of any platform, and what its happenings mean. */
export function mappingEditor(
	value: Partial<Mapping>,
	{ mappedFields, reportTypes }: Catalogue,
): MappingEditor {
	const fields = rowList(
		t('mapping.addField'),
		value.fields ?? [],
		{ field: 'type', path: '', text: '' },
		[
			{ name: 'field', options: named(mappedFields, fieldName), label: t('mapping.field') },
			{ name: 'path', label: t('mapping.path'), placeholder: 'tickets[0].name' },
			{ name: 'text', label: t('mapping.text'), placeholder: t('mapping.textExample') },
		],
	);
	const types = rowList(
		t('mapping.addType'),
		value.types ?? [],
		{ theirs: '', ours: 'registration.completed' },
		[
			{ name: 'theirs', label: t('mapping.theirs'), placeholder: 'order.paid' },
			{ name: 'ours', options: named(reportTypes, noticeTypeName), label: t('mapping.ours') },
		],
	);
	return {
		element: el(
			'div',
			{ class: 'wae-mapping' },
			el('p', { class: 'wae-hint' }, t('mapping.hint')),
			fields.element,
			el('p', { class: 'wae-hint' }, t('mapping.typesHint')),
			types.element,
		),
		value: () => ({
			fields: fields.values().filter(({ path, text }) => path !== '' || text !== ''),
			types: types.values().filter(({ theirs }) => theirs !== ''),
		}),
	};
}

const named = (ids: readonly string[], nameOf: (id: string) => string): [string, string][] =>
	ids.map((id) => [id, nameOf(id)]);

interface Column<Row> {
	name: keyof Row & string;
	label: string;
	options?: [string, string][];
	placeholder?: string;
}

/** Node-RED's own list of rows: add, remove, sort. */
function rowList<Row extends Record<string, string>>(
	addLabel: string,
	rows: Row[],
	empty: Row,
	columns: Column<Row>[],
): { element: HTMLElement; values(): Row[] } {
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
	// The list wraps itself, so it has to have a parent by then.
	$(list).editableList<Partial<Row>>({
		removable: true,
		sortable: true,
		height: 'auto',
		addButton: addLabel,
		addItem: (container, _index, row) => {
			container
				.addClass('wae-row-cells')
				.append(
					columns.map((column) => cell(column, (row[column.name] ?? empty[column.name]) as string)),
				);
		},
	});
	for (const row of rows) $(list).editableList('addItem', { ...row });
	const valueOf = (item: Element): Row =>
		Object.fromEntries(
			columns.map(({ name }) => [
				name,
				String($(item).find(`[data-column="${name}"]`).val() ?? '').trim(),
			]),
		) as Row;
	return {
		element,
		values: () => [...$(list).editableList('items')].map((item) => valueOf(item)),
	};
}

function cell<Row>({ name, label, options, placeholder }: Column<Row>, value: string): HTMLElement {
	const attributes = { 'data-column': name, 'aria-label': label };
	if (!options) {
		const input = el('input', { type: 'text', placeholder, ...attributes });
		input.value = value;
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
	return select;
}
