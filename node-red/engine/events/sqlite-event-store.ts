import type { DatabaseSync } from 'node:sqlite';
import type { AutomationId } from '../../../core/events/automations';
import { readSeenRows, type SeenRow } from '../../../core/events/last-seen';
import { inTransaction } from '../ledger/in-transaction';
import { SEEN_DAYS, type EventStore } from './event-store';

const SCHEMA = `
	CREATE TABLE IF NOT EXISTS last_seen (
		key TEXT PRIMARY KEY,
		about TEXT NOT NULL,
		kind TEXT NOT NULL,
		event TEXT NOT NULL,
		state TEXT NOT NULL,
		changedAt TEXT NOT NULL,
		people TEXT NOT NULL,
		touched_at INTEGER NOT NULL
	) WITHOUT ROWID;
	CREATE INDEX IF NOT EXISTS last_seen_by_about ON last_seen (about);
	CREATE INDEX IF NOT EXISTS last_seen_by_touch ON last_seen (touched_at);
	CREATE TABLE IF NOT EXISTS last_sent (
		automation TEXT NOT NULL,
		event TEXT NOT NULL,
		event_name TEXT NOT NULL,
		at INTEGER NOT NULL,
		PRIMARY KEY (automation, event)
	) WITHOUT ROWID;
`;

const DAY_MS = 24 * 60 * 60_000;

/** What was seen and sent last, in the SQLite file in which deliveries are kept. */
export function sqliteEventStore(database: DatabaseSync, now: () => number = Date.now): EventStore {
	database.exec(SCHEMA);
	const read = database.prepare('SELECT * FROM last_seen WHERE about = ?');
	// Once a day is enough: what is asked for is still needed.
	const touch = database.prepare(
		'UPDATE last_seen SET touched_at = ? WHERE about = ? AND touched_at < ?',
	);
	const write = database.prepare(
		'INSERT OR REPLACE INTO last_seen VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
	);
	const prune = database.prepare('DELETE FROM last_seen WHERE touched_at < ?');
	const note = database.prepare(`
		INSERT INTO last_sent VALUES (?, ?, ?, ?)
		ON CONFLICT (automation, event) DO UPDATE
		SET at = max(at, excluded.at),
			event_name = CASE excluded.event_name WHEN '' THEN event_name ELSE excluded.event_name END`);
	const notes = database.prepare('SELECT * FROM last_sent');
	return {
		compare: async (abouts, task) =>
			inTransaction(database, () => {
				const at = now();
				prune.run(at - SEEN_DAYS * DAY_MS);
				for (const about of abouts) touch.run(at, about, at - DAY_MS);
				const result = task(readSeenRows(abouts.flatMap((about) => read.all(about))));
				for (const row of result.rows) write.run(...valuesOf(row), at);
				return result;
			}),
		noteSent: async (entries) =>
			inTransaction(database, () => {
				for (const { automation, event, eventName, at } of entries) {
					note.run(automation, event, eventName, at);
				}
			}),
		sent: async () =>
			notes.all().map((row) => ({
				automation: String(row.automation) as AutomationId,
				event: String(row.event),
				eventName: String(row.event_name),
				at: Number(row.at),
			})),
	};
}

const valuesOf = ({ key, about, kind, event, state, changedAt, people }: SeenRow) =>
	[key, about, kind, event, state, changedAt, people] as const;
