import type { DatabaseSync } from 'node:sqlite';

/** All of the task or nothing of it. Nothing else of this process runs in between. */
export function inTransaction<T>(database: DatabaseSync, task: () => T): T {
	database.exec('BEGIN IMMEDIATE');
	try {
		const result = task();
		database.exec('COMMIT');
		return result;
	} catch (error) {
		rollBack(database);
		throw error;
	}
}

/** SQLite itself rolls back after some failures, and Node.js before 22.16 cannot tell. */
function rollBack(database: DatabaseSync): void {
	try {
		database.exec('ROLLBACK');
	} catch {
		// Nothing was open any more; what failed is thrown by the caller.
	}
}
