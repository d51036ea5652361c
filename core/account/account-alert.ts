import type { WebhookNotification } from '../webhooks/notification';

/** How bad news of the account are: nothing leaves, look soon, back to normal, or good to know. */
export type AlertSeverity = 'blocked' | 'warning' | 'good' | 'info';

/** What an Account notification means to an organiser. */
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

/**
 * What an Account or Templates notification of WhatsApp Business Trigger means to an organiser; undefined where there is
 * nothing to tell anybody.
 */
export function accountAlert(
	_notification: WebhookNotification,
	_language: 'en' | 'ja' = 'en',
): AccountAlert | undefined {
	return undefined;
}
