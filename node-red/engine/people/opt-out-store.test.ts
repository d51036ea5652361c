import { DatabaseSync } from 'node:sqlite';
import { jsonContext } from '../testing/json-context';
import { contextOptOutStore } from './context-opt-out-store';
import type { StoredOptOut } from './opt-out-store';
import { forgetInContext, forgetInFile, personalTables } from './personal-tables';
import { sqliteOptOutStore } from './sqlite-opt-out-store';

const said = (choice: 'stop' | 'start', since: number, person = 'aiko'): StoredOptOut => ({
	...{ choice, since, person },
	by: 'word',
	businessAccountId: '1',
});

describe.each([
	['a SQLite file', () => sqliteOptOutStore(new DatabaseSync(':memory:'))],
	['the context', () => contextOptOutStore(jsonContext())],
])('who opted out, in %s', (_, open) => {
	it('is known by their last word, in whatever order the words come', async () => {
		const store = open();
		await store.record([said('stop', 10_000)]);
		expect(await store.has('aiko')).toBe(true);
		expect(await store.has('ken')).toBe(false);
		await store.record([said('start', 20_000)]);
		expect(await store.has('aiko')).toBe(false);
		await store.record([said('stop', 15_000)]);
		expect(await store.has('aiko')).toBe(false);
	});

	it('is the later of two wishes within a second, which WhatsApp does not tell apart', async () => {
		const store = open();
		await store.record([said('start', 20_900)]);
		await store.record([said('stop', 20_000)]);
		expect(await store.has('aiko')).toBe(true);
	});

	it('is counted by account, without those who came back', async () => {
		const store = open();
		const other = { ...said('stop', 1, 'mari'), businessAccountId: '2' };
		await store.record([said('stop', 1), said('stop', 1, 'ken'), said('start', 2, 'ken'), other]);
		expect(await store.count('1')).toBe(1);
		expect(await store.count('3')).toBe(0);
	});

	it('is kept of many at a time', async () => {
		const store = open();
		const people = Array.from({ length: 50 }, (_one, index) => `person-${index}`);
		await Promise.all(people.map(async (person) => await store.record([said('stop', 1, person)])));
		expect(await store.count('1')).toBe(50);
	});
});

describe('forgetting a person', () => {
	const [lastSeen, results] = personalTables;
	const whom = { person: 'aiko', hashKey: 'secret' };

	it('removes their rows from a file, and nobody else’s', () => {
		const database = new DatabaseSync(':memory:');
		database.exec(`
			CREATE TABLE ${lastSeen!.table} (key TEXT, people TEXT);
			CREATE TABLE ${results!.table} (run TEXT, person TEXT);
			INSERT INTO ${lastSeen!.table} VALUES ('t-1', ' aiko '), ('s-1', ' ken aiko '),
				('t-2', ' ken '), ('t-3', ''), ('t-4', NULL), ('t-5', ' aikoko ');
			INSERT INTO ${results!.table} VALUES ('r', 'aiko'), ('r', 'ken'), ('q', 'aiko');
		`);
		expect(forgetInFile(database, whom)).toEqual([
			{ what: 'last-seen', rows: 2 },
			{ what: 'notification-results', rows: 2 },
			{ what: 'waiting', rows: 0 },
		]);
		const left = (table: string) => database.prepare(`SELECT * FROM ${table}`).all();
		expect(left(lastSeen!.table)).toHaveLength(4);
		expect(left(results!.table)).toEqual([{ run: 'r', person: 'ken' }]);
		expect(forgetInFile(database, whom).map(({ rows }) => rows)).toEqual([0, 0, 0]);
	});

	it('says 0 of tables nothing has used yet', () => {
		const forgotten = forgetInFile(new DatabaseSync(':memory:'), whom);
		expect(forgotten.map(({ rows }) => rows)).toEqual([0, 0, 0]);
	});

	it.each([
		['a list', [{ people: ' aiko ken ' }, { people: ' ken ' }], [{ people: ' ken ' }]],
		['an object', { a: { people: ' aiko ' }, b: { people: ' ken ' } }, { b: { people: ' ken ' } }],
	])('removes their rows from %s in the context', async (_what, rows, left) => {
		const context = jsonContext();
		context.set(lastSeen!.contextName, rows, () => undefined);
		const forgotten = await forgetInContext(context, whom);
		expect(forgotten[0]).toEqual({ what: 'last-seen', rows: 1 });
		context.get(lastSeen!.contextName, (_error, value) => expect(value).toEqual(left));
	});
});
