import type {
	FieldType,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodeParameterResourceLocator,
	ResourceMapperFields,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { accountKey } from '../../core/account/account';
import { chooseTemplate } from '../../core/templates/choose-template';
import { templateSource } from '../../core/templates/read-templates';
import { listParameters, type TemplateParameter } from '../../core/templates/parameters';
import { parseTemplateKey, templateKey, type MessageTemplate } from '../../core/templates/template';
import { readAccount } from '../engine/account';
import { nodeErrorFrom } from '../engine/node-error';
import { LIST_TIMEOUT_MS, templatePage } from '../engine/template-list';
import { templateCache } from '../engine/templates';
import { n8nTransport } from '../engine/transport';

/** The template list, page by page, approved ones only unless the option says all. */
export async function searchTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const all = this.getNodeParameter('options.listAllTemplates', false) === true;
	const wanted = { search: filter, ...(all ? {} : { status: 'APPROVED' }) };
	const page = await templatePage(this, wanted, paginationToken);
	return {
		results: page.templates.map((template) => ({
			name: titleOf(template),
			value: templateKey(template),
		})),
		...(page.after ? { paginationToken: page.after } : {}),
	};
}

function titleOf(template: MessageTemplate): string {
	const status = template.status === 'APPROVED' ? '' : ` · ${template.status.toLowerCase()}`;
	return `${template.name} · ${template.language} · ${template.category.toLowerCase()}${status}`;
}

/** The chosen template's variables as fields, with the approved samples as hints. */
export async function getTemplateVariables(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const key = chosenKey(this);
	if (key === undefined) {
		const emptyFieldsNotice =
			'The template is chosen by an expression. Set Variables to “Take From the Item”.';
		return { fields: [], emptyFieldsNotice };
	}
	const template = await chosenTemplate(this, key);
	if (!template)
		return { fields: [], emptyFieldsNotice: 'Choose a template to see its variables.' };
	const parameters = listParameters(template);
	return {
		fields: parameters.map(fieldFor),
		...(parameters.length === 0
			? { emptyFieldsNotice: 'This template has no variables: nothing to fill in.' }
			: {}),
	};
}

/** Name and language as chosen; undefined for an expression over items, of which there are none yet. */
function chosenKey(context: ILoadOptionsFunctions): string | undefined {
	try {
		const locator = context.getNodeParameter('template') as INodeParameterResourceLocator;
		return String(locator?.value ?? '');
	} catch {
		return undefined;
	}
}

async function chosenTemplate(
	context: ILoadOptionsFunctions,
	key: string,
): Promise<MessageTemplate | undefined> {
	const chosen = parseTemplateKey(key);
	if (!chosen.name) return undefined;
	const account = await readAccount(context);
	const source = templateSource(account, n8nTransport(context, account.apiUrl), LIST_TIMEOUT_MS);
	const translations = await templateCache
		.translations(accountKey(account), source, chosen.name, Date.now())
		.catch((error: unknown) => {
			throw nodeErrorFrom(context, error);
		});
	const language = String(
		context.getNodeParameter('options.language', '') || chosen.language || '',
	);
	const choice = chooseTemplate(chosen.name, translations, language || undefined);
	if (choice.ok) return choice.template;
	// A template that is not approved yet still has variables one can prepare.
	const unapproved = translations.find((t) => t.language === language) ?? translations[0];
	if (unapproved) return unapproved;
	throw new NodeOperationError(context.getNode(), choice.message, { description: choice.whatToDo });
}

function fieldFor(parameter: TemplateParameter): ResourceMapperFields['fields'][number] {
	return {
		id: parameter.id,
		displayName: labelFor(parameter),
		required: parameter.required,
		defaultMatch: false,
		display: true,
		// What may stay empty is offered, but not in the way.
		removed: !parameter.required,
		type: FIELD_TYPES[parameter.kind] ?? 'string',
		canBeUsedToMatch: false,
	};
}

/** Products are text here, since n8n takes a list for no object: a list, sections or plain text will do. */
const FIELD_TYPES: Partial<Record<TemplateParameter['kind'], FieldType>> = {
	location: 'object',
	flow_data: 'object',
	expiration: 'dateTime',
};

/** n8n cuts longer labels off. */
const LONGEST_LABEL = 26;

/** n8n shows no placeholder for mapped fields, so the sample stands in the label where it fits. */
function labelFor({ kind, label, sample }: TemplateParameter): string {
	const hint = HINTS[kind] ?? (sample ? `e.g. ${sample}` : undefined);
	const whole = hint ? `${label} (${hint})` : label;
	return hint === HINTS[kind] || whole.length <= LONGEST_LABEL ? whole : label;
}

const HINTS: Partial<Record<TemplateParameter['kind'], string>> = {
	image: 'link, ID, file',
	video: 'link, ID, file',
	document: 'link, ID, file',
	location: 'JSON',
	sections: 'IDs or JSON',
	flow_data: 'JSON',
};
