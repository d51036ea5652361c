import type { ParameterFormat, TemplateDefinition } from './definition';
import { isObject, type JsonObject } from './json';
import { placeholdersOf } from './parameters';

/** Samples by variable name, in the order Meta lists them. */
export type Samples = Array<[name: string, sample: string]>;

export const isNumbered = (name: string): boolean => /^\d+$/.test(name);

/**
 * The format that is meant: the one written down, otherwise what the text shows. Meta takes a
 * template without `parameter_format` as positional.
 */
export function parameterFormatOf(definition: TemplateDefinition): ParameterFormat {
	if (definition.parameterFormat) return definition.parameterFormat;
	const names = variablesOf(definition);
	return names.length > 0 && names.every(isNumbered) ? 'POSITIONAL' : 'NAMED';
}

/** The names of all variables in header text and body. */
export function variablesOf({ header, body }: TemplateDefinition): string[] {
	return [
		...placeholdersOf(header?.type === 'text' ? header.text : undefined),
		...placeholdersOf(body),
	];
}

/** Where the sample of a variable stands in `samples`, undefined where there is none. */
export function sampleKey(
	definition: TemplateDefinition,
	part: 'header' | 'body',
	name: string,
): string | undefined {
	const samples = definition.samples ?? {};
	const keys =
		part === 'body' ? [name] : isNumbered(name) ? [`header_${name}`] : [`header_${name}`, name];
	return keys.find((key) => Object.hasOwn(samples, key));
}

/**
 * The samples of a text in Meta's form: `body_text: [["Ann", "A1"]]`, `header_text: ["Ann"]`, or
 * `…_named_params: [{ param_name, example }]`; undefined where there are none.
 */
export function writeExample(
	definition: TemplateDefinition,
	part: 'header' | 'body',
	text: string,
): JsonObject | undefined {
	const samples = definition.samples ?? {};
	const order = Object.keys(samples);
	const found = placeholdersOf(text)
		.map((name) => ({ name, key: sampleKey(definition, part, name) }))
		.filter((entry): entry is { name: string; key: string } => entry.key !== undefined);
	if (found.length === 0) return undefined;
	if (parameterFormatOf(definition) === 'NAMED') {
		const params = found
			.sort((one, other) => order.indexOf(one.key) - order.indexOf(other.key))
			.map(({ name, key }) => ({ param_name: name, example: samples[key] }));
		return { [`${part}_text_named_params`]: params };
	}
	// Meta fills by number, wherever a translation puts it; a gap keeps its place.
	const row = placeholdersOf(text)
		.sort((one, other) => Number(one) - Number(other))
		.map((name) => {
			const key = sampleKey(definition, part, name);
			return key === undefined ? '' : samples[key];
		});
	return { [`${part}_text`]: part === 'body' ? [row] : row };
}

/** The samples in Meta's example of a text; undefined where they are in no form we write. */
export function readExample(
	example: unknown,
	part: 'header' | 'body',
	text: string,
): Samples | undefined {
	if (!isObject(example)) return undefined;
	const named = example[`${part}_text_named_params`];
	if (Array.isArray(named)) {
		const samples = named.map((entry) => [entry?.param_name, entry?.example]);
		return samples.every((pair) => pair.every((value) => typeof value === 'string'))
			? (samples as Samples)
			: undefined;
	}
	const positional = example[`${part}_text`];
	const row = part === 'body' && Array.isArray(positional) ? positional[0] : positional;
	if (!Array.isArray(row) || !row.every((value) => typeof value === 'string')) return undefined;
	const names = placeholdersOf(text).sort((one, other) => Number(one) - Number(other));
	return names.length === row.length
		? names.map((name, at) => [name, row[at] as string])
		: undefined;
}
