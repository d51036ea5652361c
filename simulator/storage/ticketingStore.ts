import type { Records } from '../ticketing/records.ts';
import type { Database } from './database.ts';

type Kind = keyof Records;

/** What each ticketing platform knows: orders, sessions, sponsors. All in memory, and in order. */
export class TicketingStore {
	readonly #database: Database;
	readonly #records = new Map<string, Map<string, Records[Kind]>>();

	constructor(database: Database) {
		this.#database = database;
		const rows = database.prepare(
			'SELECT platform, kind, value FROM ticketing_record ORDER BY number',
		);
		for (const { platform, kind, value } of rows.all()) {
			const record = JSON.parse(String(value)) as Records[Kind];
			this.#of(String(platform), String(kind) as Kind).set(record.id, record);
		}
	}

	/** Oldest first. */
	all<K extends Kind>(platform: string, kind: K): Records[K][] {
		return [...this.#of(platform, kind).values()];
	}

	get<K extends Kind>(platform: string, kind: K, id: string): Records[K] | undefined {
		return this.#of(platform, kind).get(id);
	}

	/** Adds a record, or replaces the one with the same id in its place. */
	put<K extends Kind>(platform: string, kind: K, record: Records[K]): void {
		this.#of(platform, kind).set(record.id, record);
		this.#database.write();
		this.#database
			.prepare(
				`INSERT INTO ticketing_record (platform, kind, id, value) VALUES (?, ?, ?, ?)
				ON CONFLICT (platform, kind, id) DO UPDATE SET value = excluded.value`,
			)
			.run(platform, kind, record.id, JSON.stringify(record));
	}

	empty(): void {
		this.#records.clear();
		this.#database.write();
		this.#database.prepare('DELETE FROM ticketing_record').run();
	}

	#of<K extends Kind>(platform: string, kind: K): Map<string, Records[K]> {
		const name = `${platform} ${kind}`;
		const found = this.#records.get(name) ?? new Map<string, Records[Kind]>();
		this.#records.set(name, found);
		return found as Map<string, Records[K]>;
	}
}
