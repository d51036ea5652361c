import { readDefinition, type Finding } from '../check';
import type { TemplateDefinition } from '../definition';
import { fromMetaTemplate } from '../from-meta-template';
import { isObject } from '../json';

/** One definition of an input, or why it is none. */
export type ReadDefinition =
	| { definition: TemplateDefinition; findings: Finding[] }
	| { problem: string; whatToDo: string; name?: string; language?: string; findings?: Finding[] };

const START_FROM =
	'Start from a ready-made definition: operation Get Ready-Made Templates, or flows/templates.';

/**
 * What somebody hands in as a definition → the definitions in it: our own, Meta's JSON of a template (as
 * created, or as listed), either as JSON text, a list of them, Meta's whole list (`data`), or an object
 * with one under `definition`, such as a row of a table. Never throws.
 */
export function readDefinitions(given: unknown): ReadDefinition[] {
	return read(given, 0);
}

/** Lists in lists in texts: deeper than this it is no template, and may be an object that holds itself. */
const DEEPEST = 5;

function read(given: unknown, depth: number): ReadDefinition[] {
	if (depth > DEEPEST) return [empty()];
	const inside = (value: unknown) => read(value, depth + 1);
	if (typeof given === 'string') return readText(given, inside);
	if (Array.isArray(given)) return given.length > 0 ? given.flatMap(inside) : [empty()];
	if (!isObject(given)) return [empty()];
	if (given.definition !== undefined && given.body === undefined) return inside(given.definition);
	if (Array.isArray(given.data) && given.name === undefined) return inside(given.data);
	if (Array.isArray(given.components)) {
		const definition = fromMetaTemplate(given);
		if (definition) return [{ definition, findings: [] }];
	}
	const { definition, findings } = readDefinition(given);
	if (definition) return [{ definition: withoutSchema(definition), findings }];
	const [first] = findings.filter(({ severity }) => severity === 'error');
	return [
		{
			problem: `This is no template definition: ${first?.message ?? 'something is missing'}`,
			whatToDo: first?.whatToDo ?? START_FROM,
			...(typeof given.name === 'string' ? { name: given.name } : {}),
			...(typeof given.language === 'string' ? { language: given.language } : {}),
			findings,
		},
	];
}

/** Files may name a schema for editors; it is no part of the template. */
function withoutSchema(definition: TemplateDefinition): TemplateDefinition {
	const { $schema: _schema, ...rest } = definition as TemplateDefinition & { $schema?: string };
	return rest;
}

function readText(text: string, inside: (value: unknown) => ReadDefinition[]): ReadDefinition[] {
	if (text.trim() === '') return [empty()];
	try {
		return inside(JSON.parse(text.replace(/^\uFEFF/, '')));
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		return [{ problem: `The definition is not JSON: ${why}`, whatToDo: START_FROM }];
	}
}

const empty = (): ReadDefinition => ({ problem: 'There is no definition', whatToDo: START_FROM });
