import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { forgetInRow, readSeenRows, type SeenRow } from '../../../core/events/last-seen';
import { recipientHash } from '../../../core/messages/delivery-key';
import { readValue, writeValue, type ContextValues } from '../context-values';

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
	{
		what: 'waiting',
		table: 'waiting',
		column: 'person',
		contextName: 'whatsappEventsWaiting',
	},
];

/** From how many rows of one part they were removed. */
export interface ForgottenRows {
	what: string;
	rows: number;
}

/** Whom to forget, and how to recognise them among several people. */
export interface ToForget {
	/** `personKey` */
	person: string;
	/** Of the Node-RED: event nodes know no account. */
	hashKey: string;
	/** ISO country of numbers written without one. */
	defaultCountry?: string;
}

/** Removes a person from the tables the file has; one that nothing uses yet is not there. */
export function forgetInFile(
	database: DatabaseSync,
	whom: ToForget,
	tables: readonly PersonalTable[] = personalTables,
): ForgottenRows[] {
	const exists = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?");
	return tables.map(({ what, table, column }) => {
		if (!exists.get(table)) return { what, rows: 0 };
		const is = column === 'person' ? 'person = ?' : "instr(people, ' ' || ? || ' ') > 0";
		const found = database.prepare(`SELECT * FROM ${table} WHERE ${is}`).all(whom.person);
		database.prepare(`DELETE FROM ${table} WHERE ${is}`).run(whom.person);
		for (const row of found) {
			const rest = column === 'people' ? withoutThem(row, whom) : undefined;
			if (rest) insert(database, table, { ...row, ...rest });
		}
		return { what, rows: found.length };
	});
}

function insert(database: DatabaseSync, table: string, row: Record<string, SQLInputValue>): void {
	const columns = Object.keys(row);
	const places = columns.map(() => '?').join(', ');
	database
		.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`)
		.run(...Object.values(row));
}

/** What stays of a row with other people in it. */
function withoutThem(
	row: unknown,
	{ person, hashKey, defaultCountry }: ToForget,
): SeenRow | undefined {
	const [seen] = readSeenRows([row]);
	const hash = (text: string) => recipientHash(text, hashKey);
	return seen && forgetInRow(seen, person, { hash, defaultCountry });
}

/** The same in the global context. */
export async function forgetInContext(
	context: ContextValues,
	whom: ToForget,
	tables: readonly PersonalTable[] = personalTables,
): Promise<ForgottenRows[]> {
	const forgotten: ForgottenRows[] = [];
	for (const { what, contextName, column } of tables) {
		const stored = await readValue(context, contextName);
		const entries = Object.entries((stored ?? {}) as Record<string, unknown>);
		let rows = 0;
		const kept = entries.flatMap(([name, row]): Array<[string, unknown]> => {
			if (!isAbout(row, whom.person)) return [[name, row]];
			rows++;
			const rest = column === 'people' ? withoutThem(row, whom) : undefined;
			return rest ? [[name, { ...row, ...rest }]] : [];
		});
		if (rows > 0) {
			const left = Array.isArray(stored) ? kept.map(([, row]) => row) : Object.fromEntries(kept);
			await writeValue(context, contextName, left);
		}
		forgotten.push({ what, rows });
	}
	return forgotten;
}

function isAbout(row: unknown, person: string): row is object {
	if (typeof row !== 'object' || row === null) return false;
	const { person: one, people } = row as { person?: unknown; people?: unknown };
	return one === person || (typeof people === 'string' && people.includes(` ${person} `));
}
