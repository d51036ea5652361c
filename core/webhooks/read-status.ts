import { contentKey, isoTime, numberOf, type Change } from './change';
import { booleanAt, compact, isObject, objectAt, textAt, type JsonObject } from './json';
import type { StatusNotification } from './notification';
import { readErrors } from './read-errors';

/**
 * One element of `statuses[]`. Follows Meta, "Webhooks: status messages". With usernames the phone
 * may be absent; then the user id stands in, from the status or from its contact.
 */
export function readStatus(status: JsonObject, change: Change): StatusNotification {
	const messageId = textAt(status, 'id') ?? '';
	const state = textAt(status, 'status') ?? 'unknown';
	const recipientUserId = textAt(status, 'recipient_user_id');
	return compact({
		kind: 'status' as const,
		output: 'statuses' as const,
		field: change.field,
		key: messageId === '' ? contentKey('status', change, status) : `status:${messageId}:${state}`,
		businessAccountId: change.businessAccountId,
		...numberOf(change),
		occurredAt: isoTime(status.timestamp) ?? isoTime(change.entryTime),
		messageId,
		status: state,
		recipient: textAt(status, 'recipient_id') ?? recipientUserId ?? '',
		recipientUserId,
		deliveryKey: textAt(status, 'biz_opaque_callback_data'),
		pricing: readPricing(status),
		errors: readErrors(status),
		raw: status,
	});
}

function readPricing(status: JsonObject): StatusNotification['pricing'] {
	if (!isObject(status.pricing)) return undefined;
	const pricing = objectAt(status, 'pricing');
	return compact({
		billable: booleanAt(pricing, 'billable'),
		model: textAt(pricing, 'pricing_model'),
		type: textAt(pricing, 'type'),
		category: textAt(pricing, 'category'),
	});
}
