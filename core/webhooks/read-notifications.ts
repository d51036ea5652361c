import type { Change } from './change';
import { isObject, listAt, textAt, type JsonObject } from './json';
import type { ReadingProblem, ReadNotifications, WebhookNotification } from './notification';
import { readAccount, readNumber, readOther, readPreferences } from './read-account';
import { readMessage } from './read-message';
import { readStatus } from './read-status';
import { readTemplate } from './read-template';

const TEMPLATE_FIELDS = new Set([
	'message_template_status_update',
	'message_template_quality_update',
	'message_template_components_update',
	'template_category_update',
	'template_correct_category_detection',
]);

const ACCOUNT_FIELDS = new Set([
	'account_alerts',
	'account_review_update',
	'account_settings_update',
	'account_update',
	'business_capability_update',
	'payment_configuration_update',
]);

const NUMBER_FIELDS = new Set([
	'phone_number_name_update',
	'phone_number_quality_update',
	'security',
]);

/**
 * Splits a webhook body into single updates: every entry, every change, every message and status.
 * One call of Meta's carries up to 1,000 of them. Fields and types this version does not know pass
 * through with kind `other`; what is malformed is named in `problems` and the rest is read. Never
 * throws. Follows Meta, "Webhooks: components" and the reference of each field.
 */
export function readNotifications(body: unknown): ReadNotifications {
	const notifications: WebhookNotification[] = [];
	const problems: ReadingProblem[] = [];
	if (!isObject(body)) {
		return { notifications, problems: [{ path: '', message: 'The body is not a JSON object.' }] };
	}
	eachObject(body, 'entry', '', problems, (entry, entryPath) => {
		eachObject(entry, 'changes', `${entryPath}.`, problems, (item, changePath) => {
			const value = item.value;
			if (!isObject(value)) {
				problems.push({ path: `${changePath}.value`, message: 'The value is not an object.' });
				return;
			}
			const change: Change = {
				field: textAt(item, 'field') ?? 'unknown',
				value,
				businessAccountId: textAt(entry, 'id') ?? '',
				entryTime: entry.time,
			};
			for (const notification of readChange(change, changePath, problems)) {
				notifications.push(notification);
			}
		});
	});
	return { notifications, problems };
}

function readChange(
	change: Change,
	path: string,
	problems: ReadingProblem[],
): WebhookNotification[] {
	if (change.field === 'messages') return readMessagesChange(change, path, problems);
	if (TEMPLATE_FIELDS.has(change.field)) return [readTemplate(change)];
	if (ACCOUNT_FIELDS.has(change.field)) return [readAccount(change)];
	if (NUMBER_FIELDS.has(change.field)) return [readNumber(change)];
	if (change.field === 'user_preferences') {
		const preferences = readPreferences(change);
		if (preferences.length > 0) return preferences;
	}
	return [readOther(change)];
}

function readMessagesChange(
	change: Change,
	path: string,
	problems: ReadingProblem[],
): WebhookNotification[] {
	const found: WebhookNotification[] = [];
	const valuePath = `${path}.value.`;
	eachObject(change.value, 'messages', valuePath, problems, (message) => {
		found.push(readMessage(message, change));
	});
	eachObject(change.value, 'statuses', valuePath, problems, (status) => {
		found.push(readStatus(status, change));
	});
	// Errors of the whole change, or a shape of Meta's to come: told rather than dropped.
	const hasUpdates =
		listAt(change.value, 'messages').length + listAt(change.value, 'statuses').length > 0;
	if (!hasUpdates || listAt(change.value, 'errors').length > 0) found.push(readOther(change));
	return found;
}

/** Calls `read` for every object of a list; says which elements are none. */
function eachObject(
	source: JsonObject,
	key: string,
	prefix: string,
	problems: ReadingProblem[],
	read: (element: JsonObject, path: string) => void,
): void {
	const list = source[key];
	if (list !== undefined && !Array.isArray(list)) {
		problems.push({ path: `${prefix}${key}`, message: `"${key}" is not a list.` });
		return;
	}
	listAt(source, key).forEach((element, index) => {
		const path = `${prefix}${key}[${index}]`;
		if (isObject(element)) read(element, path);
		else problems.push({ path, message: 'This element is not an object.' });
	});
}
