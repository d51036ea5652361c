import { automations } from '../../../core/events/automations';
import type { TemplateDefinition } from '../../../core/templates/definition';
import { templateKey } from '../../../core/templates/template';
import { accountDraft } from '../account-draft';
import { api, sentenceOf } from '../api';
import { el, row } from '../dom';
import { failure, notice } from '../notice';
import { isJapanese, languageName, t } from '../words';
import type { DefinitionList } from './definition-list';
import { m } from './manage-words';

let reading: Promise<TemplateDefinition[]> | undefined;

/** The pack, read once; a reading that failed is tried again. */
async function pack(): Promise<TemplateDefinition[]> {
	reading ??= api.readyMade().then(({ definitions }) => definitions);
	reading.catch(() => (reading = undefined));
	return await reading;
}

/** In the editor's language first. */
function sorted(definitions: TemplateDefinition[]): TemplateDefinition[] {
	const own = isJapanese() ? 'ja' : 'en';
	const order = ({ name, language }: TemplateDefinition) =>
		`${language === own ? 0 : 1}${language}${name}`;
	return [...definitions].sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

export async function fillReadyMade(list: DefinitionList): Promise<void> {
	list.say(notice('busy', m('list.reading')));
	try {
		list.fill(sorted(await pack()));
	} catch (error) {
		list.say(failure(sentenceOf(error), () => void fillReadyMade(list)));
	}
}

export async function fillDrafts(list: DefinitionList): Promise<void> {
	const account = accountDraft(String($('#node-input-account').val() ?? ''));
	if (account === undefined) return list.say(notice('info', t('list.noAccount')));
	list.say(notice('busy', m('list.reading')));
	try {
		const { definitions } = await api.drafts(account);
		list.shown = undefined;
		list.fill(definitions);
		if (definitions.length === 0) list.say(notice('info', m('list.noDrafts')));
	} catch (error) {
		list.say(failure(sentenceOf(error), () => void fillDrafts(list)));
	}
}

/** The name of an automatic trigger's template, for people. */
const titleOf = ({ name }: TemplateDefinition): string => {
	const label = automations.find(({ template }) => template === name)?.label;
	return label ? (isJapanese() ? label.ja : label.en) : name;
};

/** Fills the form from a ready-made template. */
export function startFrom(fill: (definition: TemplateDefinition) => void): HTMLElement {
	const select = el(
		'select',
		{ id: 'wae-start-from' },
		el('option', { value: '' }, m('form.startFromNone')),
	);
	pack().then(
		(definitions) => {
			const groups = new Map<string, HTMLOptGroupElement>();
			for (const definition of sorted(definitions)) {
				const { language } = definition;
				const group = groups.get(language) ?? el('optgroup', { label: languageName(language) });
				groups.set(language, group);
				group.append(el('option', { value: templateKey(definition) }, titleOf(definition)));
			}
			select.append(...groups.values());
			select.addEventListener('change', () => {
				const chosen = definitions.find((one) => templateKey(one) === select.value);
				if (chosen) fill(chosen);
				select.value = '';
			});
		},
		() => (select.disabled = true),
	);
	return row(m('form.startFrom'), select, {
		iconName: 'star-o',
		forId: 'wae-start-from',
		hint: m('form.startFromHint'),
	});
}
