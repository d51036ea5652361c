import { DEFINITION_PARTS, type DefinitionPart, type TemplateDefinition } from './definition';
import type { JsonObject } from './json';
import { withoutMetaTexts } from './authentication-parts';
import { toMetaButton } from './meta-buttons';
import { isNumbered, variablesOf, writeExample } from './meta-samples';

/** Fields that tell how a template fares in its account; Meta takes them in no request. */
export const STATE_FIELDS = [
	...['id', 'status', 'previous_category', 'correct_category', 'quality_score', 'rejected_reason'],
	...['last_updated_time', 'health_status', 'library_template_name'],
];

/**
 * A definition → the template in Meta's words, with all that `fromMetaTemplate` kept: the two undo
 * each other. `audience` is ours and stays behind. Source: "Template components" and "Templates",
 * developers.facebook.com/documentation/business-messaging/whatsapp/templates/components, …/overview.
 */
export function toMetaTemplate(definition: TemplateDefinition): JsonObject {
	const { name, language, category, messageSendTtlSeconds, other } = definition;
	const format = formatToWrite(definition);
	const components = toMetaComponents(definition);
	return {
		...other?.fields,
		name,
		language,
		category,
		...(format === undefined ? {} : { parameter_format: format }),
		...(messageSendTtlSeconds === undefined
			? {}
			: { message_send_ttl_seconds: messageSendTtlSeconds }),
		...(components.length > 0 || other?.components ? { components } : {}),
	};
}

/** The body of `POST /{waba}/message_templates`: the same without what only Meta can say. */
export function toCreation(definition: TemplateDefinition): JsonObject {
	const meta = definition.category === 'AUTHENTICATION' ? asAskedFor : toMetaTemplate;
	return Object.fromEntries(
		Object.entries(meta(definition)).filter(([key]) => !STATE_FIELDS.includes(key)),
	);
}

/** One that was read back has Meta's texts and a link in the place of the code button: Meta takes neither. */
function asAskedFor(definition: TemplateDefinition): JsonObject {
	const meta = toMetaTemplate(definition);
	return Array.isArray(meta.components)
		? { ...meta, components: withoutMetaTexts(meta.components) }
		: meta;
}

/** Only where it says something: Meta returns templates without variables with and without it. */
function formatToWrite(definition: TemplateDefinition) {
	const named = variablesOf(definition).some((name) => !isNumbered(name));
	return definition.parameterFormat ?? (named ? 'NAMED' : undefined);
}

function toMetaComponents(definition: TemplateDefinition): unknown[] {
	const { order = DEFINITION_PARTS, parts, components = [] } = definition.other ?? {};
	const all: unknown[] = [];
	for (const part of new Set([...order, ...DEFINITION_PARTS])) {
		const component = WRITERS[part](definition);
		if (component) all.push({ ...parts?.[part], ...component });
	}
	const byPlace = [...components].sort((one, other) => one.at - other.at);
	for (const { at, meta } of byPlace) all.splice(at, 0, meta);
	return all;
}

/** One component, without the fields that are kept beside it. */
const WRITERS: Record<DefinitionPart, (definition: TemplateDefinition) => JsonObject | undefined> =
	{
		header: (definition) => {
			const { header } = definition;
			if (!header) return undefined;
			if (header.type === 'text') {
				const example = writeExample(definition, 'header', header.text);
				return {
					type: 'HEADER',
					format: 'TEXT',
					text: header.text,
					...(example ? { example } : {}),
				};
			}
			const sample = header.type === 'location' ? undefined : header.sample;
			return {
				type: 'HEADER',
				format: header.type.toUpperCase(),
				...(sample === undefined ? {} : { example: { header_handle: [sample] } }),
			};
		},
		body: (definition) => {
			if (definition.body === undefined) return undefined;
			const example = writeExample(definition, 'body', definition.body);
			return { type: 'BODY', text: definition.body, ...(example ? { example } : {}) };
		},
		footer: ({ footer }) => (footer === undefined ? undefined : { type: 'FOOTER', text: footer }),
		buttons: ({ buttons }) => buttons && { type: 'BUTTONS', buttons: buttons.map(toMetaButton) },
	};
