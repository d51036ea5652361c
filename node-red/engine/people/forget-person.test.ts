import { DatabaseSync } from 'node:sqlite';
import { recipientHash } from '../../../core/messages/delivery-key';
import type { AccountNode } from '../account-node';
import { SqliteLedger } from '../ledger/sqlite-ledger';
import { forgetPerson } from './forget-person';
import { personalTables } from './personal-tables';

const AIKO = '+819012345678';

test('what the event nodes saw last is forgotten with what was sent in the account’s name', async () => {
	const database = new DatabaseSync(':memory:');
	const store = new SqliteLedger(database);
	const account = {
		account: { businessAccountId: '1' },
		store: () => store,
	} as unknown as AccountNode;
	const secret = await store.hashKey();
	const [lastSeen, results] = personalTables;
	database.exec(`
		CREATE TABLE IF NOT EXISTS ${lastSeen!.table} (key TEXT, people TEXT);
		CREATE TABLE IF NOT EXISTS ${results!.table} (key TEXT, person TEXT);
		INSERT INTO ${lastSeen!.table} VALUES ('t-1', ' ${recipientHash(AIKO, secret)} ');
		INSERT INTO ${results!.table} VALUES ('r-1', '${recipientHash(AIKO, `${secret}/1`)}');
	`);
	expect(await forgetPerson(account, '+81 90-1234-5678')).toMatchObject({
		phone: '…5678',
		optedOut: false,
		removed: [
			{ what: 'last-seen', rows: 1 },
			{ what: 'notification-results', rows: 1 },
		],
		message:
			'Removed of …5678: 1 tickets, sessions and proposals seen last, 1 results of notifications.',
	});
	expect(database.prepare(`SELECT * FROM ${lastSeen!.table}`).all()).toEqual([]);
});
