import type { DatabaseSync } from 'node:sqlite';
import { wholeSecond, type OptOutStore } from './opt-out-store';

const SCHEMA = `
	CREATE TABLE IF NOT EXISTS opt_outs (
		person TEXT PRIMARY KEY,
		account TEXT NOT NULL,
		choice TEXT NOT NULL,
		by TEXT NOT NULL,
		since INTEGER NOT NULL
	) WITHOUT ROWID;
`;

/** Who opted out, in the SQLite file in which deliveries are kept. */
export function sqliteOptOutStore(database: DatabaseSync): OptOutStore {
	database.exec(SCHEMA);
	const put = database.prepare(`
		INSERT INTO opt_outs VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (person) DO UPDATE
		SET account = excluded.account, choice = excluded.choice, by = excluded.by, since = excluded.since
		WHERE excluded.since >= opt_outs.since`);
	const find = database.prepare("SELECT 1 FROM opt_outs WHERE person = ? AND choice = 'stop'");
	const count = database.prepare(
		"SELECT count(*) AS people FROM opt_outs WHERE account = ? AND choice = 'stop'",
	);
	return {
		record: async (entries) => {
			for (const { person, businessAccountId, choice, by, since } of entries) {
				put.run(person, businessAccountId, choice, by, wholeSecond(since));
			}
		},
		has: async (person) => find.get(person) !== undefined,
		count: async (businessAccountId) => Number(count.get(businessAccountId)?.people ?? 0),
	};
}
