import type { WebhookError, WebhookNotification } from '../webhooks/notification';

/** Payment: the message was accepted, and then not sent. Meta, "Error codes". */
export const NO_MONEY = 131042;

/** Why a message that was accepted could not be paid; undefined for every other update. */
export const unpaidError = (notification: WebhookNotification): WebhookError | undefined =>
	notification.kind === 'status' && notification.status === 'failed'
		? notification.errors.find(({ code }) => code === NO_MONEY)
		: undefined;

/** In WhatsApp's words, as far as it gives any. */
export const whyUnpaid = ({ details, title, message }: WebhookError): string | undefined =>
	details ?? title ?? message;
