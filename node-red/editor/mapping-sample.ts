import { valueAt } from '../../core/events/platforms/path';
import { samplePaths, type SamplePath } from '../../core/events/platforms/sample-paths';
import { api, sentenceOf } from './api';
import { button, el } from './dom';
import { EXAMPLE_BODY } from './mapping-example';
import { notice } from './notice';
import { t } from './words';

export interface MappingSample {
	element: HTMLElement;
	/** What a path reads of it, shortened; undefined where there is no sample. */
	value(path: string, within?: string): string | undefined;
	/** What can be pointed at: of the whole, or of each element of the list at `within`. */
	paths(within?: string): SamplePath[];
	/** The JSON; undefined where there is none. */
	body(): unknown;
}

/** Kept while the editor is open and never with the flow: a sample names people. */
const kept = new Map<string, string>();

const LONGEST = 70;

/** A body as the platform sends it, to see beside each field what it would read. */
export function mappingSample(nodeId: string, onChange: () => void): MappingSample {
	let body: unknown;
	const text = el('textarea', {
		class: 'wae-mapping-text',
		rows: '7',
		spellcheck: 'false',
		'aria-label': t('sample.label'),
		placeholder: t('sample.placeholder'),
	});
	const told = el('div', { 'aria-live': 'polite' });
	const read = (): void => {
		kept.set(nodeId, text.value);
		told.replaceChildren();
		body = undefined;
		try {
			if (text.value.trim() !== '') body = JSON.parse(text.value) as unknown;
		} catch {
			told.replaceChildren(notice('failed', t('sample.notJson')));
		}
		onChange();
	};
	const put = (json: unknown): void => {
		text.value = JSON.stringify(json, null, 2);
		read();
	};
	const last = button(t('sample.last'), 'download', () => void takeLast());
	const example = button(t('sample.example'), 'file-text-o', () => put(EXAMPLE_BODY));
	async function takeLast(): Promise<void> {
		last.disabled = true;
		try {
			const { body: found } = await api.lastBody(nodeId);
			if (found === undefined) told.replaceChildren(notice('info', t('sample.noneYet')));
			else put(found);
		} catch (error) {
			told.replaceChildren(notice('failed', sentenceOf(error)));
		}
		last.disabled = false;
	}
	text.value = kept.get(nodeId) ?? '';
	text.addEventListener('input', read);
	const first = () => (Array.isArray(body) ? (body as unknown[])[0] : body);
	queueMicrotask(read);
	return {
		element: el(
			'div',
			{ class: 'wae-mapping-sample' },
			el('p', { class: 'wae-hint' }, t('sample.hint')),
			text,
			el('div', { class: 'wae-mapping-buttons' }, last, example),
			told,
		),
		value(path, within) {
			if (body === undefined) return undefined;
			const list = within === undefined ? undefined : valueAt(first(), within);
			const source =
				within === undefined ? first() : Array.isArray(list) ? (list[0] as unknown) : {};
			return shown(valueAt(source, path));
		},
		paths: (within) => samplePaths(body).filter((entry) => entry.within === within),
		body: () => body,
	};
}

function shown(value: unknown): string {
	if (value === undefined || value === null || value === '') return '';
	const text = typeof value === 'object' ? JSON.stringify(value) : String(value as string);
	return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
