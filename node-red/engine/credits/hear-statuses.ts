import { unpaidError, whyUnpaid } from '../../../core/account/unpaid';
import { notificationOf } from '../../../core/notifications';
import type { StatusNotification, WebhookNotification } from '../../../core/webhooks/notification';
import type { DeliveryStore } from '../ledger/delivery-store';
import { tellUnpaid, tellWaiting } from './account-news';
import type { WaitingNews } from './credit-store';
import { undelivered } from './undelivered';

/**
 * What statuses mean for messages that are kept: what could not be paid waits again and may be sent once more, of
 * everything else nothing is kept any longer.
 */
export async function hearStatuses(
	store: DeliveryStore,
	notifications: readonly WebhookNotification[],
): Promise<void> {
	const news = notifications.flatMap((one) => (one.kind === 'status' ? newsOf(one) : []));
	if (news.length === 0) return;
	// A status can be faster than the note that its message has left.
	for (const one of news) if (one.failed) undelivered.add(one);
	await heardOfWaiting(store, news);
	const ofNotifications = news.filter(({ key, failed }) => failed && notificationOf(key));
	if (ofNotifications.length > 0) {
		tellUnpaid(
			ofNotifications.map(({ key, messageId, failed }) => ({
				...{ key, messageId, message: failed?.message ?? '' },
				whatToDo: failed?.whatToDo ?? '',
			})),
		);
	}
}

/** What waits again may be sent once more: nobody has got it. */
export async function heardOfWaiting(
	store: DeliveryStore,
	news: readonly WaitingNews[],
): Promise<void> {
	const again = await store.credits().waiting.hear(news);
	if (again.length === 0) return;
	await store.ledger({ rememberMs: 0 }).release(again.map(({ key }) => key));
	tellWaiting(again);
}

function newsOf(status: StatusNotification): WaitingNews[] {
	const { deliveryKey: key, messageId } = status;
	if (!key) return [];
	const error = unpaidError(status);
	if (!error) return [{ key, messageId }];
	const message = whyUnpaid(error) ?? 'It could not be paid';
	return [{ key, messageId, failed: { reason: 'no_credit', message, whatToDo: error.whatToDo } }];
}
