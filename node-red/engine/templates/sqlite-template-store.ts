import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { inTransaction } from '../ledger/in-transaction';
import type { TemplateDefinition } from '../../../core/templates/definition';
import { MARK_DAYS, type TemplateStore, type WaitingTemplate } from './template-store';

const SCHEMA = `
	CREATE TABLE IF NOT EXISTS template_marks (
		mark TEXT PRIMARY KEY,
		added_at INTEGER NOT NULL
	) WITHOUT ROWID;
	CREATE TABLE IF NOT EXISTS template_drafts (
		account TEXT NOT NULL,
		name TEXT NOT NULL,
		language TEXT NOT NULL,
		definition TEXT NOT NULL,
		saved_at INTEGER NOT NULL,
		PRIMARY KEY (account, name, language)
	) WITHOUT ROWID;
	CREATE TABLE IF NOT EXISTS template_waits (
		node TEXT NOT NULL,
		name TEXT NOT NULL,
		language TEXT NOT NULL,
		entry TEXT NOT NULL,
		PRIMARY KEY (node, name, language)
	) WITHOUT ROWID;
`;

const MARK_MS = MARK_DAYS * 24 * 60 * 60_000;

/** Marks, drafts and waiting templates in the SQLite file in which deliveries are kept. */
export function sqliteTemplateStore(
	database: DatabaseSync,
	now: () => number = Date.now,
): TemplateStore {
	database.exec(SCHEMA);
	const marks = statements(database, {
		// The newest time wins: a template is edited more than once.
		add: `INSERT INTO template_marks VALUES (?, ?)
			ON CONFLICT (mark) DO UPDATE SET added_at = excluded.added_at`,
		known: 'SELECT 1 FROM template_marks WHERE mark = ?',
		prune: 'DELETE FROM template_marks WHERE added_at < ?',
	});
	const drafts = statements(database, {
		save: 'INSERT OR REPLACE INTO template_drafts VALUES (?, ?, ?, ?, ?)',
		all: `SELECT definition, saved_at FROM template_drafts WHERE account = ?
			ORDER BY name, language`,
		remove: 'DELETE FROM template_drafts WHERE account = ? AND name = ? AND language = ?',
	});
	const waits = statements(database, {
		put: 'INSERT OR REPLACE INTO template_waits VALUES (?, ?, ?, ?)',
		of: 'SELECT entry FROM template_waits WHERE node = ? ORDER BY name, language',
		remove: 'DELETE FROM template_waits WHERE node = ? AND name = ? AND language = ?',
		removeAll: 'DELETE FROM template_waits WHERE node = ?',
	});
	return {
		marks: {
			add: async (added) =>
				inTransaction(database, () => {
					marks.prune.run(now() - MARK_MS);
					for (const mark of added) marks.add.run(mark, now());
				}),
			known: async (asked) => new Set(asked.filter((mark) => marks.known.get(mark))),
		},
		drafts: {
			save: async (account, definition) => {
				const { name, language } = definition;
				drafts.save.run(account, name, language, JSON.stringify(definition), now());
			},
			all: async (account) =>
				drafts.all.all(account).map((row) => ({
					definition: JSON.parse(String(row.definition)) as TemplateDefinition,
					savedAt: Number(row.saved_at),
				})),
			remove: async (account, name, language) =>
				drafts.remove.run(account, name, language).changes > 0,
		},
		waits: {
			put: async (entries) =>
				inTransaction(database, () => {
					for (const entry of entries) {
						waits.put.run(entry.nodeId, entry.name, entry.language, JSON.stringify(entry));
					}
				}),
			of: async (nodeId) =>
				waits.of.all(nodeId).map(({ entry }) => JSON.parse(String(entry)) as WaitingTemplate),
			remove: async (entries) =>
				inTransaction(database, () => {
					for (const { nodeId, name, language } of entries) {
						waits.remove.run(nodeId, name, language);
					}
				}),
			removeAll: async (nodeId) => void waits.removeAll.run(nodeId),
		},
	};
}

function statements<Name extends string>(
	database: DatabaseSync,
	texts: Record<Name, string>,
): Record<Name, StatementSync> {
	return Object.fromEntries(
		Object.entries<string>(texts).map(([name, text]) => [name, database.prepare(text)]),
	) as Record<Name, StatementSync>;
}
