import type { TemplateDefinition } from './definition';
import { isNumbered } from './meta-samples';
import { placeholdersOf } from './parameters';

/**
 * The names under which a definition keeps its samples, in the order in which one reads the text:
 * `header_1` for {{1}} of a header, the variable's own name for everything else.
 */
export function sampleNamesOf({
	header,
	body,
}: Pick<TemplateDefinition, 'header' | 'body'>): string[] {
	const inHeader = placeholdersOf(header?.type === 'text' ? header.text : undefined);
	return [
		...new Set([
			...inHeader.map((name) => (isNumbered(name) ? `header_${name}` : name)),
			...placeholdersOf(body),
		]),
	];
}
