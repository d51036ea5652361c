import { existsSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const fileIn = (userDir: string) => path.join(userDir, 'whatsapp-events.sqlite');

/** The file outlives a case as it outlives a deployment. */
export function forgetDeliveries(userDir: string): void {
	if (!existsSync(fileIn(userDir))) return;
	const database = new DatabaseSync(fileIn(userDir));
	database.exec('DELETE FROM deliveries');
	// There once somebody has opted out.
	const optOuts = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'opt_outs'").get();
	if (optOuts) database.exec('DELETE FROM opt_outs');
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
