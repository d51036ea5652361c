import type { Answer, Request } from '../http/router.ts';
import { asText } from '../json.ts';
import type { Template } from '../template.ts';
import { armDue, settleDue } from '../templates/due.ts';
import { plainRefusal } from '../templates/refusal.ts';
import { removeTemplate } from '../templates/removal.ts';
import type { World } from '../world.ts';
import { missingParameter } from './error.ts';
import { parametersOf, readList } from './parameters.ts';

/** Source: Meta, reference §2. */
const MOST_IDS = 100;

/**
 * `DELETE /{waba}/message_templates`: all languages of `name`, the one `hsm_id` of that name, or
 * up to 100 `hsm_ids`.
 *
 * @throws {GraphError} 100 for parameters that do not go together, and for templates that are not there
 */
export function deleteTemplates(world: World, request: Request): Answer {
	settleDue(world);
	const given = parametersOf(request);
	const name = asText(given['name']);
	const id = asText(given['hsm_id']);
	const ids = readList(given['hsm_ids']);
	const found = ids.length > 0 ? byIds(world, ids, name ?? id) : byName(world, name, id);
	for (const template of found) {
		removeTemplate(world, template);
		const left = world.templates.byId(template.id);
		if (left !== undefined) armDue(world, left);
	}
	return { status: 200, json: { success: true } };
}

function byName(world: World, name: string | undefined, id: string | undefined): Template[] {
	if (name === undefined) throw missingParameter('name');
	const named = world.templates.named(name);
	const found = id === undefined ? named : named.filter((template) => template.id === id);
	if (found.length === 0) throw notFound();
	return found;
}

function byIds(world: World, ids: string[], beside: string | undefined): Template[] {
	if (beside !== undefined) throw plainRefusal('hsm_ids stands alone, without name and hsm_id.');
	if (ids.length > MOST_IDS) throw plainRefusal(`hsm_ids can name ${MOST_IDS} templates at most.`);
	return ids.map((id) => {
		const template = world.templates.byId(id);
		if (template === undefined) throw notFound();
		return template;
	});
}

function notFound() {
	return plainRefusal(
		'The message template does not exist, or its name and its id do not belong together.',
		'Message Template Not Found',
	);
}
