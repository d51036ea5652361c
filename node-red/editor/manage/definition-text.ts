import { placeholdersOf } from '../../../core/templates/parameters';
import type { TemplateDefinition } from '../../../core/templates/definition';
import { readTemplate, type MessageTemplate } from '../../../core/templates/template';
import { toMetaTemplate } from '../../../core/templates/to-meta-template';

/** What the node keeps of the form: a definition, perhaps without its name yet. */
export type Draft = Partial<TemplateDefinition>;

export const complete = (draft: Draft): TemplateDefinition => ({
	...draft,
	name: draft.name ?? '',
	language: draft.language ?? 'en',
	category: draft.category ?? 'UTILITY',
});

/** The template as Meta would list it: what the preview draws. */
export const asTemplate = (definition: TemplateDefinition): MessageTemplate | undefined =>
	readTemplate({ ...toMetaTemplate(definition), status: 'DRAFT' });

/** Variables of header and body, with the key of the sample of each, in the order one reads. */
export function sampledVariables({ header, body }: Draft): Array<{ key: string; name: string }> {
	const inHeader = placeholdersOf(header?.type === 'text' ? header.text : undefined);
	const inBody = placeholdersOf(body);
	const keys = new Map<string, string>();
	for (const name of inHeader) {
		const own = /^\d+$/.test(name);
		keys.set(own ? `header_${name}` : name, name);
	}
	for (const name of inBody) keys.set(name, name);
	return [...keys].map(([key, name]) => ({ key, name }));
}
