import type { Answer, Request } from '../http/router.ts';
import type { JsonObject } from '../json.ts';
import { componentOf, type Template } from '../template.ts';
import type { World } from '../world.ts';
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
];

const NODE = {
	defaults: DEFAULT_FIELDS,
	known: KNOWN_FIELDS,
	nodeType: 'WhatsAppMessageTemplate',
};

/** Templates an unverified business may have. Source: reference §2, limits. */
const TEMPLATE_LIMIT = 250;

/**
 * `GET /{waba}/message_templates`. Source: Meta, WhatsApp Business Account › Message Templates.
 */
export function listTemplates(world: World, request: Request): Answer {
	const all = world.templates.all();
	const matching = all.filter((template) => matches(template, request.query));
	const { items, paging } = pageOf(matching, request);
	const fields = request.query.get('fields');
	const summary = summaryOf(request.query.get('summary'), matching.length, all.length);
	return {
		status: 200,
		json: {
			data: items.map((template) => templateNode(template, fields, request.origin)),
			...(paging === undefined ? {} : { paging }),
			...(summary === undefined ? {} : { summary }),
		},
	};
}

/** One template with the asked fields. Sample media get addresses, as Meta's CDN gives them. */
export function templateNode(
	template: Template,
	fields: string | null,
	origin: string,
): JsonObject {
	const node: JsonObject = {
		...template,
		rejected_reason: template.rejected_reason ?? 'NONE',
		quality_score: template.quality_score ?? { score: 'UNKNOWN' },
		health_status: healthOf(template),
		components: template.components.map((component) => {
			const handles = component.example?.['header_handle'];
			if (!Array.isArray(handles)) return component;
			const addresses = handles.map((handle) => String(handle).replace(/^sim:/, `${origin}/`));
			return { ...component, example: { ...component.example, header_handle: addresses } };
		}),
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
	const content = template.components.map((component) => component.text ?? '').join('\n');
	return (
		oneOf('status', template.status) &&
		oneOf('category', template.category) &&
		oneOf('language', template.language) &&
		oneOf('quality_score', template.quality_score?.score ?? 'UNKNOWN') &&
		holds('name', template.name) &&
		holds('content', content) &&
		holds('name_or_content', template.name, content)
	);
}

function summaryOf(asked: string | null, matching: number, all: number): JsonObject | undefined {
	const known: JsonObject = {
		total_count: matching,
		message_template_count: all,
		message_template_limit: TEMPLATE_LIMIT,
		are_translations_complete: true,
	};
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
