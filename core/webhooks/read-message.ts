import { contentKey, isoTime, numberOf, type Change } from './change';
import { booleanAt, compact, isObject, listAt, objectAt, textAt, type JsonObject } from './json';
import type { MessageContext, MessageNotification } from './notification';
import { readErrors } from './read-errors';

/**
 * One element of `messages[]`, of any type: what is not known here is still passed on with its
 * type and its raw form. Follows Meta, "Webhooks: messages".
 */
export function readMessage(message: JsonObject, change: Change): MessageNotification {
	const messageId = textAt(message, 'id') ?? '';
	const type = textAt(message, 'type') ?? 'unknown';
	const fromUserId = textAt(message, 'from_user_id');
	const from = textAt(message, 'from') ?? fromUserId ?? '';
	const contact = contactOf(change, from, fromUserId);
	return compact({
		kind: 'message' as const,
		output: 'messages' as const,
		field: change.field,
		key: messageId === '' ? contentKey('message', change, message) : `message:${messageId}`,
		businessAccountId: change.businessAccountId,
		...numberOf(change),
		occurredAt: isoTime(message.timestamp) ?? isoTime(change.entryTime),
		messageId,
		from: from || (textAt(contact, 'wa_id') ?? textAt(contact, 'user_id') ?? ''),
		fromUserId: fromUserId ?? textAt(contact, 'user_id'),
		name: textAt(objectAt(contact, 'profile'), 'name'),
		type,
		text: readText(message, type),
		button: readButton(message, type),
		context: readContext(message),
		system: readSystem(message),
		errors: readErrors(message),
		raw: message,
	});
}

/** A batch carries contacts and messages side by side; they belong together by number or user id. */
function contactOf(change: Change, from: string, userId: string | undefined): JsonObject {
	const contacts = listAt(change.value, 'contacts').filter(isObject);
	const own = contacts.find(
		(contact) =>
			(from !== '' && textAt(contact, 'wa_id') === from) ||
			(from !== '' && textAt(contact, 'user_id') === from) ||
			(userId !== undefined && textAt(contact, 'user_id') === userId),
	);
	const only = contacts.length === 1 && from === '' ? contacts[0] : undefined;
	return own ?? only ?? {};
}

function readText(message: JsonObject, type: string): string | undefined {
	const content = objectAt(message, type);
	switch (type) {
		case 'text':
		case 'system':
			return textAt(content, 'body');
		case 'button':
			return textAt(content, 'text');
		case 'interactive':
			return textAt(reply(message), 'title');
		case 'reaction':
			return textAt(content, 'emoji');
		case 'location':
			return textAt(content, 'name') ?? textAt(content, 'address');
		default:
			return textAt(content, 'caption');
	}
}

/** A template's quick reply arrives as `button`, one of an interactive message as `interactive`. */
function readButton(message: JsonObject, type: string): MessageNotification['button'] {
	if (type === 'button') {
		const button = objectAt(message, 'button');
		return compact({ payload: textAt(button, 'payload'), text: textAt(button, 'text') });
	}
	if (type !== 'interactive') return undefined;
	return compact({ payload: textAt(reply(message), 'id'), text: textAt(reply(message), 'title') });
}

function reply(message: JsonObject): JsonObject {
	const interactive = objectAt(message, 'interactive');
	return isObject(interactive.button_reply)
		? objectAt(interactive, 'button_reply')
		: objectAt(interactive, 'list_reply');
}

function readContext(message: JsonObject): MessageContext | undefined {
	if (!isObject(message.context)) return undefined;
	const context = objectAt(message, 'context');
	return compact({
		id: textAt(context, 'id'),
		from: textAt(context, 'from'),
		forwarded: booleanAt(context, 'forwarded'),
	});
}

/** `user_changed_number` and `user_changed_user_id`: the person can now be reached elsewhere. */
function readSystem(message: JsonObject): MessageNotification['system'] {
	if (!isObject(message.system)) return undefined;
	const system = objectAt(message, 'system');
	return compact({
		type: textAt(system, 'type'),
		body: textAt(system, 'body'),
		waId: textAt(system, 'wa_id'),
		userId: textAt(system, 'user_id'),
		previousUserId: textAt(system, 'previous_user_id'),
	});
}
