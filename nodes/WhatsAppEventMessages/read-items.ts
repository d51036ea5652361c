import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Notice } from '../../core/events/notice';
import { readingOptionsFrom, type EventFields } from '../../core/events/plan-settings';
import type { Headers, Query } from '../../core/events/platforms/platform';
import { readSource } from '../../core/events/read-source';
import { linked, type ItemOf } from '../engine/event-plan';

export interface ReadItems {
	notices: Notice[];
	/** Items that are nothing to tell anybody about, with the reason. */
	unread: INodeExecutionData[];
	itemOf: ItemOf;
}

/** Items of the input → notices. */
export function readItems(context: IExecuteFunctions, fields: EventFields): ReadItems {
	const source = String(context.getNodeParameter('source', 0));
	const receivedAt = new Date().toISOString();
	const common = {
		source,
		mapping: fields.mapping,
		options: readingOptionsFrom(fields),
		receivedAt,
	};
	const notices: Notice[] = [];
	const unread: INodeExecutionData[] = [];
	const itemByNotice = new Map<string, number>();
	context.getInputData().forEach(({ json }, index) => {
		const call = source === 'notice' ? { body: json } : callOf(json);
		const reading = readSource({ ...common, ...call });
		for (const notice of reading.notices) {
			notices.push(notice);
			if (!itemByNotice.has(notice.id)) itemByNotice.set(notice.id, index);
		}
		for (const { reason, message } of reading.ignored) {
			unread.push(linked({ reason, message }, index));
		}
	});
	// What comparing makes of one notice is named after it: `id#what`.
	const itemOf = (id: string) => itemByNotice.get(id) ?? itemByNotice.get(id.split('#')[0] ?? '');
	return { notices, unread, itemOf };
}

/** An item of n8n's Webhook node holds headers, query and body; any other item is the body itself. */
function callOf(json: IDataObject): { headers?: Headers; query?: Query; body: unknown } {
	const isCall =
		typeof json.headers === 'object' && typeof json.body === 'object' && 'webhookUrl' in json;
	if (!isCall) return { body: json };
	return { headers: json.headers as Headers, query: json.query as Query, body: json.body };
}
