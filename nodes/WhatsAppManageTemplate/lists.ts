import type {
	FieldType,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	ResourceMapperFields,
} from 'n8n-workflow';
import { findReadyMade } from '../../core/templates/pack';
import { languageName } from '../../core/templates/language-names';
import { STATUS_WORDS, statusOf } from '../../core/templates/manage/status';
import { sampleNamesOf } from '../../core/templates/sample-names';
import { templateKey } from '../../core/templates/template';
import { templatePage } from '../engine/template-list';

/** The account's templates of every status, with the status in words. */
export async function searchTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const { templates, after } = await templatePage(this, { search: filter }, paginationToken);
	return {
		results: templates.map((template) => ({
			name: `${template.name} · ${template.language} · ${STATUS_WORDS[statusOf(template.status)].en}`,
			value: templateKey(template),
		})),
		...(after ? { paginationToken: after } : {}),
	};
}

/** The ready-made templates: name, language, and to whom. */
export async function searchReadyMade(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const words = (filter ?? '').toLowerCase().split(/\s+/).filter(Boolean);
	return {
		results: findReadyMade()
			.map((definition) => ({
				name: `${definition.name} · ${languageName(definition.language)} · ${definition.audience}`,
				value: templateKey(definition),
			}))
			.filter(({ name, value }) => {
				const searched = `${name} ${value} ${name.replace(/_/g, ' ')}`.toLowerCase();
				return words.every((word) => searched.includes(word));
			})
			.sort((one, other) => one.name.localeCompare(other.name)),
	};
}

/** The samples as fields: one for each variable of the text that is filled in. */
export async function getSampleFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const of = (name: string) => String(this.getNodeParameter(name, '') ?? '');
	const names = sampleNamesOf({
		body: of('body'),
		...(of('headerType') === 'text' ? { header: { type: 'text', text: of('headerText') } } : {}),
	});
	return {
		fields: names.map((name) => ({
			id: name,
			displayName: name,
			required: true,
			defaultMatch: false,
			display: true,
			type: 'string' as FieldType,
			canBeUsedToMatch: false,
		})),
		...(names.length === 0
			? {
					emptyFieldsNotice: 'Write the text first. Each {{variable}} in it then has a field here.',
				}
			: {}),
	};
}
