import { randomInt } from 'node:crypto';
import type { Answer, Request } from '../http/router.ts';
import { asText, parseJson, type JsonObject } from '../json.ts';
import type { Template } from '../template.ts';
import { CATEGORIES } from '../templates/categories.ts';
import { keep } from '../templates/change.ts';
import { readComponents } from '../templates/checkComponents.ts';
import { armDue, settleDue } from '../templates/due.ts';
import { LANGUAGES } from '../templates/languages.ts';
import { checkName, checkQuota } from '../templates/names.ts';
import { inReview } from '../templates/review.ts';
import { readTtl } from '../templates/ttl.ts';
import { isPromotional } from '../templates/verdict.ts';
import type { World } from '../world.ts';
import { GraphError, missingParameter } from './error.ts';
import { parametersOf } from './parameters.ts';

/**
 * `POST /{waba}/message_templates`: a new template, in review.
 *
 * @throws {GraphError} 100 with Meta's subcodes for whatever keeps it from being taken
 */
export function createTemplate(world: World, request: Request): Answer {
	settleDue(world);
	const given = parametersOf(request);
	const name = required(given, 'name');
	const language = oneOf(required(given, 'language'), 'language', LANGUAGES);
	const category = oneOf(required(given, 'category').toUpperCase(), 'category', CATEGORIES);
	const format = readFormat(given);
	checkName(world, name, language);
	const components = readComponents(listOf(given['components']), {
		category,
		format,
		findUpload: (handle) => world.uploads.byHandle(handle),
	});
	const ttl = readTtl(given['message_send_ttl_seconds'], category);
	checkQuota(world);
	const asked: Template = {
		id: newTemplateId(),
		name,
		language,
		category,
		parameter_format: format,
		components,
		status: 'PENDING',
		...(ttl === undefined ? {} : { message_send_ttl_seconds: ttl }),
		...(given['sub_category'] === undefined ? {} : { sub_category: String(given['sub_category']) }),
	};
	const template = keep(world, moved(world, asked), inReview(world, asked));
	world.templateLog.add('created', template, world.clock.now());
	armDue(world, template);
	const { id, status } = template;
	return { status: 200, json: { id, status, category: template.category } };
}

/** An id in the look of Meta's. */
export function newTemplateId(): string {
	return String(randomInt(1e14, 2.8e14)).padEnd(16, '0');
}

/** A list in a JSON body, or as JSON in a form. */
export function listOf(given: unknown): unknown {
	const list = typeof given === 'string' ? parseJson(given) : given;
	if (!Array.isArray(list)) throw missingParameter('components');
	return list;
}

/** Meta moves what advertises to marketing and says so in the answer. */
function moved(world: World, template: Template): Template {
	const judged = world.settings.templates.review === 'rules' && template.category === 'UTILITY';
	if (!judged || !isPromotional(template)) return template;
	return { ...template, category: 'MARKETING', correct_category: 'MARKETING' };
}

function required(given: JsonObject, name: string): string {
	const text = asText(given[name]);
	if (text === undefined) throw missingParameter(name);
	return text;
}

function oneOf(value: string, name: string, known: readonly string[]): string {
	if (known.includes(value)) return value;
	throw new GraphError(100, {
		message: `(#100) Param ${name} must be one of {${known.join(', ')}} - got "${value}".`,
	});
}

function readFormat(given: JsonObject): 'NAMED' | 'POSITIONAL' {
	const format = (asText(given['parameter_format']) ?? 'POSITIONAL').toUpperCase();
	return oneOf(format, 'parameter_format', ['POSITIONAL', 'NAMED']) as 'NAMED' | 'POSITIONAL';
}
