import type { WebhookError, WebhookNotification } from '../webhooks/notification';

/** Payment: the message was accepted, and then not sent. Meta, "Error codes". */
export const NO_MONEY = 131042;

/** A refusal for money says something about an account for this long, unless it is known to be over before. */
export const REFUSAL_COUNTS_MS = 24 * 3_600_000;

/** Why a message that was accepted could not be paid; undefined for every other update. */
export const unpaidError = (notification: WebhookNotification): WebhookError | undefined =>
	notification.kind === 'status' && notification.status === 'failed'
		? notification.errors.find(({ code }) => code === NO_MONEY)
		: undefined;

/** In WhatsApp's words, as far as it gives any. */
export const whyUnpaid = ({ details, title, message }: WebhookError): string | undefined =>
	details ?? title ?? message;
