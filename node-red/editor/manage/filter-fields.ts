import { automations, type Audience } from '../../../core/events/automations';
import { TEMPLATE_LANGUAGES } from '../../../core/templates/languages';
import { choices } from '../choices';
import { byId, el } from '../dom';
import type { EditorNode } from '../red';
import { categoryName, statusName } from '../template-status';
import { isJapanese, languageName, t } from '../words';
import { m } from './manage-words';

const STATUSES = [
	...['APPROVED', 'PENDING', 'REJECTED', 'PAUSED', 'DISABLED', 'IN_APPEAL'],
	...['LIMIT_EXCEEDED', 'ARCHIVED', 'PENDING_DELETION'],
];

const PACK_LANGUAGES = ['en', 'ja', 'es', 'pt_BR'];

const AUDIENCES: Audience[] = ['attendee', 'buyer', 'speaker', 'sponsor'];

export interface FilterFields {
	/** What the node keeps of the lists to tick. */
	values(): Record<string, string[]>;
}

/** What narrows Get Many, and Get Ready-Made. */
export function filterFields(node: EditorNode): FilterFields {
	fill(
		'status',
		STATUSES.map((status) => [status, statusName(status)]),
		node,
	);
	fill(
		'category',
		['UTILITY', 'MARKETING', 'AUTHENTICATION'].map((one) => [one, categoryName(one)]),
		node,
	);
	const languages = [...TEMPLATE_LANGUAGES].map((code): [string, string] => [
		code,
		`${languageName(code)} · ${code}`,
	]);
	fill(
		'language',
		languages.sort((one, other) => one[1].localeCompare(other[1])),
		node,
	);
	const chosen = (field: string) => (Array.isArray(node[field]) ? node[field].map(String) : []);
	const lists = {
		readyMadeLanguages: choices(
			PACK_LANGUAGES.map((value) => ({ value, label: languageName(value) })),
			chosen('readyMadeLanguages'),
			{ inline: true },
		),
		audiences: choices(
			AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) })),
			chosen('audiences'),
			{ inline: true },
		),
		readyMadeNames: choices(
			automations.map(({ template: value, label }) => ({
				value,
				label: isJapanese() ? label.ja : label.en,
				hint: value,
			})),
			chosen('readyMadeNames'),
		),
	};
	byId<HTMLElement>('wae-ready-made-languages').replaceChildren(lists.readyMadeLanguages.element);
	byId<HTMLElement>('wae-audiences').replaceChildren(lists.audiences.element);
	byId<HTMLElement>('wae-ready-made-names').replaceChildren(lists.readyMadeNames.element);
	return {
		values: () =>
			Object.fromEntries(Object.entries(lists).map(([field, list]) => [field, list.values()])),
	};
}

function fill(field: string, options: Array<[string, string]>, node: EditorNode): void {
	const select = byId<HTMLSelectElement>(`node-input-${field}`);
	select.replaceChildren(
		el('option', { value: '' }, m('any')),
		...options.map(([value, label]) => el('option', { value }, label)),
	);
	select.value = String(node[field] ?? '');
}
