import { secretsOf, type Account } from '../account/account';
import { accountAlert } from '../account/account-alert';
import type { SubscriptionScope } from '../account/subscriptions';
import { unpaidError } from '../account/unpaid';
import { keyOfNextTry } from '../messages/delivery-key';
import { notificationOf } from '../notifications/notification-id';
import { changesByStatus, type RowChange } from '../notifications/sending/row-change';
import type { OptOutFields } from '../opt-outs/opt-out-fields';
import { readOptOut, type OptOutOptions } from '../opt-outs/opt-out';
import type { NotificationOutput, ReadingProblem, WebhookNotification } from './notification';
import { parseWebhookBody } from './parse-body';
import { readNotifications } from './read-notifications';
import { verifySignature } from './signature';

/** The outputs of the trigger, in its order. */
export const OUTPUTS: readonly NotificationOutput[] = [
	'messages',
	'statuses',
	'templates',
	'account',
];

/** What a trigger lets through. */
export interface UpdateFilter {
	outputs: readonly NotificationOutput[];
	statuses: readonly string[];
	scope: SubscriptionScope;
	/** Words for stopping and resuming marketing messages besides ours. */
	words?: OptOutOptions;
}

export interface UpdateCall {
	/** The bytes as they arrived: signatures are over these, never over a re-serialised body. */
	rawBody: Uint8Array;
	/** `X-Hub-Signature-256`. */
	signature: string | undefined;
}

export interface ChangedTemplate {
	businessAccountId: string;
	name: string;
	/** Paused, disabled or in review until now: it can be sent from now on. */
	isBack: boolean;
}

/** A pause that has ended is told as APPROVED, with `other_info`. Meta, "message_template_status_update". */
const BACK = ['APPROVED', 'UNPAUSED', 'REINSTATED'];

export type ReceivedUpdates =
	| {
			ok: true;
			notifications: WebhookNotification[];
			problems: ReadingProblem[];
			/** Keys of deliveries that surely left, also from statuses that are not wanted. */
			provenDeliveries: string[];
			/** What becomes of people of a notification, also from statuses that are not wanted. */
			resultChanges: RowChange[];
			/** Templates something has changed about, also where template updates are not wanted. */
			changedTemplates: ChangedTemplate[];
			/** Updates that stop sending, or let it go on, wanted or not. */
			accountNews: WebhookNotification[];
			/** Updates in which somebody stops or resumes marketing messages, wanted or not. */
			optOuts: WebhookNotification[];
	  }
	| { ok: false; status: 400 | 401 | 413; message: string };

/**
 * One webhook call of WhatsApp: verified, split into single notifications, filtered. Fails closed:
 * without a valid signature nothing of the body is read.
 *
 * @returns the wanted notifications, or how to answer the call and why
 */
export function receiveUpdates(
	call: UpdateCall,
	account: Account,
	filter: UpdateFilter,
): ReceivedUpdates {
	const signature = verifySignature({
		rawBody: call.rawBody,
		header: call.signature,
		secrets: secretsOf(account),
	});
	if (!signature.ok) return { ok: false, status: 401, message: signature.message };
	const parsed = parseWebhookBody(call.rawBody);
	if (!parsed.ok) {
		const status = parsed.reason === 'too_large' ? 413 : 400;
		return { ok: false, status, message: parsed.message };
	}
	const { notifications, problems } = readNotifications(parsed.body);
	const now = new Date().toISOString();
	return {
		ok: true,
		notifications: notifications.filter((entry) => isWanted(entry, account, filter)),
		problems,
		provenDeliveries: [...new Set(notifications.flatMap(provenBy))],
		resultChanges: notifications.flatMap((entry) =>
			entry.kind === 'status' ? changesByStatus(entry, now) : [],
		),
		changedTemplates: notifications.flatMap(changedBy),
		accountNews: notifications.filter(
			({ kind, output }) => output === 'account' || kind === 'status',
		),
		optOuts: notifications.filter((entry) => readOptOut(entry, filter.words) !== undefined),
	};
}

/** Whatever the status is: there is none of a message that did not leave. */
const provenBy = (notification: WebhookNotification): string[] =>
	notification.kind === 'status' && notification.deliveryKey ? [notification.deliveryKey] : [];

const changedBy = (notification: WebhookNotification): ChangedTemplate[] =>
	notification.kind === 'template' && notification.name && notification.businessAccountId
		? [
				{
					businessAccountId: notification.businessAccountId,
					name: notification.name,
					isBack: BACK.includes(notification.event ?? ''),
				},
			]
		: [];

function isWanted(
	notification: WebhookNotification,
	account: Account,
	{ outputs, statuses, scope }: UpdateFilter,
): boolean {
	if (!outputs.includes(notification.output)) return false;
	if (
		notification.kind === 'status' &&
		isKnown(notification.status) &&
		!statuses.includes(notification.status)
	) {
		return false;
	}
	if (scope === 'app') return true;
	if (notification.businessAccountId !== account.businessAccountId) return false;
	return (
		scope === 'account' ||
		(notification.phoneNumberId ?? account.phoneNumberId) === account.phoneNumberId
	);
}

/** A status Meta adds later passes: nobody could have left it out on purpose. */
const isKnown = (status: string) =>
	['sent', 'delivered', 'read', 'played', 'failed'].includes(status);

/**
 * A notification as the nodes hand it out: Meta's own JSON only where it is asked for, or not understood; what it means
 * for the account under `alert`, where it means something; the key to send a message under once more that was accepted and
 * could not be paid.
 */
export function notificationFields(
	notification: WebhookNotification,
	includeRaw: boolean,
	optOut?: OptOutFields,
): Record<string, unknown> {
	const { raw, ...rest } = notification;
	const alert = accountAlert(notification);
	return {
		...rest,
		...(alert ? { alert } : {}),
		...nextTryOf(notification),
		...(optOut ? { optOut } : {}),
		...(includeRaw || notification.kind === 'other' ? { raw } : {}),
	};
}

/** A notification keeps count of its tries itself: see notifications/sending. */
function nextTryOf(notification: WebhookNotification): { nextDeliveryKey?: string } {
	if (notification.kind !== 'status' || !unpaidError(notification)) return {};
	const { deliveryKey = '' } = notification;
	const nextDeliveryKey = notificationOf(deliveryKey) ? undefined : keyOfNextTry(deliveryKey);
	return nextDeliveryKey === undefined ? {} : { nextDeliveryKey };
}
