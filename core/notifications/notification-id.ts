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
		/^([A-Za-z0-9._-]{1,100}):notification:\d+:[0-9a-f]+$/.exec(String(deliveryKey ?? '')) ?? [];
	return id;
}

/** Key, or what comes before the recipient in it: name, which attempt, and the rest. */
const ATTEMPT = /^([A-Za-z0-9._-]{1,100}:notification:)(\d+)((?::[0-9a-f]+)?)$/;

/**
 * The key of the same delivery for another attempt: a message that was accepted and then could not be paid has settled its
 * key, and late statuses of it must not be taken for those of the next one.
 *
 * @returns the key as it is where it is none of a notification
 */
export const withAttempt = (key: string, attempt: number): string =>
	key.replace(ATTEMPT, (_all, name: string, _old, rest: string) => `${name}${attempt}${rest}`);

/** Which attempt a key belongs to; 1 for every other key. */
export const attemptOf = (key: string): number => Number(ATTEMPT.exec(key)?.[2] ?? 1);
