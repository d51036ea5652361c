import { maskPhone } from '../../../core/messages/recipient';
import {
	attemptOf,
	withAttempt,
	type Cost,
	type Halted,
	type Report,
	type ResultRow,
	type RowChange,
} from '../../../core/notifications';

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
	halted?: Halted;
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

/** So long an accepted message may still turn out not to be paid: WhatsApp tells within seconds, or when it calls again. */
const UNPAID_DAYS = 7;

/**
 * A row as it is kept: the number and the values only for as long as they are needed to send it, or to send it again where
 * it could not be paid.
 */
export function keptRow(row: ResultRow, now = Date.now()): ResultRow {
	if (row.state === 'waiting' || row.state === 'unsent') return row;
	const age = now - Date.parse(row.at);
	if (row.state === 'accepted' && !(age > UNPAID_DAYS * 24 * 60 * 60_000)) return row;
	return { ...row, to: maskPhone(row.to), variables: '{}' };
}

/**
 * The rows of a new check beside those on record: what has left stays, and who could not be paid for before keeps the key of
 * the next attempt, as the one before is used up.
 *
 * @returns the keys of rows to forget, and the rows to add
 */
export function replacing(
	before: readonly ResultRow[],
	rows: readonly ResultRow[],
): { forget: string[]; add: ResultRow[] } {
	const first = (key: string) => withAttempt(key, 1);
	const left = new Set(before.filter(hasLeft).map(({ key }) => first(key)));
	const gone = before.filter((row) => !hasLeft(row));
	const attempts = new Map(gone.map(({ key }) => [first(key), attemptOf(key)]));
	const add = rows
		.filter(({ key }) => !left.has(first(key)))
		.map((row) => {
			const attempt = attempts.get(first(row.key)) ?? 1;
			const key = withAttempt(row.key, attempt);
			return { ...row, key, deliveryKey: withAttempt(row.deliveryKey, attempt) };
		});
	return { forget: gone.map(({ key }) => key), add };
}

/** Whether a row has left, or may have: a new check must not forget it. */
export const hasLeft = ({ state }: Pick<ResultRow, 'state'>): boolean =>
	state !== 'waiting' && state !== 'left_out' && state !== 'unsent';

/** A row whose sending could not go on, ready to be sent again. */
export const waitingAgain = (row: ResultRow): ResultRow => ({
	...row,
	...{ state: 'waiting' as const, step: 0, reason: '', code: '', message: '', whatToDo: '' },
});
