import type { Answer, Request } from '../http/router.ts';
import { asText } from '../json.ts';
import type { Template } from '../template.ts';
import { CATEGORIES } from '../templates/categories.ts';
import { keep, tellComponents } from '../templates/change.ts';
import { readComponents } from '../templates/checkComponents.ts';
import { armDue, settleDue } from '../templates/due.ts';
import { checkEditable } from '../templates/editQuota.ts';
import { plainRefusal } from '../templates/refusal.ts';
import { inReview } from '../templates/review.ts';
import { readTtl } from '../templates/ttl.ts';
import type { World } from '../world.ts';
import { unknownObject } from './error.ts';
import { parametersOf } from './parameters.ts';
import { listOf } from './templateCreate.ts';

/**
 * `POST /{template}` with `category`, `components` or `message_send_ttl_seconds`. New components or
 * another category bring it back into review.
 *
 * @throws {GraphError} 2388039 in review · 2388124 edited today · those of a new template
 */
export function editTemplate(world: World, id: string, request: Request): Answer {
	settleDue(world);
	const template = world.templates.byId(id);
	if (template === undefined) throw unknownObject(id, 'POST');
	const given = parametersOf(request);
	const category = readCategory(template, asText(given['category'])?.toUpperCase());
	const ttl = readTtl(given['message_send_ttl_seconds'], category);
	const reviewed = given['components'] !== undefined || category !== template.category;
	if (!reviewed && ttl === undefined) {
		throw plainRefusal('Name the category, the components or message_send_ttl_seconds to change.');
	}
	checkEditable(world, template);
	const components = reviewed
		? readComponents(listOf(given['components'] ?? template.components), {
				category,
				format: template.parameter_format,
				findUpload: (handle) => world.uploads.byHandle(handle),
			})
		: template.components;
	if (template.status === 'APPROVED') {
		world.templateLog.add('approved_edited', template, world.clock.now());
	}
	const changed = keep(world, template, {
		category,
		components,
		...(ttl === undefined ? {} : { message_send_ttl_seconds: ttl }),
		...(reviewed ? inReview(world, template) : {}),
	});
	if (given['components'] !== undefined) tellComponents(world, changed);
	armDue(world, changed);
	return { status: 200, json: { success: true } };
}

function readCategory(template: Template, asked: string | undefined): string {
	if (asked === undefined || asked === template.category) return template.category;
	if (!CATEGORIES.includes(asked)) {
		throw plainRefusal(`The category must be one of ${CATEGORIES.join(', ')}.`);
	}
	if (template.status === 'APPROVED') {
		throw plainRefusal("The category of an approved message template can't be changed.");
	}
	return asked;
}
