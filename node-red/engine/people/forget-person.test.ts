import { DatabaseSync } from 'node:sqlite';
import { aboutsOf, compareWithSeen, type SeenRow } from '../../../core/events/last-seen';
import type { Notice } from '../../../core/events/notice';
import { recipientHash } from '../../../core/messages/delivery-key';
import type { AccountNode } from '../account-node';
import { ContextLedger } from '../ledger/context-ledger';
import { SqliteLedger } from '../ledger/sqlite-ledger';
import { jsonContext } from '../testing/json-context';
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
	const [lastSeen, results, waiting] = personalTables;
	database.exec(`
		CREATE TABLE IF NOT EXISTS ${lastSeen!.table} (key TEXT, people TEXT);
		CREATE TABLE IF NOT EXISTS ${results!.table} (key TEXT, person TEXT);
		INSERT INTO ${lastSeen!.table} VALUES ('t-1', ' ${recipientHash(AIKO, secret)} ');
		INSERT INTO ${results!.table} VALUES ('r-1', '${recipientHash(AIKO, `${secret}/1`)}');
		CREATE TABLE ${waiting!.table} (key TEXT, person TEXT);
		INSERT INTO ${waiting!.table} VALUES ('w-1', '${recipientHash(AIKO, `${secret}/1`)}'), ('w-2', 'ken');
	`);
	expect(await forgetPerson(account, '+81 90-1234-5678')).toMatchObject({
		phone: '…5678',
		optedOut: false,
		removed: [
			{ what: 'last-seen', rows: 1 },
			{ what: 'notification-results', rows: 1 },
			{ what: 'waiting', rows: 1 },
		],
		message:
			'Removed of …5678: 1 tickets, sessions and proposals seen last, 1 results of notifications, 1 messages that wait for the account.',
	});
	expect(database.prepare(`SELECT * FROM ${lastSeen!.table}`).all()).toEqual([]);
});

describe.each([
	['SQLite', () => new SqliteLedger(new DatabaseSync(':memory:'))],
	['the global context', () => new ContextLedger(jsonContext())],
])('a speaker among others, in %s', (_case, open) => {
	const [aiko, ken] = [
		{ id: 's1', name: 'Aiko Tanaka', firstName: 'Aiko', phone: '090-1234-5678' },
		{ id: 's2', name: 'Ken Sato', firstName: 'Ken', phone: '+81 80-9876-5432' },
	];
	let minute = 0;
	const answer = (): Notice => ({
		id: `pretalx/${minute}`,
		...{ source: 'pretalx', type: 'session.updated', test: false },
		occurredAt: new Date(Date.UTC(2026, 10, 22, 10, minute++)).toISOString(),
		event: { id: 'conf', name: 'Conf' },
		session: { id: 'a', title: 'Talk' },
		speakers: [aiko, ken],
	});

	it('is forgotten, and the others are not told once more that they were added', async () => {
		const store = open();
		const hashKey = await store.hashKey();
		const compare = async (notice: Notice) => {
			let before: SeenRow[] = [];
			const hash = (text: string) => recipientHash(text, hashKey);
			const { notices } = await store.events().compare(aboutsOf([notice]), (rows) => {
				before = rows;
				return compareWithSeen([notice], rows, { hash, defaultCountry: 'JP' });
			});
			return { notices, before };
		};
		await compare(answer());
		const account = { account: { businessAccountId: '1' }, store: () => store };
		const told = await forgetPerson(account as unknown as AccountNode, '090-1234-5678', 'JP');
		expect(told.removed).toContainEqual({ what: 'last-seen', rows: 1 });

		const { notices, before } = await compare(answer());
		expect(notices).toEqual([]);
		expect(JSON.stringify(before)).toContain('Ken Sato');
		expect(JSON.stringify(before)).not.toMatch(/Tanaka|1234-5678/);
	});
});
