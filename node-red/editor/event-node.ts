import type { Automation, Catalogue } from './api';
import { sentenceOf } from './api';
import { catalogue, platformName } from './catalogue';
import { choices, type Choices } from './choices';
import { byId, el } from './dom';
import { factsEditor, type EventFacts, type FactsEditor } from './event-facts';
import { optionsEditor, type EventOptions, type OptionsEditor } from './event-options';
import { mappingEditor, type Mapping, type MappingEditor } from './mapping';
import { failure, notice } from './notice';
import type { EditorNode } from './red';
import { isJapanese, t } from './words';

interface Parts {
	facts: FactsEditor;
	options: OptionsEditor;
	automations?: Choices;
	mapping?: MappingEditor;
}

let parts: Parts | undefined;

/** What Event Trigger and Event Messages share: automations, mapping, facts of the event, options. */
export const eventNode = {
	/**
	 * @param platformField the select with the platform
	 * @param first choices that stand before the platforms
	 * @param onPlatform told when the platform is another one, and when the catalogue is there
	 */
	async prepare(
		node: EditorNode,
		platformField: string,
		first: [string, string][],
		onPlatform: (id: string, all: Catalogue | undefined) => void,
	): Promise<void> {
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
		const place = byId<HTMLElement>('wae-automations');
		place.replaceChildren(notice('busy', t('catalogue.reading')));
		byId<HTMLElement>('wae-mapping-section').hidden = true;
		try {
			const all = await catalogue();
			// The dialog may be closed by now, or be another one.
			if (parts !== mine || !place.isConnected) return;
			const platforms = all.platforms.map(({ id }) => named(id));
			platforms.sort(([a, nameA], [b, nameB]) =>
				a === 'generic' ? 1 : b === 'generic' ? -1 : nameA.localeCompare(nameB),
			);
			fill(select, [...first, ...platforms], select.value);
			mine.automations = choices(
				all.automations.map(choiceOf),
				Array.isArray(node.automations) ? node.automations.map(String) : [],
			);
			place.replaceChildren(mine.automations.element);
			mine.mapping = mappingEditor((node.mapping ?? {}) as Partial<Mapping>, all);
			byId<HTMLElement>('wae-mapping').replaceChildren(mine.mapping.element);
			const changed = (): void => {
				byId<HTMLElement>('wae-mapping-section').hidden = select.value !== 'generic';
				onPlatform(select.value, all);
			};
			$(select).on('change', changed);
			changed();
		} catch (error) {
			if (parts !== mine || !place.isConnected) return;
			const again = (): void => void eventNode.prepare(node, platformField, first, onPlatform);
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

const named = (id: string): [string, string] => [id, platformName(id)];

function fill(select: HTMLSelectElement, options: [string, string][], value: string): void {
	const known = options.some(([id]) => id === value);
	const all = known || value === '' ? options : [...options, [value, value] as [string, string]];
	select.replaceChildren(...all.map(([id, text]) => el('option', { value: id }, text)));
	select.value = value;
}

const choiceOf = ({ id, label, audience, template }: Automation) => ({
	value: id,
	label: isJapanese() ? label.ja : label.en,
	hint: template,
	group: t(`audience.${audience}`, { defaultValue: audience }),
});
