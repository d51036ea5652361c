import { buyingPlace } from '../credits/buying';
import { isObject, objectAt, textAt, type JsonObject } from '../webhooks/json';
import type { TemplateNotification, WebhookNotification } from '../webhooks/notification';
import {
	ALERT_EFFECTS,
	alertWords,
	type AlertFacts,
	type AlertKind,
	type AlertLanguage,
} from './alert-words';
import { restrictionsOf } from './standing-seen';
import { unpaidError, whyUnpaid } from './unpaid';

/** How bad news of the account are: nothing leaves, look soon, back to normal, or good to know. */
export type AlertSeverity = 'blocked' | 'warning' | 'good' | 'info';

/** What an update means to an organiser. */
export interface AccountAlert {
	/** The same fact told twice has the same key; the same thing happening again has another. */
	key: string;
	severity: AlertSeverity;
	title: string;
	message: string;
	whatToDo: string;
	/** Nothing should be sent any more, until something lifts it. */
	stops: boolean;
	/** What stopped is over. */
	lifts: boolean;
	/** ISO time at which it ends by itself, where WhatsApp says so. */
	until?: string;
}

interface Finding {
	kind: AlertKind;
	facts?: AlertFacts;
}

/**
 * What an update of the trigger's outputs Account or Templates means to an organiser, or a status that says that a message
 * could not be paid. Source: Meta, "account_update" and its sister fields; "Error codes".
 *
 * @returns undefined where there is nothing to tell: messages, other statuses, templates that were approved
 */
export function accountAlert(
	notification: WebhookNotification,
	language: AlertLanguage = 'en',
): AccountAlert | undefined {
	const found = findingOf(notification);
	if (!found) return undefined;
	const { kind, facts = {} } = found;
	const number = notification.displayPhoneNumber;
	const [severity, effect] = ALERT_EFFECTS[kind];
	return {
		key: kind === 'unpaid' ? unpaidKey(notification) : keyOf(notification, found),
		severity,
		...alertWords(kind, { ...(number ? { number } : {}), ...facts }, language),
		stops: effect === 'stops',
		lifts: effect === 'lifts',
		...(facts.until === undefined ? {} : { until: facts.until }),
	};
}

/** Meta's moment tells two bans apart and joins two deliveries of one; without it, the content has to. */
const keyOf = (
	{ businessAccountId, displayPhoneNumber, occurredAt, key }: WebhookNotification,
	{ kind, facts }: Finding,
): string =>
	[businessAccountId, kind, displayPhoneNumber, facts?.template, facts?.detail, occurredAt ?? key]
		.filter((part) => part !== undefined)
		.join(':');

/**
 * A thousand messages that could not be paid are one piece of news of the account, whatever number they left from. It is told
 * again in the next hour (UTC) in which it goes on: after a day nobody would hear that what was bought is used up, too.
 */
const unpaidKey = ({ businessAccountId, occurredAt, key }: WebhookNotification): string =>
	[businessAccountId, 'unpaid', occurredAt?.slice(0, '2025-07-07T01'.length) ?? key].join(':');

function findingOf(notification: WebhookNotification): Finding | undefined {
	if (notification.kind === 'template') return ofTemplate(notification);
	if (notification.kind === 'status') return ofStatus(notification);
	if (notification.kind !== 'account' && notification.kind !== 'number') return undefined;
	const value = isObject(notification.raw) ? notification.raw : {};
	const { event = '' } = notification;
	switch (notification.field) {
		case 'account_update':
			return ofAccount(event, value, notification.detail);
		case 'account_review_update':
			return { kind: REVIEWS[event] ?? 'reviewOpen', facts: { detail: plain(event) } };
		case 'account_alerts':
			return ofAlert(value, event);
		case 'phone_number_quality_update':
			return ofQuality(event, value);
		case 'phone_number_name_update':
			return ofName(event, value);
		case 'business_capability_update':
			return { kind: 'limit', facts: { detail: limitOf(value) } };
		case 'security':
			return { kind: event === 'PIN_CHANGED' ? 'pinChanged' : 'pinAsked' };
		default:
			return { kind: 'other', facts: { detail: plain(event || notification.field) } };
	}
}

function ofStatus(notification: WebhookNotification): Finding | undefined {
	const error = unpaidError(notification);
	if (!error) return undefined;
	const detail = whyUnpaid(error);
	const { businessAccountId } = notification;
	const billing = buyingPlace({ source: 'meta', businessAccountId }).url;
	return { kind: 'unpaid', facts: { ...(detail === undefined ? {} : { detail }), billing } };
}

const REVIEWS: Readonly<Record<string, AlertKind>> = {
	APPROVED: 'reviewApproved',
	REJECTED: 'reviewRejected',
};

const BANS: Readonly<Record<string, AlertKind>> = {
	DISABLE: 'banned',
	REINSTATE: 'reinstated',
	SCHEDULE_FOR_DISABLE: 'banScheduled',
};

const EVENTS: Readonly<Record<string, AlertKind>> = {
	ACCOUNT_VIOLATION: 'violation',
	ACCOUNT_DELETED: 'deleted',
	ACCOUNT_OFFBOARDED: 'offboarded',
	ACCOUNT_RECONNECTED: 'reconnected',
	PARTNER_REMOVED: 'partnerRemoved',
	PARTNER_APP_UNINSTALLED: 'partnerRemoved',
	VOLUME_BASED_PRICING_TIER_UPDATE: 'priceTier',
	AUTH_INTL_PRICE_ELIGIBILITY_UPDATE: 'prices',
};

