import type { TemplateSource } from '../read-templates';
import { parseTemplateKey } from '../template';
import type { AccountTemplate } from './account-template';
import { aboutTemplate, definitionOf, statusSentence, titleOf } from './describe-template';
import { readAccountTemplates, readTranslationsOf } from './read-account';
import type { ManageSettings, TemplateInput } from './run';
import type { Told } from './told';

/** Name and language as an input gives them; `name:language` may stand in one. */
export function namedIn({ template, language }: TemplateInput): {
	name: string;
	language?: string;
} {
	const text = (value: unknown) =>
		typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	const key = parseTemplateKey(text(template));
	return { name: key.name, language: text(language).replace('-', '_') || key.language };
}

export const NO_NAME: Told = {
	outcome: 'refused',
	reason: 'template_missing',
	message: 'No template is named',
	whatToDo: 'Choose a template from the list, or give its name.',
};

/** Get and Get Status: the translations of one name, or the one in a language. */
export async function lookUp(
	{ name, language }: { name: string; language?: string },
	{ priceCountry }: ManageSettings,
	source: TemplateSource,
	withDefinition: boolean,
): Promise<Told[]> {
	const all = await readTranslationsOf(source, name);
	const found = language ? all.filter((one) => one.language === language) : all;
	if (found.length > 0) return found.map((one) => told(one, priceCountry, withDefinition));
	const there = all.map((one) => one.language).join(', ');
	return [
		{
			outcome: 'refused',
			reason: 'template_unknown',
			name,
			...(language ? { language } : {}),
			message: there
				? `“${name}” is not there in ${language} (there is: ${there})`
				: `There is no template “${name}” in this account`,
			whatToDo: 'Choose a template from the list, or submit it for approval first.',
		},
	];
}

/** Get Many: every template that fits. */
export async function listAll(settings: ManageSettings, source: TemplateSource): Promise<Told[]> {
	const { templates } = await readAccountTemplates(source, settings.filter);
	return templates.map((one) => told(one, settings.priceCountry, true));
}

function told(
	template: AccountTemplate,
	priceCountry: string | undefined,
	withDefinition: boolean,
): Told {
	const about = aboutTemplate(template, { priceCountry });
	const definition = withDefinition ? definitionOf(template) : undefined;
	const { message, whatToDo } = statusSentence(template);
	const { drift } = about;
	return {
		outcome: 'ok',
		...about,
		message: drift ? `${message} ${drift.message}.` : message,
		...(whatToDo ? { whatToDo } : {}),
		...(definition ? { definition } : {}),
	};
}

/** A definition as an item: what Get Ready-Made hands out, and Apply takes. */
export const readyMade = (definition: NonNullable<Told['definition']>): Told => ({
	outcome: 'ok',
	name: definition.name,
	language: definition.language,
	category: definition.category,
	message: `${titleOf(definition)} is ready to be checked, changed and applied`,
	definition,
});
