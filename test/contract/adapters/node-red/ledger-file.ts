import { existsSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const fileIn = (userDir: string) => path.join(userDir, 'whatsapp-events.sqlite');

/** The file outlives a case as it outlives a deployment. */
export function forgetDeliveries(userDir: string): void {
	if (!existsSync(fileIn(userDir))) return;
	const database = new DatabaseSync(fileIn(userDir));
	const made = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
	for (const table of [
		...['deliveries', 'opt_outs', 'last_seen', 'last_sent'],
		...['notification_results', 'notifications', 'waiting', 'alerted', 'purchases'],
	]) {
		// Some are there only once something is kept in them.
		if (made.some(({ name }) => name === table)) database.exec(`DELETE FROM ${table}`);
	}
	database.close();
}

/** Another program, a backup say, holds the file all the while. */
export async function withLockedLedger<T>(userDir: string, task: () => Promise<T>): Promise<T> {
	const database = new DatabaseSync(fileIn(userDir));
	database.exec('BEGIN EXCLUSIVE');
	try {
		return await task();
	} finally {
		database.exec('ROLLBACK');
		database.close();
	}
}
