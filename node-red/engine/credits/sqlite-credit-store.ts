import type { DatabaseSync } from 'node:sqlite';
import type { Purchase } from '../../../core/credits/purchases/purchase';
import { inTransaction } from '../ledger/in-transaction';
import {
	afterNews,
	ALERT_MS,
	LEFT_MS,
	WAITING_MS,
	type AlertStore,
	type CreditStore,
	type PurchaseStore,
	type WaitingMessage,
	type WaitingStore,
} from './credit-store';

const SCHEMA = `
	CREATE TABLE IF NOT EXISTS purchases (
		account TEXT NOT NULL,
		payment_id TEXT NOT NULL,
		data TEXT NOT NULL,
		paid_at TEXT NOT NULL,
		removed INTEGER NOT NULL DEFAULT 0,
		PRIMARY KEY (account, payment_id)
	) WITHOUT ROWID;
	CREATE TABLE IF NOT EXISTS waiting (
		key TEXT PRIMARY KEY,
		person TEXT NOT NULL,
		node TEXT NOT NULL,
		state TEXT NOT NULL,
		since INTEGER NOT NULL,
		data TEXT NOT NULL
	) WITHOUT ROWID;
	CREATE INDEX IF NOT EXISTS waiting_of ON waiting (node, state, since);
	CREATE INDEX IF NOT EXISTS waiting_by_person ON waiting (person);
	CREATE TABLE IF NOT EXISTS alerted (
		account TEXT NOT NULL,
		key TEXT NOT NULL,
		at INTEGER NOT NULL,
		PRIMARY KEY (account, key)
	) WITHOUT ROWID;
`;

/** Credits, what waits, and what was told, in the SQLite file in which deliveries are kept. */
export function sqliteCreditStore(
	database: DatabaseSync,
	now: () => number = Date.now,
): CreditStore {
	database.exec(SCHEMA);
	return {
		purchases: purchasesIn(database),
		waiting: waitingIn(database, now),
		alerts: alertsIn(database, now),
	};
}

const dataOf = <T>(row: unknown) => JSON.parse(String((row as { data: string }).data)) as T;

function purchasesIn(database: DatabaseSync): PurchaseStore {
	const insert = database.prepare(
		'INSERT OR IGNORE INTO purchases (account, payment_id, data, paid_at) VALUES (?, ?, ?, ?)',
	);
	const all = database.prepare(
		'SELECT data FROM purchases WHERE account = ? AND removed = 0 ORDER BY paid_at DESC, payment_id',
	);
	const remove = database.prepare(
		'UPDATE purchases SET removed = 1 WHERE account = ? AND payment_id = ? AND removed = 0',
	);
	return {
		book: async (account, purchase) => {
			const { paymentId, paidAt } = purchase;
			return insert.run(account, paymentId, JSON.stringify(purchase), paidAt).changes > 0;
		},
		all: async (account) => all.all(account).map((row) => dataOf<Purchase>(row)),
		remove: async (account, paymentId) => remove.run(account, paymentId).changes > 0,
	};
}

function waitingIn(database: DatabaseSync, now: () => number): WaitingStore {
	const put = database.prepare('INSERT OR REPLACE INTO waiting VALUES (?, ?, ?, ?, ?, ?)');
	const of = database.prepare(
		"SELECT data FROM waiting WHERE node = ? AND state = 'waiting' ORDER BY since, key",
	);
	const byKey = database.prepare('SELECT data FROM waiting WHERE key = ?');
	const remove = database.prepare('DELETE FROM waiting WHERE key = ?');
	const tidy = database.prepare(
		"DELETE FROM waiting WHERE since < CASE state WHEN 'left' THEN ? ELSE ? END",
	);
	const tidied = () => tidy.run(now() - LEFT_MS, now() - WAITING_MS - LEFT_MS);
	tidied();
	const write = (message: WaitingMessage) => {
		const { key, person, node, state, since } = message;
		put.run(key, person, node, state, since, JSON.stringify(message));
	};
	return {
		put: async (messages) => inTransaction(database, () => messages.forEach(write)),
		of: async (node) => {
			tidied();
			return of.all(node).map((row) => dataOf<WaitingMessage>(row));
		},
		remove: async (keys) =>
			inTransaction(database, () => keys.forEach((key) => void remove.run(key))),
		stateOf: async (key) => {
			const row = byKey.get(key);
			return row && dataOf<WaitingMessage>(row).state;
		},
		hear: async (news) =>
			inTransaction(database, () => {
				const again: WaitingMessage[] = [];
				for (const one of news) {
					const row = byKey.get(one.key);
					if (row === undefined) continue;
					const before = dataOf<WaitingMessage>(row);
					const after = afterNews(before, one);
					if (after === undefined) remove.run(one.key);
					else if (after !== before) {
						write(after);
						again.push(after);
					}
				}
				return again;
			}),
	};
}

function alertsIn(database: DatabaseSync, now: () => number): AlertStore {
	database.prepare('DELETE FROM alerted WHERE at < ?').run(now() - ALERT_MS);
	const insert = database.prepare('INSERT OR IGNORE INTO alerted VALUES (?, ?, ?)');
	const remove = database.prepare('DELETE FROM alerted WHERE account = ? AND key = ?');
	const open = database.prepare('SELECT key FROM alerted WHERE account = ? ORDER BY key');
	return {
		once: async (account, key) => insert.run(account, key, now()).changes > 0,
		over: async (account, key) => remove.run(account, key).changes > 0,
		open: async (account) => open.all(account).map(({ key }) => String(key)),
	};
}
