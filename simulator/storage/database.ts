import { DatabaseSync, type StatementSync } from 'node:sqlite';

const SCHEMA = `
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS template (
	id TEXT PRIMARY KEY, name TEXT NOT NULL, language TEXT NOT NULL, value TEXT NOT NULL,
	UNIQUE (name, language));
CREATE TABLE IF NOT EXISTS template_event (
	number INTEGER PRIMARY KEY, kind TEXT NOT NULL, template_id TEXT NOT NULL, name TEXT NOT NULL,
	language TEXT NOT NULL, at REAL NOT NULL);
CREATE INDEX IF NOT EXISTS template_event_kind ON template_event (kind, at);
CREATE TABLE IF NOT EXISTS upload (
	id TEXT PRIMARY KEY, file_name TEXT NOT NULL, file_type TEXT NOT NULL,
	file_length INTEGER NOT NULL, handle TEXT UNIQUE, bytes BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS phone (
	wa_id TEXT PRIMARY KEY, name TEXT NOT NULL, active_at REAL NOT NULL, wrote_at REAL,
	marketing_stopped INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS message (
	number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, wa_id TEXT NOT NULL,
	waiting INTEGER NOT NULL, fail INTEGER, value TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS message_phone ON message (wa_id);
CREATE INDEX IF NOT EXISTS message_waiting ON message (waiting) WHERE waiting = 1;
CREATE TABLE IF NOT EXISTS media (
	id TEXT PRIMARY KEY, mime_type TEXT NOT NULL, filename TEXT, sha256 TEXT NOT NULL,
	created_at REAL NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS ticketing_record (
	number INTEGER PRIMARY KEY, platform TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
	value TEXT NOT NULL, UNIQUE (platform, kind, id));
CREATE TABLE IF NOT EXISTS charge (
	number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at REAL NOT NULL, delivered INTEGER NOT NULL,
	wa_id TEXT NOT NULL, phone TEXT NOT NULL, country TEXT NOT NULL, market TEXT, category TEXT NOT NULL,
	type TEXT NOT NULL, price INTEGER, currency TEXT NOT NULL, card TEXT, funding TEXT NOT NULL,
	outside INTEGER NOT NULL, month TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS charge_at ON charge (at);
CREATE INDEX IF NOT EXISTS charge_service ON charge (phone, month) WHERE category = 'SERVICE';
`;

/**
 * The embedded storage. What is written within one turn of the event loop is one transaction, so
 * that a thousand messages a second cost a handful of commits.
 */
export class Database {
	readonly #database: DatabaseSync;
	#open = false;
	#closed = false;

	/** @param file a path, or `:memory:` */
	constructor(file: string) {
		this.#database = new DatabaseSync(file);
		// A stand-in may lose its last moment on a power cut, but not on a killed process.
		this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;');
		this.#database.exec(SCHEMA);
	}

	prepare(sql: string): StatementSync {
		return this.#database.prepare(sql);
	}

	/** Call before each write: opens the transaction of this turn. */
	write(): void {
		if (this.#open || this.#closed) return;
		this.#open = true;
		this.#database.exec('BEGIN');
		setImmediate(() => this.#commit());
	}

	close(): void {
		if (this.#closed) return;
		this.#commit();
		this.#closed = true;
		this.#database.close();
	}

	#commit(): void {
		if (!this.#open || this.#closed) return;
		this.#open = false;
		this.#database.exec('COMMIT');
	}
}
