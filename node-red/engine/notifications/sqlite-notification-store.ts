import type { DatabaseSync } from 'node:sqlite';
import { withChange, type ResultRow } from '../../../core/notifications';
import { inTransaction } from '../ledger/in-transaction';
import {
	keptRow,
	personOf,
	replacing,
	RESULT_DAYS,
	waitingAgain,
	type NotificationStanding,
	type NotificationStore,
} from './notification-store';

const SCHEMA = `
	CREATE TABLE IF NOT EXISTS notification_results (
		key TEXT PRIMARY KEY,
		notification TEXT NOT NULL,
		position INTEGER NOT NULL,
		person TEXT NOT NULL,
		data TEXT NOT NULL,
		changed_at INTEGER NOT NULL
	) WITHOUT ROWID;
	CREATE INDEX IF NOT EXISTS notification_results_of ON notification_results (notification, position);
	CREATE INDEX IF NOT EXISTS notification_results_by_person ON notification_results (person);
	CREATE TABLE IF NOT EXISTS notifications (
		notification TEXT PRIMARY KEY,
		standing TEXT NOT NULL,
		changed_at INTEGER NOT NULL
	) WITHOUT ROWID;
`;

const RESULT_MS = RESULT_DAYS * 24 * 60 * 60_000;

/** Notifications in the SQLite file in which deliveries are kept. */
export function sqliteNotificationStore(
	database: DatabaseSync,
	now: () => number = Date.now,
): NotificationStore {
	database.exec(SCHEMA);
	for (const table of ['notification_results', 'notifications']) {
		database.prepare(`DELETE FROM ${table} WHERE changed_at < ?`).run(now() - RESULT_MS);
	}
	maskOld(database, now());
	const ofNotification = database.prepare(
		'SELECT data FROM notification_results WHERE notification = ? ORDER BY position',
	);
	const byKey = database.prepare('SELECT data FROM notification_results WHERE key = ?');
	const put = database.prepare(
		'INSERT OR REPLACE INTO notification_results VALUES (?, ?, ?, ?, ?, ?)',
	);
	const remove = database.prepare('DELETE FROM notification_results WHERE key = ?');
	const standingOf = database.prepare('SELECT standing FROM notifications WHERE notification = ?');
	const stand = database.prepare('INSERT OR REPLACE INTO notifications VALUES (?, ?, ?)');

	const read = (row: unknown) => JSON.parse(String((row as { data: string }).data)) as ResultRow;
	const rowsOf = (notification: string) => ofNotification.all(notification).map(read);
	const write = (row: ResultRow) =>
		put.run(
			row.key,
			row.notification,
			row.row,
			personOf(row),
			JSON.stringify(keptRow(row, now())),
			now(),
		);

	return {
		replace: async (notification, rows) =>
			inTransaction(database, () => {
				const { forget, add } = replacing(rowsOf(notification), rows);
				for (const key of forget) remove.run(key);
				for (const row of add) write(row);
			}),
		rows: async (notification) => rowsOf(notification),
		change: async (changes) =>
			inTransaction(database, () => {
				for (const change of changes) {
					const known = byKey.get(change.key);
					if (known === undefined) continue;
					const before = read(known);
					const after = withChange(before, change);
					if (after === before) continue;
					// The next attempt has a key of its own.
					if (after.key !== before.key) remove.run(before.key);
					write(after);
				}
			}),
		resume: async (notification) =>
			inTransaction(database, () => {
				const unsent = rowsOf(notification).filter(({ state }) => state === 'unsent');
				for (const row of unsent) write(waitingAgain(row));
				return unsent.length;
			}),
		standing: async (notification) => {
			const row = standingOf.get(notification) as { standing: string } | undefined;
			return row && (JSON.parse(row.standing) as NotificationStanding);
		},
		stand: async (notification, standing) => {
			stand.run(notification, JSON.stringify(standing), now());
		},
	};
}

/** What could not be paid would have been told by now: its number is not needed any more. */
function maskOld(database: DatabaseSync, now: number): void {
	const accepted = database.prepare(
		"SELECT key, data FROM notification_results WHERE json_extract(data, '$.state') = 'accepted'",
	);
	const mask = database.prepare('UPDATE notification_results SET data = ? WHERE key = ?');
	for (const { key, data } of accepted.all() as Array<{ key: string; data: string }>) {
		const kept = JSON.stringify(keptRow(JSON.parse(data) as ResultRow, now));
		if (kept !== data) mask.run(kept, key);
	}
}
