import { contentKey, isoTime, numberOf, type Change } from './change';
import { compact, isObject, listAt, objectAt, textAt, type JsonObject } from './json';
import type {
	AccountNotification,
	NumberNotification,
	OtherNotification,
	PreferenceNotification,
} from './notification';
import { readErrors } from './read-errors';

/** An update about the account: bans, restrictions, reviews, alerts, limits. */
export function readAccount(change: Change): AccountNotification {
	return compact({
		kind: 'account' as const,
		output: 'account' as const,
		...common('account', change),
		event: eventOf(change.value),
		detail: detailOf(change.value),
	});
}

/** An update about one number: its name, its quality and limit, its PIN. */
export function readNumber(change: Change): NumberNotification {
	return compact({
		kind: 'number' as const,
		output: 'account' as const,
		...common('number', change),
		event: eventOf(change.value),
		detail: detailOf(change.value),
	});
}

/** Anything else: passed on whole, so that a new field of Meta's is never lost. */
export function readOther(change: Change, raw: unknown = change.value): OtherNotification {
	return compact({
		kind: 'other' as const,
		output: 'account' as const,
		...common('other', change),
		key: contentKey('other', change, raw),
		errors: readErrors(change.value),
		raw,
	});
}

/** One person's choice about marketing messages; Meta sends them as a list or flat. */
export function readPreferences(change: Change): PreferenceNotification[] {
	const listed = listAt(change.value, 'user_preferences').filter(isObject);
	const flat = textAt(change.value, 'value') === undefined ? [] : [change.value];
	return (listed.length > 0 ? listed : flat).map((preference) =>
		compact({
			kind: 'preference' as const,
			output: 'messages' as const,
			...common('preference', change),
			key: contentKey('preference', change, preference),
			occurredAt: isoTime(preference.timestamp) ?? isoTime(change.entryTime),
			from: textAt(preference, 'wa_id') ?? textAt(preference, 'user_id') ?? '',
			category: textAt(preference, 'category'),
			value: textAt(preference, 'value'),
			detail: textAt(preference, 'detail'),
			raw: preference,
		}),
	);
}

const common = (prefix: string, change: Change) => ({
	field: change.field,
	key: contentKey(prefix, change, change.value),
	businessAccountId: change.businessAccountId,
	...numberOf(change),
	occurredAt: isoTime(change.entryTime),
	raw: change.value as unknown,
});

/** Reviews and names have a `decision`, alerts an `alert_type`, where the others have an `event`. */
const eventOf = (value: JsonObject): string | undefined =>
	textAt(value, 'event') ??
	textAt(value, 'decision') ??
	textAt(objectAt(value, 'alert_info'), 'alert_type') ??
	textAt(value, 'alert_type');

/** The one fact of the update that tells an organiser what happened. */
function detailOf(value: JsonObject): string | undefined {
	const ban = objectAt(value, 'ban_info');
	const restriction = listAt(value, 'restriction_info').find(isObject) ?? {};
	const rejection = textAt(value, 'rejection_reason');
	return (
		textAt(ban, 'waba_ban_state') ??
		textAt(objectAt(value, 'violation_info'), 'violation_type') ??
		textAt(restriction, 'restriction_type') ??
		textAt(objectAt(value, 'disconnection_info'), 'reason') ??
		textAt(objectAt(value, 'alert_info'), 'alert_description') ??
		textAt(value, 'alert_description') ??
		(rejection === 'NONE' ? undefined : rejection) ??
		textAt(value, 'max_daily_conversations_per_business')
	);
}
