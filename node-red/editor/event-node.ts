import { sentenceOf, type Catalogue } from './api';
import { catalogue, platformName } from './catalogue';
import type { Choices } from './choices';
import { byId, el } from './dom';
import { factsEditor, type EventFacts, type FactsEditor } from './event-facts';
import { optionsEditor, type EventOptions, type OptionsEditor } from './event-options';
import { feedChoices } from './feed-choices';
import { mappingEditor, type Mapping, type MappingEditor } from './mapping';
import { failure, notice } from './notice';
import type { EditorNode } from './red';
import { t } from './words';

interface Parts {
	facts: FactsEditor;
	options: OptionsEditor;
	automations?: Choices;
	mapping?: MappingEditor;
}

let parts: Parts | undefined;

interface EventNodeFields {
	/** Of the select with the platform. */
	platformField: string;
	/** Choices that stand before the platforms. */
	first: [string, string][];
	/** Whether platforms that are asked can be chosen, besides those that call. */
	polled: boolean;
	/** Told when the platform is another one, and when the catalogue is there. */
	onPlatform(id: string, all: Catalogue | undefined): void;
}

/** What Event Trigger and Event Messages share: automations, mapping, facts of the event, options. */
export const eventNode = {
	async prepare(node: EditorNode, fields: EventNodeFields): Promise<void> {
		const { platformField, first, polled, onPlatform } = fields;
		const mine: Parts = {
			facts: factsEditor((node.event ?? {}) as EventFacts),
			options: optionsEditor((node.options ?? {}) as EventOptions),
		};
		parts = mine;
		byId<HTMLElement>('wae-event').replaceChildren(mine.facts.element);
		byId<HTMLElement>('wae-options').replaceChildren(mine.options.element);
		const select = byId<HTMLSelectElement>(platformField);
		const saved = String(node[platformField.replace('node-input-', '')] ?? '');
		fill(select, [...first, ...(first.some(([id]) => id === saved) ? [] : [named(saved)])], saved);
		mine.options.forPlatform(saved);
		const place = byId<HTMLElement>('wae-automations');
		place.replaceChildren(notice('busy', t('catalogue.reading')));
		byId<HTMLElement>('wae-mapping-section').hidden = true;
		try {
			const all = await catalogue();
			// The dialog may be closed by now, or be another one.
			if (parts !== mine || !place.isConnected) return;
			const offered = all.platforms.filter(
				({ id, arrival }) => polled || arrival === 'webhook' || id === saved,
			);
			fill(select, [...first, ...sorted(offered.map(({ id }) => named(id)))], select.value);
			mine.mapping = mappingEditor(node.id, (node.mapping ?? {}) as Partial<Mapping>, all);
			byId<HTMLElement>('wae-mapping').replaceChildren(mine.mapping.element);
			const changed = (): void => {
				const chosen = mine.automations?.values() ?? listOf(node.automations);
				mine.automations = feedChoices(all, select.value, chosen);
				place.replaceChildren(mine.automations.element);
				byId<HTMLElement>('wae-mapping-section').hidden = select.value !== 'generic';
				mine.options.forPlatform(select.value);
				onPlatform(select.value, all);
			};
			$(select).on('change', changed);
			changed();
		} catch (error) {
			if (parts !== mine || !place.isConnected) return;
			const again = (): void => void eventNode.prepare(node, fields);
			place.replaceChildren(failure(sentenceOf(error), again));
			onPlatform(select.value, undefined);
		}
	},

	/** Parts that could not be shown keep what was saved. */
	save(node: EditorNode): void {
		if (!parts) return;
		node.event = parts.facts.value();
		node.options = parts.options.value();
		if (parts.automations) node.automations = parts.automations.values();
		if (parts.mapping) node.mapping = parts.mapping.value();
	},

	close(): void {
		parts = undefined;
	},
};

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const named = (id: string): [string, string] => [id, platformName(id)];

/** By name; the platform of one's own comes last. */
const sorted = (options: [string, string][]): [string, string][] =>
	options.sort(([a, nameA], [b, nameB]) =>
		a === 'generic' ? 1 : b === 'generic' ? -1 : nameA.localeCompare(nameB),
	);

function fill(select: HTMLSelectElement, options: [string, string][], value: string): void {
	const known = options.some(([id]) => id === value);
	const all = known || value === '' ? options : [...options, [value, value] as [string, string]];
	select.replaceChildren(...all.map(([id, text]) => el('option', { value: id }, text)));
	select.value = value;
}
