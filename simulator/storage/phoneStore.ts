import type { StatementSync } from 'node:sqlite';
import type { Database } from './database.ts';

/** A person's phone, without its messages. */
export interface PhoneRecord {
	waId: string;
	name: string;
	/** When the person last wrote to the business: opens the 24-hour window. */
	wroteAt: number | undefined;
	marketingStopped: boolean;
}

/** Phones that were written to, or that wrote, in memory and in storage. */
export class PhoneStore {
	readonly #database: Database;
	readonly #phones = new Map<string, PhoneRecord>();
	readonly #put: StatementSync;
	readonly #byActivity: StatementSync;

	constructor(database: Database) {
		this.#database = database;
		this.#put = database.prepare(
			`INSERT OR REPLACE INTO phone (wa_id, name, active_at, wrote_at, marketing_stopped)
			VALUES (?, ?, ?, ?, ?)`,
		);
		this.#byActivity = database.prepare(
			`SELECT wa_id FROM phone
			WHERE EXISTS (SELECT 1 FROM message WHERE message.wa_id = phone.wa_id)
			ORDER BY active_at DESC, wa_id LIMIT ?`,
		);
		for (const row of database.prepare('SELECT * FROM phone').all()) {
			this.#phones.set(String(row['wa_id']), {
				waId: String(row['wa_id']),
				name: String(row['name']),
				wroteAt: row['wrote_at'] === null ? undefined : Number(row['wrote_at']),
				marketingStopped: row['marketing_stopped'] === 1,
			});
		}
	}

	get(waId: string): PhoneRecord | undefined {
		return this.#phones.get(waId);
	}

	/** The phone, made when it is new. An empty name keeps the present one. */
	touch(waId: string, at: number, change: { name?: string; wrote?: boolean } = {}): PhoneRecord {
		const phone = this.#phones.get(waId) ?? {
			waId,
			name: '',
			wroteAt: undefined,
			marketingStopped: false,
		};
		if (change.name !== undefined && change.name !== '') phone.name = change.name;
		if (change.wrote === true) phone.wroteAt = at;
		this.save(phone, at);
		return phone;
	}

	save(phone: PhoneRecord, activeAt: number): void {
		this.#phones.set(phone.waId, phone);
		this.#database.write();
		this.#put.run(
			phone.waId,
			phone.name,
			activeAt,
			phone.wroteAt ?? null,
			phone.marketingStopped ? 1 : 0,
		);
	}

	/** Phones with messages, newest activity first; others are only known by name. */
	recent(limit: number): PhoneRecord[] {
		const rows = this.#byActivity.all(limit);
		return rows.flatMap((row) => this.#phones.get(String(row['wa_id'])) ?? []);
	}

	empty(): void {
		this.#phones.clear();
		this.#database.write();
		this.#database.prepare('DELETE FROM phone').run();
	}
}
