import type { DatabaseSync } from 'node:sqlite';
import type { NodeContextData } from 'node-red';

/**
 * What is kept of people besides what was sent and who opted out. Each part of the store that keeps such
 * rows has a line here, so that “Forget a person” finds them. The person stands in a column as
 * `personKey`, or among several between spaces.
 */
export interface PersonalTable {
	/** Word of the dialog: `forget.part.<what>`. */
	what: string;
	table: string;
	column: 'person' | 'people';
	/** Value of the global context for a Node.js without SQLite: a list of rows, or an object of them. */
	contextName: string;
}

export const personalTables: readonly PersonalTable[] = [
	{
		what: 'last-seen',
		table: 'last_seen',
		column: 'people',
		contextName: 'whatsappEventsLastSeen',
	},
	{
		what: 'notification-results',
		table: 'notification_results',
		column: 'person',
		contextName: 'whatsappEventsNotificationResults',
	},
];

/** How many rows of one part were removed. */
export interface ForgottenRows {
	what: string;
	rows: number;
}

/** Removes a person from the tables the file has; one that nothing uses yet is not there. */
export function forgetInFile(
	database: DatabaseSync,
	person: string,
	tables: readonly PersonalTable[] = personalTables,
): ForgottenRows[] {
	const exists = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?");
	return tables.map(({ what, table, column }) => {
		if (!exists.get(table)) return { what, rows: 0 };
		// A row with other people in it goes as a whole, with what it says of them.
		const is = column === 'person' ? 'person = ?' : "instr(people, ' ' || ? || ' ') > 0";
		const { changes } = database.prepare(`DELETE FROM ${table} WHERE ${is}`).run(person);
		return { what, rows: Number(changes) };
	});
}

/** The same in the global context. */
export async function forgetInContext(
	context: Pick<NodeContextData, 'get' | 'set'>,
	person: string,
	tables: readonly PersonalTable[] = personalTables,
): Promise<ForgottenRows[]> {
	const forgotten: ForgottenRows[] = [];
	for (const { what, contextName } of tables) {
		const stored = await new Promise<unknown>((resolve, reject) => {
			context.get(contextName, (error, value) => (error ? reject(error) : resolve(value)));
		});
		const entries = Object.entries((stored ?? {}) as Record<string, unknown>);
		const kept = entries.filter(([, row]) => !isAbout(row, person));
		const rows = entries.length - kept.length;
		if (rows > 0) {
			const left = Array.isArray(stored) ? kept.map(([, row]) => row) : Object.fromEntries(kept);
			await new Promise<void>((resolve, reject) => {
				context.set(contextName, left, (error) => (error ? reject(error) : resolve()));
			});
		}
		forgotten.push({ what, rows });
	}
	return forgotten;
}

function isAbout(row: unknown, person: string): boolean {
	if (typeof row !== 'object' || row === null) return false;
	const { person: one, people } = row as { person?: unknown; people?: unknown };
	return one === person || (typeof people === 'string' && people.includes(` ${person} `));
}
