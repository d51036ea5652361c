import { accountKey, type Account } from '../account/account';
import type { WebhookNotification } from '../webhooks/notification';
import { accountAlert } from './account-alert';
import type { HaltCause } from './sending-halt';
import type { SendingStates } from './sending-states';
import { NO_MONEY, unpaidError, whyUnpaid } from './unpaid';

/**
 * What updates of the trigger say about sending: a ban, a restriction, a failed payment stop it, what lifts them lets it go on.
 *
 * @param account of the trigger; updates name their own business account, which need not be the same
 * @returns how many places came to a halt that were not halted before
 */
export function noteUpdates(
	states: SendingStates,
	account: Pick<Account, 'apiUrl'>,
	notifications: readonly WebhookNotification[],
	now: number,
): number {
	let halted = 0;
	for (const notification of notifications) {
		const { businessAccountId, occurredAt } = notification;
		const at = Math.min(now, occurredAt === null ? now : Date.parse(occurredAt));
		const place = { account: accountKey({ apiUrl: account.apiUrl, businessAccountId }) };
		const unpaid = unpaidOf(notification);
		if (unpaid && states.halt(place, { ...unpaid, since: at }, now)) halted++;
		if (isPaid(notification)) states.paid(place, at);
		const alert = accountAlert(notification);
		// That there is money again nobody tells: that halt ends by itself.
		if (alert?.lifts) for (const cause of OF_THE_ACCOUNT) states.lift(place, at, cause);
		// A payment that failed is a halt of its own, above: it ends otherwise than a ban.
		if (!alert?.stops || unpaid) continue;
		const until = alert.until === undefined ? {} : { until: Date.parse(alert.until) };
		const cause = until.until === undefined ? ('ban' as const) : ('restriction' as const);
		const { message, title, whatToDo } = alert;
		const halt = { cause, message: `${title}. ${message}`, whatToDo, since: at, ...until };
		if (states.halt(place, halt, now)) halted++;
	}
	return halted;
}

const OF_THE_ACCOUNT: readonly HaltCause[] = ['ban', 'restriction', 'policy', 'account'];

/** Free messages are delivered without money, too, and say nothing about it. */
const isPaid = (notification: WebhookNotification): boolean =>
	notification.kind === 'status' &&
	notification.status === 'delivered' &&
	notification.pricing?.billable === true;

function unpaidOf(notification: WebhookNotification) {
	const error = unpaidError(notification);
	if (!error) return undefined;
	return {
		cause: 'money' as const,
		message: `WhatsApp accepted a message and did not send it: ${whyUnpaid(error) ?? 'it could not be paid'} (code ${NO_MONEY})`,
		whatToDo: error.whatToDo,
	};
}
