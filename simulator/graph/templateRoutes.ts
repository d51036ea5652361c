import type { Answer, Request } from '../http/router.ts';
import type { JsonObject } from '../json.ts';
import { componentOf, type Template } from '../template.ts';
import { sampleUrl, withSampleUrls } from '../templates/samples.ts';
import { settleDue } from '../templates/due.ts';
import type { World } from '../world.ts';
import { unknownObject } from './error.ts';
import { pickFields } from './fields.ts';
import { pageOf } from './paging.ts';
import { readList } from './parameters.ts';

/** Without `fields` Meta returns these. Source: reference §2. */
const DEFAULT_FIELDS = [
	'name',
	'parameter_format',
	'components',
	'language',
	'status',
	'category',
	'id',
];

const KNOWN_FIELDS = [
	...DEFAULT_FIELDS,
	'sub_category',
	'previous_category',
	'correct_category',
	'quality_score',
	'rejected_reason',
	'library_template_name',
	'last_updated_time',
	'health_status',
	'message_send_ttl_seconds',
];

const NODE = {
	defaults: DEFAULT_FIELDS,
	known: KNOWN_FIELDS,
	nodeType: 'WhatsAppMessageTemplate',
};

/**
 * `GET /{waba}/message_templates`. Source: Meta, WhatsApp Business Account › Message Templates.
 */
export function listTemplates(world: World, request: Request): Answer {
	settleDue(world);
	const all = world.templates.all();
	const matching = all.filter((template) => matches(template, request.query));
	const { items, paging } = pageOf(matching, request);
	const fields = request.query.get('fields');
	const summary = summaryOf(request.query.get('summary'), {
		total_count: matching.length,
		message_template_count: all.length,
		message_template_limit: world.settings.templates.limit,
		are_translations_complete: true,
	});
	return {
		status: 200,
		json: {
			data: items.map((template) => templateNode(world, template, fields, request.origin)),
			...(paging === undefined ? {} : { paging }),
			...(summary === undefined ? {} : { summary }),
		},
	};
}

/** `GET /{template}`. */
export function getTemplate(world: World, id: string, request: Request): Answer {
	settleDue(world);
	const template = world.templates.byId(id);
	if (template === undefined) throw unknownObject(id, 'GET');
	const fields = request.query.get('fields');
	return { status: 200, json: templateNode(world, template, fields, request.origin) };
}

/** One template with the asked fields. Sample media get addresses, as Meta's CDN gives them. */
function templateNode(
	world: World,
	template: Template,
	fields: string | null,
	origin: string,
): JsonObject {
	const node: JsonObject = {
		...template,
		rejected_reason: template.rejected_reason ?? 'NONE',
		quality_score: template.quality_score ?? { score: 'UNKNOWN' },
		health_status: healthOf(template),
		components: withSampleUrls(template.components, (handle) => sampleUrl(world, handle, origin)),
	};
	return pickFields(node, fields, NODE);
}

function matches(template: Template, query: URLSearchParams): boolean {
	const oneOf = (name: string, value: string | undefined) => {
		const wanted = readList(query.get(name));
		return wanted.length === 0 || wanted.includes(value ?? '');
	};
	const holds = (name: string, ...texts: string[]) => {
		const wanted = query.get(name)?.toLowerCase();
		return !wanted || texts.some((text) => text.toLowerCase().includes(wanted));
	};
	const within = (name: string, fits: (updated: number, bound: number) => boolean) => {
		const bound = Number(query.get(name) ?? '');
		const updated = Date.parse(template.last_updated_time ?? '1970-01-01T00:00:00Z') / 1000;
		return query.get(name) === null || Number.isNaN(bound) || fits(updated, bound);
	};
	const content = template.components.map((component) => component.text ?? '').join('\n');
	return (
		oneOf('status', template.status) &&
		oneOf('category', template.category) &&
		oneOf('language', template.language) &&
		oneOf('quality_score', template.quality_score?.score ?? 'UNKNOWN') &&
		holds('name', template.name) &&
		holds('content', content) &&
		holds('name_or_content', template.name, content) &&
		within('since', (updated, bound) => updated >= bound) &&
		within('until', (updated, bound) => updated <= bound) &&
		// Nothing here was made by Direct Send. Source: Meta, "Direct Send API reference".
		query.get('source') !== 'AUTO_GENERATED'
	);
}

function summaryOf(asked: string | null, known: JsonObject): JsonObject | undefined {
	const names = readList(asked).filter((name) => name in known);
	if (names.length === 0) return undefined;
	return Object.fromEntries(names.map((name) => [name, known[name]]));
}

function healthOf(template: Template): JsonObject {
	const sendable = template.status === 'APPROVED' && componentOf(template, 'BODY') !== undefined;
	const state = sendable ? 'AVAILABLE' : 'BLOCKED';
	return {
		can_send_message: state,
		entities: [{ entity_type: 'MESSAGE_TEMPLATE', id: template.id, can_send_message: state }],
	};
}
