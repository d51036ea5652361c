import type { StatementSync } from 'node:sqlite';
import type { PhoneMessage } from '../phones/message.ts';
import type { Database } from './database.ts';

/** A message with the phone it is on. */
export interface StoredMessage {
	waId: string;
	message: PhoneMessage;
	/** Meta's code with which it fails instead of being delivered. */
	fail: number | undefined;
}

/** Every message, oldest first inside a phone. */
export class MessageStore {
	readonly #database: Database;
	readonly #insert: StatementSync;
	readonly #update: StatementSync;
	readonly #byId: StatementSync;
	readonly #byPhone: StatementSync;

	constructor(database: Database) {
		this.#database = database;
		this.#insert = database.prepare(
			'INSERT INTO message (id, wa_id, waiting, fail, value) VALUES (?, ?, ?, ?, ?)',
		);
		this.#update = database.prepare('UPDATE message SET waiting = ?, value = ? WHERE id = ?');
		this.#byId = database.prepare('SELECT wa_id, fail, value FROM message WHERE id = ?');
		this.#byPhone = database.prepare('SELECT value FROM message WHERE wa_id = ? ORDER BY number');
	}

	/** @param waiting whether statuses of the message are still to come */
	add(waId: string, message: PhoneMessage, waiting: boolean, fail?: number): void {
		this.#database.write();
		const value = JSON.stringify(message);
		this.#insert.run(message.id, waId, waiting ? 1 : 0, fail ?? null, value);
	}

	update(message: PhoneMessage, waiting: boolean): void {
		this.#database.write();
		this.#update.run(waiting ? 1 : 0, JSON.stringify(message), message.id);
	}

	get(id: string): StoredMessage | undefined {
		const row = this.#byId.get(id);
		return row && read(row);
	}

	ofPhone(waId: string): PhoneMessage[] {
		const rows = this.#byPhone.all(waId);
		return rows.map((row) => JSON.parse(String(row['value'])) as PhoneMessage);
	}

	/** Messages whose statuses were still to come when the simulator last stopped. */
	waiting(): StoredMessage[] {
		return this.#database
			.prepare('SELECT wa_id, fail, value FROM message WHERE waiting = 1 ORDER BY number')
			.all()
			.map(read);
	}

	/** Walks through every message sent by the business, for the counters of a reopened file. */
	*fromBusiness(): Generator<StoredMessage> {
		const rows = this.#database.prepare('SELECT wa_id, fail, value FROM message').iterate();
		for (const row of rows) {
			const stored = read(row);
			if (stored.message.direction === 'business') yield stored;
		}
	}

	/** The newest messages sent by the business, newest first. */
	newest(limit: number): StoredMessage[] {
		return this.#database
			.prepare('SELECT wa_id, fail, value FROM message ORDER BY number DESC LIMIT ?')
			.all(limit)
			.map(read)
			.filter((stored) => stored.message.direction === 'business');
	}

	empty(): void {
		this.#database.write();
		this.#database.prepare('DELETE FROM message').run();
	}
}

function read(row: Record<string, unknown>): StoredMessage {
	return {
		waId: String(row['wa_id']),
		fail: row['fail'] === null ? undefined : Number(row['fail']),
		message: JSON.parse(String(row['value'])) as PhoneMessage,
	};
}
