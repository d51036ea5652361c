import type { Template } from '../template.ts';
import type { Database } from './database.ts';

/** The templates of the messaging account, all in memory and in order of creation. */
export class TemplateStore {
	readonly #database: Database;
	readonly #byId = new Map<string, Template>();
	readonly #byKey = new Map<string, Template>();

	constructor(database: Database) {
		this.#database = database;
		for (const row of database.prepare('SELECT value FROM template ORDER BY rowid').all()) {
			this.#keep(JSON.parse(String(row['value'])) as Template);
		}
	}

	get size(): number {
		return this.#byId.size;
	}

	all(): Template[] {
		return [...this.#byId.values()];
	}

	byId(id: string): Template | undefined {
		return this.#byId.get(id);
	}

	find(name: string, language: string): Template | undefined {
		return this.#byKey.get(`${name}\n${language}`);
	}

	named(name: string): Template[] {
		return this.all().filter((template) => template.name === name);
	}

	hasName(name: string): boolean {
		return this.all().some((template) => template.name === name);
	}

	/** Adds a template, or replaces the one with the same id. */
	put(template: Template): void {
		this.#keep(template);
		this.#database.write();
		this.#database
			.prepare(
				`INSERT INTO template (id, name, language, value) VALUES (?, ?, ?, ?)
				ON CONFLICT (id) DO UPDATE SET value = excluded.value`,
			)
			.run(template.id, template.name, template.language, JSON.stringify(template));
	}

	delete(template: Template): void {
		this.#byId.delete(template.id);
		this.#byKey.delete(`${template.name}\n${template.language}`);
		this.#database.write();
		this.#database.prepare('DELETE FROM template WHERE id = ?').run(template.id);
	}

	empty(): void {
		this.#byId.clear();
		this.#byKey.clear();
		this.#database.write();
		this.#database.prepare('DELETE FROM template').run();
	}

	#keep(template: Template): void {
		this.#byId.set(template.id, template);
		this.#byKey.set(`${template.name}\n${template.language}`, template);
	}
}
