import type { ResultRow, RowChange } from '../../../core/notifications';

/** Notifications and what became of each of their people, kept in this Node-RED. */
export interface NotificationStore {
	/**
	 * The rows of a new check. What has left already stays as it is, also of people the list does not
	 * name any more; what was waiting or left out before is forgotten.
	 */
	replace(notification: string, rows: readonly ResultRow[]): Promise<void>;
	/** In the order of the list. */
	rows(notification: string): Promise<ResultRow[]>;
	/** Changes that are old news change nothing. */
	change(changes: readonly RowChange[]): Promise<void>;
	/** What could not go on waits again. @returns how many */
	resume(notification: string): Promise<number>;
	/** How it stands; undefined where it was never checked. */
	standing(notification: string): Promise<NotificationStanding | undefined>;
	stand(notification: string, standing: NotificationStanding): Promise<void>;
}

export type NotificationProgress = 'checked' | 'scheduled' | 'sending' | 'stopped' | 'finished';

export interface NotificationStanding {
	progress: NotificationProgress;
	/** The check as a page. */
	checkPage: string;
	/** `2,630 of 3,000 will get it; …` */
	message: string;
	/** ISO 8601. */
	at: string;
	/** ISO time at which the next message may leave. */
	nextAt?: string;
	/** Why it stands still. */
	note?: string;
}

/** Results older than this are deleted. */
export const RESULT_DAYS = 180;

/** The keyed hash of the person, which ends each delivery key; a row that was left out has none. */
export const personOf = ({ key, state }: Pick<ResultRow, 'key' | 'state'>): string =>
	state === 'left_out' ? '' : (key.split(':').at(-1) ?? '');

/** Whether a row has left, or may have: a new check must not forget it. */
export const hasLeft = ({ state }: Pick<ResultRow, 'state'>): boolean =>
	state !== 'waiting' && state !== 'left_out' && state !== 'unsent';

/** A row whose sending could not go on, ready to be sent again. */
export const waitingAgain = (row: ResultRow): ResultRow => ({
	...row,
	...{ state: 'waiting' as const, step: 0, reason: '', code: '', message: '', whatToDo: '' },
});
