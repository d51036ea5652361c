import type { Database } from './database.ts';

/** Named JSON values: subscriptions, overrides, control settings, ticketing targets. */
export class SettingStore {
	readonly #database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	read<T>(name: string, otherwise: T): T {
		const row = this.#database.prepare('SELECT value FROM setting WHERE name = ?').get(name);
		return row === undefined ? otherwise : (JSON.parse(String(row['value'])) as T);
	}

	write(name: string, value: unknown): void {
		this.#database.write();
		this.#database
			.prepare('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)')
			.run(name, JSON.stringify(value));
	}

	empty(): void {
		this.#database.write();
		this.#database.prepare('DELETE FROM setting').run();
	}
}
