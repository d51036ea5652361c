import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	IWebhookFunctions,
} from 'n8n-workflow';
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
	mapping: read('mapping', {}) as EventFields['mapping'],
	options: read('options', {}) as IDataObject,
});

/**
 * Notices → items: one per message to send, one per person left out. `itemOf` tells which input a notice
 * came from, for item linking.
 */
export function planItems(
	fields: EventFields,
	notices: Notice[],
	itemOf?: (noticeId: string) => number | undefined,
): [messages: INodeExecutionData[], leftOut: INodeExecutionData[]] {
	const plan = planMessages(notices, planOptionsFrom(fields, Date.now()));
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
