import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Notice } from '../../core/events/notice';
import type { Headers, Query } from '../../core/events/platforms/platform';
import { readSource } from '../../core/events/read-source';
import { fieldsOfExecution, planItems } from '../engine/event-plan';

/** Items → messages and left out. An item that is nothing to tell anybody about is left out with the reason. */
export function messagesForItems(context: IExecuteFunctions): INodeExecutionData[][] {
	const items = context.getInputData();
	const source = String(context.getNodeParameter('source', 0));
	const fields = fieldsOfExecution(context);
	const receivedAt = new Date().toISOString();
	const notices: Notice[] = [];
	const unread: INodeExecutionData[] = [];
	const itemByNotice = new Map<string, number>();

	items.forEach(({ json }, index) => {
		const call = source === 'notice' ? { body: json } : callOf(json);
		const reading = readSource({ source, ...call, mapping: fields.mapping, receivedAt });
		for (const notice of reading.notices) {
			notices.push(notice);
			if (!itemByNotice.has(notice.id)) itemByNotice.set(notice.id, index);
		}
		for (const { reason, message } of reading.ignored) {
			unread.push({ json: { reason, message }, pairedItem: { item: index } });
		}
	});

	const [messages, leftOut] = planItems(fields, notices, (id) => itemByNotice.get(id));
	return [messages, [...leftOut, ...unread]];
}

/** An item of n8n's Webhook node holds headers, query and body; any other item is the body itself. */
function callOf(json: IDataObject): { headers?: Headers; query?: Query; body: unknown } {
	const isCall =
		typeof json.headers === 'object' && typeof json.body === 'object' && 'webhookUrl' in json;
	if (!isCall) return { body: json };
	return { headers: json.headers as Headers, query: json.query as Query, body: json.body };
}
