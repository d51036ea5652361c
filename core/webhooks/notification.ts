import type { ErrorClass } from '../graph/error-codes';

/** The four outputs of WhatsApp Business Trigger. */
export type NotificationOutput = 'messages' | 'statuses' | 'templates' | 'account';

/** One update out of one of Meta's batches, whatever its field. */
export type WebhookNotification =
	| MessageNotification
	| StatusNotification
	| TemplateNotification
	| AccountNotification
	| NumberNotification
	| PreferenceNotification
	| OtherNotification;

interface Common {
	/** Meta's webhook field, e.g. `messages`, `account_update`. */
	field: string;
	output: NotificationOutput;
	/** The same update delivered twice gives the same key. */
	key: string;
	/** Messaging account (WABA) id; for partner events the business portfolio. */
	businessAccountId: string;
	phoneNumberId?: string;
	displayPhoneNumber?: string;
	/** ISO 8601, or null where Meta gives no time. */
	occurredAt: string | null;
	/** Meta's own object for this one update. */
	raw: unknown;
}

/** Meta's error object in a status or message. */
export interface WebhookError {
	code: number | null;
	title?: string;
	message?: string;
	details?: string;
	href?: string;
	/** What one can do about it, by the code: see graph/error-codes. */
	class: ErrorClass;
	whatToDo: string;
}

/** Where an inbound message answers one of ours. */
export interface MessageContext {
	/** The message answered: the id Send Template returned. */
	id?: string;
	from?: string;
	forwarded?: boolean;
}

/** What a person wrote, tapped or changed. */
export interface MessageNotification extends Common {
	kind: 'message';
	output: 'messages';
	messageId: string;
	/** Phone number without `+`; the user id where WhatsApp hides the number. */
	from: string;
	fromUserId?: string;
	name?: string;
	/** `text`, `button`, `interactive`, `image`, `system`, … or one we do not know yet. */
	type: string;
	/** Text, caption or label of the tapped button: whatever the person would call the message. */
	text?: string;
	/** A tapped quick reply, of a template or of an interactive message. */
	button?: { payload?: string; text?: string };
	context?: MessageContext;
	/** `user_changed_number` and the like. */
	system?: {
		type?: string;
		body?: string;
		waId?: string;
		userId?: string;
		previousUserId?: string;
	};
	errors: WebhookError[];
}

export type KnownStatus = 'sent' | 'delivered' | 'read' | 'played' | 'failed';

/** What became of a message we sent. */
export interface StatusNotification extends Common {
	kind: 'status';
	output: 'statuses';
	messageId: string;
	/** A `KnownStatus`, or one Meta adds later. */
	status: string;
	/** Phone number without `+`; the user id where WhatsApp hides the number. */
	recipient: string;
	recipientUserId?: string;
	/** Our delivery key, as sent in `biz_opaque_callback_data`. */
	deliveryKey?: string;
	pricing?: { billable?: boolean; model?: string; type?: string; category?: string };
	errors: WebhookError[];
}

/** A template changed its status, quality, category or content. */
export interface TemplateNotification extends Common {
	kind: 'template';
	output: 'templates';
	/** `APPROVED`, `REJECTED`, `PAUSED`, …; absent for quality, category and component changes. */
	event?: string;
	id?: string;
	name?: string;
	/** In the form the API takes: `en_US`. */
	language?: string;
	category?: string;
	previousCategory?: string;
	reason?: string;
	/** What Meta advises after a rejection. */
	recommendation?: string;
	detail?: string;
	previousQuality?: string;
	quality?: string;
	/** `Approved`: the new status for people, where the update is about the status. */
	statusText?: string;
	/** What happened, in a sentence for the team. */
	message: string;
	whatToDo?: string;
}

export interface AccountNotification extends Common {
	kind: 'account';
	output: 'account';
	event?: string;
	detail?: string;
}

export interface NumberNotification extends Common {
	kind: 'number';
	output: 'account';
	event?: string;
	detail?: string;
}

/** A person stopped or resumed marketing messages in WhatsApp's own settings. */
export interface PreferenceNotification extends Common {
	kind: 'preference';
	output: 'messages';
	from: string;
	category?: string;
	value?: string;
	detail?: string;
}

/** A field, or a shape, this version does not know. It is passed on, never dropped. */
export interface OtherNotification extends Common {
	kind: 'other';
	output: 'account';
	errors: WebhookError[];
}

/** A part of the body that is not what Meta documents; the rest is read all the same. */
export interface ReadingProblem {
	/** e.g. `entry[0].changes[2].value.statuses[1]` */
	path: string;
	message: string;
}

export interface ReadNotifications {
	notifications: WebhookNotification[];
	problems: ReadingProblem[];
}