function ofAccount(event: string, value: JsonObject, detail?: string): Finding {
	if (event === 'DISABLED_UPDATE') {
		const ban = objectAt(value, 'ban_info');
		const state = textAt(ban, 'waba_ban_state') ?? 'DISABLE';
		return {
			kind: own(BANS, state) ?? 'banScheduled',
			facts: { detail: textAt(ban, 'waba_ban_date') ?? plain(state) },
		};
	}
	if (event === 'ACCOUNT_RESTRICTION') return ofRestriction(value);
	if (event === 'VOLUME_BASED_PRICING_TIER_UPDATE') {
		const info = objectAt(value, 'volume_tier_info');
		const parts = ['pricing_category', 'region', 'tier'].flatMap((key) => textAt(info, key) ?? []);
		return { kind: 'priceTier', facts: { detail: parts.join(', ') || plain(event) } };
	}
	const facts = { detail: detail === undefined ? plain(event) : plain(detail) };
	return { kind: own(EVENTS, event) ?? 'other', facts };
}

/** Only one kind of restriction keeps templates from leaving; its end may be missing. */
function ofRestriction(value: JsonObject): Finding {
	const all = restrictionsOf(value);
	const templates = all.find(({ type }) => type === 'RESTRICTED_BIZ_INITIATED_MESSAGING');
	const replies = all.find(({ type }) => type === 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING');
	const one = templates ?? replies ?? all[0];
	return {
		kind: templates ? 'restricted' : replies ? 'restrictedReplies' : 'restrictedOther',
		facts: {
			detail: plain(one?.type ?? 'RESTRICTED'),
			...(one?.until === undefined ? {} : { until: one.until }),
		},
	};
}

function ofAlert(value: JsonObject, event: string): Finding {
	const info = objectAt(value, 'alert_info');
	const detail = textAt(info, 'alert_description') ?? plain(event);
	const informs = textAt(info, 'alert_severity') === 'INFORMATIONAL';
	const isOver = textAt(info, 'alert_status') === 'NONE';
	return { kind: informs || isOver ? 'alertOver' : 'alert', facts: { detail } };
}

/** Source: Meta, "phone_number_quality_update"; the older events are still seen. */
function ofQuality(event: string, value: JsonObject): Finding {
	const detail = `${plain(event)}, ${limitOf(value)}`;
	return {
		kind: event === 'FLAGGED' || event === 'DOWNGRADE' ? 'qualityLow' : 'qualityBetter',
		facts: { detail },
	};
}

function ofName(decision: string, value: JsonObject): Finding {
	const name = textAt(value, 'requested_verified_name');
	if (decision === 'APPROVED') {
		return { kind: 'nameApproved', facts: { detail: name ? `: ${name}` : '' } };
	}
	if (decision !== 'REJECTED') return { kind: 'nameInReview' };
	const why = plain(textAt(value, 'rejection_reason') ?? 'no reason given');
	return { kind: 'nameRejected', facts: { detail: name ? `${name}, ${why}` : why } };
}

/** Approvals and edits are everyday news, told by the output Templates. */
const TEMPLATE_EVENTS: Readonly<Record<string, AlertKind>> = {
	PAUSED: 'templatePaused',
	DISABLED: 'templateDisabled',
	UNPAUSED: 'templateBack',
	REINSTATED: 'templateBack',
	FLAGGED: 'templateTrouble',
	REJECTED: 'templateTrouble',
};

function ofTemplate(notification: TemplateNotification): Finding | undefined {
	const { event, name, language, quality, category, previousCategory } = notification;
	const template = `“${name ?? '?'}”${language ? ` (${language})` : ''}`;
	const kind = hasEndedPause(notification) ? 'templateBack' : own(TEMPLATE_EVENTS, event);
	if (kind) return { kind, facts: { template, detail: notification.message.replace(/\.$/, '') } };
	const troubled =
		quality === 'RED' || (category === 'MARKETING' && previousCategory !== undefined);
	if (!troubled) return undefined;
	const detail = notification.message.replace(/\.$/, '');
	return { kind: 'templateTrouble', facts: { template, detail } };
}

/** Told as an approval. Meta, "message_template_status_update". */
const hasEndedPause = ({ event, raw }: TemplateNotification): boolean =>
	event === 'APPROVED' &&
	isObject(raw) &&
	textAt(objectAt(raw, 'other_info'), 'title') === 'UNPAUSE';

const limitOf = (value: JsonObject): string =>
	plain(
		textAt(value, 'max_daily_conversations_per_business') ??
			textAt(value, 'current_limit') ??
			'not told',
	).replace(/^tier /, '');

const own = (kinds: Readonly<Record<string, AlertKind>>, name: string | undefined) =>
	name !== undefined && Object.hasOwn(kinds, name) ? kinds[name] : undefined;

/** `RESTRICTED_BIZ_INITIATED_MESSAGING` → words; sentences and dates stay as they are. */
const plain = (word: string): string =>
	/^[A-Z0-9_:]+$/.test(word) ? word.toLowerCase().replace(/_/g, ' ') : word;
