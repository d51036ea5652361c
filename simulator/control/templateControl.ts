import { newTemplateId } from '../graph/templateCreate.ts';
import { asArray, asObject, asText, type JsonObject } from '../json.ts';
import type { Template } from '../template.ts';
import { statusUpdateValue } from '../webhooks/templateValues.ts';
import type { World } from '../world.ts';

/**
 * Adds or replaces templates.
 *
 * @returns a sentence when one cannot be read; none is changed then
 */
export function putTemplates(world: World, list: unknown): Template[] | string {
	const templates: Template[] = [];
	for (const one of asArray(list)) {
		const template = readTemplate(world, asObject(one) ?? {});
		if (template === undefined) {
			return 'Each template has a name, a language, a category and components.';
		}
		templates.push(template);
	}
	if (templates.length === 0) return 'Send a list of templates.';
	for (const template of templates) {
		world.templates.put(template);
		world.events.template(template);
	}
	return templates;
}

/**
 * Changes a template and, when its status changes, tells the app's address with
 * `message_template_status_update`. Source: Meta, "Webhooks", reference §3.
 */
export function changeTemplate(
	world: World,
	name: string,
	language: string,
	change: JsonObject,
): Template | undefined {
	const present = world.templates.find(name, language);
	if (present === undefined) return undefined;
	const changed: Template = { ...present, ...change, id: present.id, name, language };
	world.templates.put(changed);
	world.events.template(changed);
	if (changed.status !== present.status) {
		world.webhooks.send({
			field: 'message_template_status_update',
			value: statusUpdateValue(changed, changed.status, {}),
		});
	}
	return changed;
}

function readTemplate(world: World, given: JsonObject): Template | undefined {
	const name = asText(given['name']);
	const language = asText(given['language']);
	const category = asText(given['category']);
	const components = given['components'];
	if (!name || !language || !category || !Array.isArray(components)) return undefined;
	const present = world.templates.find(name, language);
	return {
		...given,
		id: present?.id ?? asText(given['id']) ?? newTemplateId(),
		name,
		language,
		category,
		components: components as Template['components'],
		parameter_format: given['parameter_format'] === 'NAMED' ? 'NAMED' : 'POSITIONAL',
		status: asText(given['status']) ?? 'APPROVED',
	};
}
