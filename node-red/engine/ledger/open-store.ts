import { existsSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { NodeAPI, NodeContextData } from 'node-red';
import { ContextLedger } from './context-ledger';
import type { DeliveryStore } from './delivery-store';
import { SqliteLedger } from './sqlite-ledger';
import { UnreadableStore } from './unreadable-store';

/** In the user directory, beside the flows. */
export const FILE_NAME = 'whatsapp-events.sqlite';

/** One store per user directory and process, however often the flows are deployed. */
const stores = new Map<string, DeliveryStore>();

/**
 * The store of this Node-RED: a SQLite file; the global context where this Node.js has no SQLite or no
 * file can be made. A file that is there and cannot be read is not passed over: it knows who got what.
 *
 * @param why is told why it is not the file
 */
export function openStore(
	RED: NodeAPI,
	globalContext: NodeContextData,
	why: (reason: string) => void,
): DeliveryStore {
	const file = path.join(RED.settings.userDir ?? '.', FILE_NAME);
	const known = stores.get(file);
	if (known) return known;
	const store = storeIn(file, globalContext, why);
	stores.set(file, store);
	return store;
}

function storeIn(
	file: string,
	globalContext: NodeContextData,
	why: (reason: string) => void,
): DeliveryStore {
	const wasThere = existsSync(file);
	try {
		return openFile(file);
	} catch (error) {
		if (wasThere && hasSqlite()) return new UnreadableStore(file, () => openFile(file));
		why(error instanceof Error ? error.message : String(error));
		return new ContextLedger(globalContext);
	}
}

/** Not imported: Node.js before 22.13 has no such module, and would not load this file. */
const hasSqlite = () => process.getBuiltinModule?.('node:sqlite') !== undefined;

function openFile(file: string): DeliveryStore {
	let database: DatabaseSync | undefined;
	try {
		const sqlite = process.getBuiltinModule?.('node:sqlite');
		if (!sqlite) throw new Error(`Node.js ${process.version} has no node:sqlite`);
		database = new sqlite.DatabaseSync(file);
		return new SqliteLedger(database);
	} catch (error) {
		database?.close();
		throw error;
	}
}
