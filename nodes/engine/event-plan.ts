import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	IWebhookFunctions,
} from 'n8n-workflow';
import { aboutOf } from '../../core/events/last-seen';
import type { Notice } from '../../core/events/notice';
import { planMessages } from '../../core/events/plan-messages';
import { planOptionsFrom, type EventFields } from '../../core/events/plan-settings';

type Read = (name: string, fallback: unknown) => unknown;

/** The fields of an execution's node, by its first item: they hold for all items. */
export const fieldsOfExecution = (context: IExecuteFunctions): EventFields =>
	readFields((name, fallback) => context.getNodeParameter(name, 0, fallback as string));

/** The fields of a webhook's node. */
export const fieldsOfWebhook = (context: IWebhookFunctions): EventFields =>
	readFields((name, fallback) => context.getNodeParameter(name, fallback as string));

const readFields = (read: Read): EventFields => ({
	automations: read('automations', []) as string[],
	event: read('event', {}) as IDataObject,
	mapping: mappingOf(read('mapping', {}) as IDataObject),
	options: read('options', {}) as IDataObject,
	switches: rowsOf(read('switches', '')),
});

/** A path is kept as n8n keeps what was chosen from a list. */
function mappingOf({ fields, ...rest }: IDataObject): EventFields['mapping'] {
	const rows = (Array.isArray(fields) ? fields : []) as IDataObject[];
	return {
		...rest,
		fields: rows.map((row) => ({ ...row, path: chosenText(row.path) })),
	} as unknown as EventFields['mapping'];
}

const chosenText = (chosen: unknown): string =>
	String((typeof chosen === 'object' ? (chosen as IDataObject | null)?.value : chosen) ?? '');

/** Rows of a table out of an expression, or as the JSON somebody typed. */
export function rowsOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value as unknown[];
	if (typeof value !== 'string' || value.trim() === '') return [];
	try {
		return rowsOf(JSON.parse(value));
	} catch {
		return [];
	}
}

/**
 * Notices → items: one per message to send, one per person left out. `itemOf` tells which input a notice
 * came from, for item linking.
 */
export function planItems(
	fields: EventFields,
	notices: readonly Notice[],
	itemOf?: ItemOf,
): [messages: INodeExecutionData[], leftOut: INodeExecutionData[]] {
	const plan = planMessages(notices, planOptionsFrom(fields, Date.now()));
	return [
		plan.messages.map((message) => linked(message, itemOf?.(message.notice.id))),
		plan.leftOut.map((left) => linked(left, itemOf?.(left.noticeId))),
	];
}

export type ItemOf = (noticeId: string) => number | undefined;

/** Notices as items; `about` names the rows to read before they can be compared. */
export const noticeItems = (notices: readonly Notice[], itemOf?: ItemOf): INodeExecutionData[] =>
	notices.map((notice) => linked({ about: aboutOf(notice) ?? '', ...notice }, itemOf?.(notice.id)));

/** An item that says which input it came from, where it is known. */
export const linked = (json: object, item: number | undefined): INodeExecutionData => ({
	json: json as IDataObject,
	...(item === undefined ? {} : { pairedItem: { item } }),
});
