import type {
	DefinitionHeader,
	DefinitionPart,
	OtherParts,
	TemplateDefinition,
} from './definition';
import { fieldsBeside, isObject, type JsonObject } from './json';
import { fromMetaButton } from './meta-buttons';
import { isNumbered, readExample } from './meta-samples';
import { placeholdersOf } from './parameters';

/** The readings of a component, best first; the first that can be written again is taken. */
export const readings: Record<
	DefinitionPart,
	(definition: TemplateDefinition, component: JsonObject) => TemplateDefinition[]
> = {
	body: (definition, component) => {
		const { text, example } = component;
		if (typeof text !== 'string') return [];
		const read = { ...definition, body: text };
		const samples = readExample(example, 'body', text);
		return [
			...(samples
				? [beside({ ...read, samples: Object.fromEntries(samples) }, 'body', component, 'example')]
				: []),
			beside(read, 'body', component),
		];
	},
	header: (definition, component) => {
		const header = readHeader(component);
		if (!header) return [];
		const read = { ...definition, header };
		if (header.type !== 'text') {
			const sampled = 'sample' in header && header.sample !== undefined;
			return [beside(read, 'header', component, ...(sampled ? ['example'] : []))];
		}
		const samples = readExample(component.example, 'header', header.text);
		const named = (key: (name: string, sample: string) => string) => {
			const entries = (samples ?? []).map(([name, sample]) => [key(name, sample), sample]);
			const all = { ...definition.samples, ...Object.fromEntries(entries) };
			return beside({ ...read, samples: all }, 'header', component, 'example');
		};
		return [
			...(samples ? [named((name, sample) => headerKey(definition, name, sample))] : []),
			beside(read, 'header', component),
		];
	},
	footer: (definition, component) =>
		typeof component.text === 'string'
			? [beside({ ...definition, footer: component.text }, 'footer', component)]
			: [],
	buttons: (definition, component) =>
		Array.isArray(component.buttons)
			? [
					beside(
						{ ...definition, buttons: component.buttons.map(fromMetaButton) },
						'buttons',
						component,
					),
				]
			: [],
};

/** A header variable stands under its own name, unless that is the body's, with another sample or none. */
function headerKey({ body, samples = {} }: TemplateDefinition, name: string, sample: string) {
	if (isNumbered(name)) return `header_${name}`;
	const shared = Object.hasOwn(samples, name) && samples[name] === sample;
	return shared || !placeholdersOf(body).includes(name) ? name : `header_${name}`;
}

function readHeader({ format, text, example }: JsonObject): DefinitionHeader | undefined {
	if (format === 'TEXT') return typeof text === 'string' ? { type: 'text', text } : undefined;
	if (format === 'LOCATION') return { type: 'location' };
	if (format !== 'IMAGE' && format !== 'VIDEO' && format !== 'DOCUMENT') return undefined;
	const type = format.toLowerCase() as 'image' | 'video' | 'document';
	const handles = isObject(example) ? example.header_handle : undefined;
	const sample = Array.isArray(handles) ? handles[0] : undefined;
	return typeof sample === 'string' ? { type, sample } : { type };
}

const WORDS = ['type', 'format', 'text', 'buttons'];

/** The definition with the fields of a component it has no words for. */
function beside(
	definition: TemplateDefinition,
	part: DefinitionPart,
	component: JsonObject,
	...read: string[]
): TemplateDefinition {
	const fields = fieldsBeside(component, [...WORDS, ...read]);
	return fields
		? withOther(definition, { parts: { ...definition.other?.parts, [part]: fields } })
		: definition;
}

/** The definition with more of what it has no words for. */
export function withOther(definition: TemplateDefinition, more: OtherParts): TemplateDefinition {
	return Object.keys(more).length > 0
		? { ...definition, other: { ...definition.other, ...more } }
		: definition;
}
