import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Notice } from '../../core/events/notice';
import type { Headers, PlatformReading, Query } from '../../core/events/platforms/platform';
import { readNotice } from '../../core/events/read-notice';
import { planItems, platformOf } from '../engine/event-plan';

/** Items → messages and left out. An item that is nothing to tell anybody about is left out with the reason. */
export function messagesForItems(context: IExecuteFunctions): INodeExecutionData[][] {
	const items = context.getInputData();
	const source = String(context.getNodeParameter('source', 0));
	const receivedAt = new Date().toISOString();
	const notices: Notice[] = [];
	const unread: INodeExecutionData[] = [];
	const itemByNotice = new Map<string, number>();

	items.forEach(({ json }, index) => {
		const reading = readItem(context, source, json, receivedAt);
		for (const notice of reading.notices) {
			notices.push(notice);
			if (!itemByNotice.has(notice.id)) itemByNotice.set(notice.id, index);
		}
		for (const { reason, message } of reading.ignored) {
			unread.push({ json: { reason, message }, pairedItem: { item: index } });
		}
	});

	const [messages, leftOut] = planItems(context, notices, (id) => itemByNotice.get(id));
	return [messages, [...leftOut, ...unread]];
}

function readItem(
	context: IExecuteFunctions,
	source: string,
	json: IDataObject,
	receivedAt: string,
): PlatformReading {
	if (source === 'notice') {
		const notice = readNotice(json, receivedAt);
		if (notice) return { notices: [notice], ignored: [] };
		const message = 'The item is not a notice: it has no type, e.g. registration.completed.';
		return { notices: [], ignored: [{ reason: 'unknown_event', message }] };
	}
	return platformOf(context, source).read({ ...callOf(json), receivedAt });
}

/** An item of n8n's Webhook node holds headers, query and body; any other item is the body itself. */
function callOf(json: IDataObject): { headers?: Headers; query?: Query; body: unknown } {
	const isCall =
		typeof json.headers === 'object' && typeof json.body === 'object' && 'webhookUrl' in json;
	if (!isCall) return { body: json };
	return { headers: json.headers as Headers, query: json.query as Query, body: json.body };
}
