import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	IWebhookFunctions,
} from 'n8n-workflow';
import { automationIds, type AutomationId } from '../../core/events/automations';
import type { Notice, NoticeEvent, NoticeType } from '../../core/events/notice';
import { planMessages } from '../../core/events/plan-messages';
import type { Plan, PlanOptions, Switches } from '../../core/events/planned-message';
import { genericPlatform, platformById, type Platform } from '../../core/events/platforms';
import {
	capturedTicketServerMapping,
	type GenericMapping,
	type MappedField,
} from '../../core/events/platforms/generic-mapping';

type Context = IExecuteFunctions | IWebhookFunctions;

/** Reads a parameter of a webhook or, for its first item, of an execution: these hold for all items. */
function parameter<T>(context: Context, name: string, fallback: T): T {
	const value =
		'getInputData' in context && 'getMode' in context && 'continueOnFail' in context
			? (context as IExecuteFunctions).getNodeParameter(name, 0, fallback)
			: (context as IWebhookFunctions).getNodeParameter(name, fallback);
	return (value ?? fallback) as T;
}

/** The platform chosen in the node, with the node's mapping where it is the generic one. */
export function platformOf(context: Context, id: string): Platform {
	const platform = platformById(id);
	if (!platform) throw new Error(`There is no platform “${id}”`);
	return id === 'generic' ? genericPlatform(mappingOf(context)) : platform;
}

function mappingOf(context: Context): GenericMapping {
	const { fields = [], types = [] } = parameter(context, 'mapping', {}) as {
		fields?: MappingRow[];
		types?: Array<{ theirs: string; ours: NoticeType }>;
	};
	return {
		types: Object.fromEntries(types.map(({ theirs, ours }) => [theirs.trim(), ours])),
		fields: {
			...capturedTicketServerMapping.fields,
			...Object.fromEntries(
				fields.map((row) => [row.field, sourceOf(row)]).filter(([, source]) => source !== ''),
			),
		},
	};
}

interface MappingRow {
	field: MappedField;
	path?: string;
	text?: string;
}

/** Core writes a fixed text as `=text`; n8n would take a leading = for an expression. */
function sourceOf({ path = '', text = '' }: MappingRow): string {
	return text.trim() === '' ? path.trim() : `=${text.trim()}`;
}

export function planOptionsOf(context: Context): PlanOptions {
	const chosen = new Set(parameter<string[]>(context, 'automations', []));
	const options = parameter<IDataObject>(context, 'options', {});
	const text = (name: string) => String(options[name] ?? '').trim() || undefined;
	const languages = text('languages')
		?.split(',')
		.map((language) => language.trim())
		.filter(Boolean);
	return {
		now: Date.now(),
		defaultCountry: text('defaultCountry'),
		includeTest: options.includeTest === true,
		language: text('language'),
		languages: languages?.length ? languages : undefined,
		maxAgeHours: Number(options.maxAgeHours) > 0 ? Number(options.maxAgeHours) : undefined,
		whenPaymentUnknown: options.whenPaymentUnknown === 'leave_out' ? 'leave_out' : 'send',
		switches: { event: switchesFor(chosen) },
		event: eventOf(parameter<IDataObject>(context, 'event', {})),
	};
}

const switchesFor = (chosen: Set<string>): Switches =>
	Object.fromEntries(automationIds.map((id: AutomationId) => [id, chosen.has(id)]));

function eventOf(event: IDataObject): NoticeEvent {
	return Object.fromEntries(
		Object.entries(event)
			.map(([key, value]) => [key, String(value ?? '').trim()])
			.filter(([, value]) => value !== ''),
	);
}

/**
 * Notices → items: one per message to send, one per person left out. `itemOf` tells which input a notice
 * came from, for item linking.
 */
export function planItems(
	context: Context,
	notices: Notice[],
	itemOf?: (noticeId: string) => number | undefined,
): [messages: INodeExecutionData[], leftOut: INodeExecutionData[]] {
	const plan: Plan = planMessages(notices, planOptionsOf(context));
	const item = (json: object, noticeId: string): INodeExecutionData => {
		const index = itemOf?.(noticeId);
		return {
			json: json as IDataObject,
			...(index === undefined ? {} : { pairedItem: { item: index } }),
		};
	};
	return [
		plan.messages.map((message) => item(message, message.notice.id)),
		plan.leftOut.map((left) => item(left, left.noticeId)),
	];
}
