import {
	DEFINITION_PARTS,
	type DefinitionPart,
	type TemplateCategory,
	type TemplateDefinition,
} from './definition';
import { fieldsBeside, isObject, sameJson, type JsonObject } from './json';
import { readings, withOther } from './read-part';
import { toMetaTemplate } from './to-meta-template';
import { upperCaseKinds } from './upper-case-kinds';

/**
 * A template as Meta lists it, or as one creates it → its definition; undefined for what is none.
 *
 * Nothing is lost: each part is read, written again and compared. What a definition cannot say stands
 * under `other` as it came, so `toMetaTemplate` gives the same JSON again (names of kinds in capitals).
 */
export function fromMetaTemplate(raw: unknown): TemplateDefinition | undefined {
	if (!isObject(raw)) return undefined;
	const meta = upperCaseKinds(raw);
	const bare = readFields(meta);
	if (!bare) return undefined;
	if (!Array.isArray(meta.components)) return bare;
	const full = tidy(readComponents(bare, meta.components));
	return sameJson(toMetaTemplate(full), meta) ? full : keptWhole(bare, meta.components);
}

const FIELDS = ['name', 'language', 'category', 'components'];

function readFields(meta: JsonObject): TemplateDefinition | undefined {
	const { name, language, category, parameter_format: format } = meta;
	if (typeof name !== 'string' || typeof language !== 'string') return undefined;
	if (typeof category !== 'string') return undefined;
	const ttl = meta.message_send_ttl_seconds;
	const known = [...FIELDS];
	if (!Array.isArray(meta.components)) known.pop();
	const definition: TemplateDefinition = {
		name,
		language,
		category: category as TemplateCategory,
	};
	if (typeof ttl === 'number') {
		known.push('message_send_ttl_seconds');
		definition.messageSendTtlSeconds = ttl;
	}
	if (format === 'NAMED' || format === 'POSITIONAL') {
		known.push('parameter_format');
		definition.parameterFormat = format;
	}
	const fields = fieldsBeside(meta, known);
	return fields ? { ...definition, other: { fields } } : definition;
}

function readComponents(bare: TemplateDefinition, components: unknown[]): TemplateDefinition {
	const places = new Map<DefinitionPart, number>();
	components.forEach((component, at) => {
		const part = partOf(component);
		if (part && !places.has(part)) places.set(part, at);
	});
	let definition = bare;
	// The body first: a header variable may share the sample of the body's.
	for (const part of ['body', 'header', 'footer', 'buttons'] as const) {
		const at = places.get(part);
		if (at === undefined) continue;
		const component = components[at] as JsonObject;
		const read = readings[part](definition, component).find((one) => writes(one, part, component));
		if (read) definition = read;
		else places.delete(part);
	}
	const described = [...places.values()];
	const rest = components.flatMap((meta, at) => (described.includes(at) ? [] : [{ at, meta }]));
	const order = [...places].sort((one, other) => one[1] - other[1]).map(([part]) => part);
	const usual = DEFINITION_PARTS.filter((part) => places.has(part));
	return withOther(definition, {
		...(rest.length > 0 || components.length === 0 ? { components: rest } : {}),
		...(sameJson(order, usual) ? {} : { order }),
	});
}

function partOf(component: unknown): DefinitionPart | undefined {
	const type = isObject(component) ? component.type : undefined;
	return DEFINITION_PARTS.find((part) => part.toUpperCase() === type);
}

/** Whether a part, written again, is the component it was read from. */
function writes(definition: TemplateDefinition, part: DefinitionPart, component: JsonObject) {
	const written = toMetaTemplate(definition).components;
	return (
		Array.isArray(written) &&
		sameJson(
			written.find((one) => partOf(one) === part),
			component,
		)
	);
}

/** Without what goes without saying: no samples, and named variables in a text that shows them. */
function tidy(definition: TemplateDefinition): TemplateDefinition {
	const { samples, parameterFormat, ...rest } = definition;
	const short: TemplateDefinition =
		samples && Object.keys(samples).length > 0 ? { ...rest, samples } : rest;
	return sameJson(toMetaTemplate(short), toMetaTemplate(definition))
		? short
		: { ...short, ...(parameterFormat ? { parameterFormat } : {}) };
}

/** For shapes nobody has seen yet: all components as they came. */
function keptWhole(bare: TemplateDefinition, components: unknown[]): TemplateDefinition {
	return withOther(bare, { components: components.map((meta, at) => ({ at, meta })) });
}
