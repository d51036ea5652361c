import { capturedTicketServerMapping } from '../../core/events/platforms/generic-mapping';
import type { Catalogue } from './api';
import { el, icon } from './dom';
import { MappingReading } from './mapping-reading';
import { mappingSample, type MappingSample } from './mapping-sample';
import { fieldName, noticeTypeName } from './mapping-words';
import { rowList } from './row-list';
import { t } from './words';

export interface Mapping {
	fields: { field: string; path: string; text: string }[];
	types: { theirs: string; ours: string }[];
}

export interface MappingEditor {
	element: HTMLElement;
	value(): Mapping;
}

type FieldRow = Mapping['fields'][number];

/** Where each of our fields stands in the JSON of any platform, and what its happenings mean. */
export function mappingEditor(
	nodeId: string,
	value: Partial<Mapping>,
	{ mappedFields, reportTypes }: Catalogue,
): MappingEditor {
	const reading = new MappingReading();
	const now = (): Mapping => ({
		fields: fields.values().filter(({ path, text }) => path !== '' || text !== ''),
		types: types.values().filter(({ theirs }) => theirs !== ''),
	});
	const changed = (): void => reading.show(sample.body(), now());
	const sample = mappingSample(nodeId, () => {
		fields.refresh();
		changed();
	});
	/** `tickets` is a list of theirs; the fields below it are read from each of its elements. */
	const withinOf = ({ field }: FieldRow): string | undefined =>
		field.startsWith('tickets.') ? pathOf('tickets', fields.values()) : undefined;
	const fields = rowList<FieldRow>(
		t('mapping.addField'),
		value.fields ?? [],
		{ field: 'type', path: '', text: '' },
		[
			{ name: 'field', options: named(mappedFields, fieldName), label: t('mapping.field') },
			{
				name: 'path',
				label: t('mapping.path'),
				placeholder: 'tickets[0].name',
				offers: (row, typed) => offered(sample, withinOf(row), typed),
			},
			{ name: 'text', label: t('mapping.text'), placeholder: t('mapping.textExample') },
		],
		{ below: (row) => valueLine(row, sample, withinOf), onChange: changed },
	);
	const types = rowList(
		t('mapping.addType'),
		value.types ?? [],
		{ theirs: '', ours: 'registration.completed' },
		[
			{ name: 'theirs', label: t('mapping.theirs'), placeholder: 'order.paid' },
			{ name: 'ours', options: named(reportTypes, noticeTypeName), label: t('mapping.ours') },
		],
		{ onChange: changed },
	);
	return {
		element: el(
			'div',
			{ class: 'wae-mapping' },
			sample.element,
			el('p', { class: 'wae-hint' }, t('mapping.hint')),
			fields.element,
			el('p', { class: 'wae-hint' }, t('mapping.typesHint')),
			types.element,
			reading.element,
		),
		value: now,
	};
}

const named = (ids: readonly string[], nameOf: (id: string) => string): [string, string][] =>
	ids.map((id) => [id, nameOf(id)]);

/** Where a field stands: as the rows say, else at its usual place. */
function pathOf(field: string, rows: readonly FieldRow[]): string {
	const row = rows.find((one) => one.field === field && one.path !== '');
	const usual = capturedTicketServerMapping.fields as Record<string, string | undefined>;
	return row?.path ?? usual[field] ?? '';
}

/** Paths of the sample that have what was typed in their name or their value. */
const offered = (sample: MappingSample, within: string | undefined, typed: string) =>
	sample
		.paths(within)
		.filter(({ path, value }) => `${path} ${value}`.toLowerCase().includes(typed.toLowerCase()))
		.map(({ path, value }) => ({
			value: path,
			label: value === '' ? path : `${path}  ·  ${value}`,
		}));

/** What the row reads of the sample. */
function valueLine(
	row: FieldRow,
	sample: MappingSample,
	withinOf: (row: FieldRow) => string | undefined,
): HTMLElement | undefined {
	if (row.text !== '' || row.path === '') return undefined;
	const value = sample.value(row.path, withinOf(row));
	if (value === undefined) return undefined;
	return el(
		'span',
		{ class: value === '' ? 'wae-reads-nothing' : 'wae-reads' },
		icon('long-arrow-right'),
		' ',
		value === '' ? t('sample.nothing') : value,
	);
}
