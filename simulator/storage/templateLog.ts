import type { Database } from './database.ts';

/** What counts against one of Meta's limits. */
export type TemplateEventKind = 'created' | 'approved_edited' | 'approved_deleted';

/** What was done to templates, for limits that look back: templates go, their names stay blocked. */
export class TemplateLog {
	readonly #database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	add(
		kind: TemplateEventKind,
		template: { id: string; name: string; language: string },
		now: number,
	): void {
		this.#database.write();
		this.#database
			.prepare(
				'INSERT INTO template_event (kind, template_id, name, language, at) VALUES (?, ?, ?, ?, ?)',
			)
			.run(kind, template.id, template.name, template.language, now);
	}

	/** When templates of the account were created, oldest first. */
	created(since: number): number[] {
		return this.#database
			.prepare("SELECT at FROM template_event WHERE kind = 'created' AND at > ? ORDER BY at")
			.all(since)
			.map((row) => Number(row['at']));
	}

	/** When a template was edited while approved, oldest first. */
	edits(templateId: string, since: number): number[] {
		return this.#database
			.prepare(
				`SELECT at FROM template_event
				WHERE kind = 'approved_edited' AND template_id = ? AND at > ? ORDER BY at`,
			)
			.all(templateId, since)
			.map((row) => Number(row['at']));
	}

	/** Languages of approved templates of a name that were deleted, each with its last time. */
	deletedLanguages(name: string, since: number): Map<string, number> {
		const rows = this.#database
			.prepare(
				`SELECT language, max(at) AS at FROM template_event
				WHERE kind = 'approved_deleted' AND name = ? AND at > ? GROUP BY language`,
			)
			.all(name, since);
		return new Map(rows.map((row) => [String(row['language']), Number(row['at'])]));
	}

	/** Names of approved templates that were deleted, in the order of their names. */
	deletedNames(since: number): string[] {
		return this.#database
			.prepare(
				`SELECT DISTINCT name FROM template_event
				WHERE kind = 'approved_deleted' AND at > ? ORDER BY name`,
			)
			.all(since)
			.map((row) => String(row['name']));
	}

	empty(): void {
		this.#database.write();
		this.#database.prepare('DELETE FROM template_event').run();
	}
}
