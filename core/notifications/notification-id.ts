/** What each key of a notification has after the notification's own name. */
const MARK = ':notification:1';

/**
 * What makes the deliveries of one notification themselves, without the recipient: running it again repeats nobody.
 *
 * @throws {Error} when the notification has no name, or one that is no key: it could not be told from another
 */
export function keyBaseOf(notification: string): string {
	const id = notification.trim();
	if (!/^[A-Za-z0-9._-]{1,100}$/.test(id)) {
		throw new Error(
			'A notification needs a name of its own: up to 100 letters, digits, dots and hyphens, e.g. welcome-2026-12-01',
		);
	}
	return `${id}${MARK}`;
}

/** Whether a delivery key, as a status names it, is one of a notification; which. */
export function notificationOf(deliveryKey: unknown): string | undefined {
	const [, id] =
		/^([A-Za-z0-9._-]{1,100}):notification:1:[0-9a-f]+$/.exec(String(deliveryKey ?? '')) ?? [];
	return id;
}
