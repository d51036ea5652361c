import { maskPhone } from '../../../core/messages/recipient';
import type { Cost, Report, ResultRow, RowChange } from '../../../core/notifications';

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
	/** `2,630 of 3,000 will get it; …` */
	message: string;
	/** ISO 8601. */
	at: string;
	/** ISO time at which the next message may leave. */
	nextAt?: string;
	/** Why it stands still. */
	halted?: { reason: string; message: string; whatToDo: string };
}

/** How a notification stands, for a dialog that shows it. */
export type NotificationState =
	| { progress: 'none' }
	| (Omit<Report, 'leftOutReasons' | 'failedReasons' | 'cost'> & {
			progress: NotificationProgress;
			at: string;
			nextAt?: string;
			/** Why it stands still, and what to do. */
			note?: string;
			/** Of what is still to be sent. */
			costWaiting: Cost;
	  });

/** Results older than this are deleted. */
export const RESULT_DAYS = 180;

/** The keyed hash of the person, which ends each key; somebody without a phone number has none. */
export const personOf = ({ key }: Pick<ResultRow, 'key'>): string =>
	/:([0-9a-f]{20})$/.exec(key)?.[1] ?? '';

/** A row as it is kept: the number and the values only for as long as they are needed to send it. */
export const keptRow = (row: ResultRow): ResultRow =>
	row.state === 'waiting' || row.state === 'unsent'
		? row
		: { ...row, to: maskPhone(row.to), variables: '{}' };

/** Whether a row has left, or may have: a new check must not forget it. */
export const hasLeft = ({ state }: Pick<ResultRow, 'state'>): boolean =>
	state !== 'waiting' && state !== 'left_out' && state !== 'unsent';

/** A row whose sending could not go on, ready to be sent again. */
export const waitingAgain = (row: ResultRow): ResultRow => ({
	...row,
	...{ state: 'waiting' as const, step: 0, reason: '', code: '', message: '', whatToDo: '' },
});
