import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describeLedger } from '../../../core/testing/ledger-contract';
import { SqliteLedger } from './sqlite-ledger';

const DAY = 24 * 60 * 60_000;
const remembered = { rememberMs: 90 * DAY };

let folder: string;
let now: number;
beforeEach(() => {
	folder = mkdtempSync(path.join(os.tmpdir(), 'whatsapp-events-ledger-'));
	now = Date.now();
});
afterEach(() => rmSync(folder, { recursive: true }));

const connect = (name = 'deliveries.sqlite') => new DatabaseSync(path.join(folder, name));
const open = (name?: string) => new SqliteLedger(connect(name), () => now);

describeLedger('the SQLite ledger', () => open().ledger(remembered), {
	// A new connection knows nothing of what the first one has in flight.
	afterCrash: () => open().ledger(remembered),
});

describe('the SQLite ledger', () => {
	test('writes claims of one moment together, each answered by itself', async () => {
		const database = connect();
		const ledger = new SqliteLedger(database).ledger(remembered);
		const exec = jest.spyOn(database, 'exec');

		const answers = await Promise.all([
			ledger.claim(['a', 'b']),
			ledger.claim(['b', 'c']),
			ledger.claim([]),
		]);

		expect(answers).toEqual([['claimed', 'claimed'], ['duplicate', 'claimed'], []]);
		expect(exec.mock.calls.filter(([sql]) => sql.startsWith('BEGIN'))).toHaveLength(1);
	});

	test('gives a key away again when it has expired, and not before', async () => {
		const ledger = open().ledger({ rememberMs: 1000 });
		await ledger.claim(['settled', 'left']);
		await ledger.settle(['settled']);
		await ledger.leaveUnsettled(['left']);

		now += 999;
		expect(await ledger.claim(['settled', 'left'])).toEqual(['duplicate', 'unknown']);
		now += 1;
		expect(await ledger.claim(['settled', 'left'])).toEqual(['claimed', 'claimed']);
	});

	test('does not give away what is under way, however long ago it was claimed', async () => {
		const ledger = open().ledger({ rememberMs: 1000 });
		await ledger.claim(['a']);
		now += 5000;

		expect(await ledger.claim(['a'])).toEqual(['duplicate']);
	});

	test('takes expired deliveries out of the file', async () => {
		const database = connect();
		const store = new SqliteLedger(database, () => now);
		const short = store.ledger({ rememberMs: 1000 });
		await short.claim(['a', 'b']);
		await short.settle(['a', 'b']);
		await store.ledger(remembered).claim(['c']);
		now += DAY;
		await short.claim(['d']);

		const left = database.prepare('SELECT key FROM deliveries ORDER BY key').all();
		expect(left.map(({ key }) => key)).toEqual(['c', 'd']);
	});

	test('sends again what was sent when it is asked to, and never what is under way', async () => {
		const store = open();
		const ledger = store.ledger(remembered);
		await ledger.claim(['sent', 'left', 'under way']);
		await ledger.settle(['sent']);
		await ledger.leaveUnsettled(['left']);

		const again = store.ledger({ ...remembered, sendAgain: true });
		expect(await again.claim(['sent', 'left', 'under way'])).toEqual([
			'claimed',
			'claimed',
			'duplicate',
		]);
		expect(await again.claim(['sent', 'sent'])).toEqual(['duplicate', 'duplicate']);
	});

	test('makes a duplicate of what was unknown when a status comes in', async () => {
		const store = open();
		const ledger = store.ledger(remembered);
		await ledger.claim(['a']);
		await ledger.leaveUnsettled(['a']);

		await store.settle(['a', 'nobody claimed this']);

		expect(await ledger.claim(['a'])).toEqual(['duplicate']);
		expect(await ledger.claim(['nobody claimed this'])).toEqual(['claimed']);
	});

	test('keeps the hash key for as long as the file is there', async () => {
		const first = open();
		const key = await first.hashKey();

		expect(key).toMatch(/^[0-9a-f]{64}$/);
		expect(await first.hashKey()).toBe(key);
		expect(await open().hashKey()).toBe(key);
		expect(await open('another.sqlite').hashKey()).not.toBe(key);
	});

	test('gives a key to one of two connections, and tells the other that it is open', async () => {
		const ours = open().ledger(remembered);
		const theirs = open().ledger(remembered);

		expect(await ours.claim(['a'])).toEqual(['claimed']);
		expect(await theirs.claim(['a'])).toEqual(['unknown']);
		await ours.settle(['a']);
		expect(await theirs.claim(['a'])).toEqual(['duplicate']);
	});

	test('takes back the claims of a moment that could not be written', async () => {
		const database = connect();
		database.exec('PRAGMA busy_timeout = 0');
		const ledger = new SqliteLedger(database).ledger(remembered);
		database.exec('PRAGMA busy_timeout = 0');
		const other = connect();
		other.exec('BEGIN IMMEDIATE');

		await expect(ledger.claim(['a'])).rejects.toThrow('database is locked');
		other.exec('COMMIT');

		expect(await ledger.claim(['a'])).toEqual(['claimed']);
	});

	test('rolls a failed moment back, and goes on with the next', async () => {
		const database = connect();
		// As on Node.js 22.13, which does not tell whether a transaction is open.
		const older = new Proxy(database, {
			get(target, name) {
				const value = name === 'isTransaction' ? undefined : Reflect.get(target, name);
				return typeof value === 'function' ? value.bind(target) : value;
			},
		});
		const ledger = new SqliteLedger(older).ledger(remembered);
		database.exec(`CREATE TRIGGER full_disk BEFORE INSERT ON deliveries WHEN NEW.key = 'b'
			BEGIN SELECT RAISE(ABORT, 'disk is full'); END`);

		await expect(ledger.claim(['a', 'b'])).rejects.toThrow('disk is full');

		expect(await ledger.claim(['a', 'c'])).toEqual(['claimed', 'claimed']);
	});

	test('refuses claims when its file is gone, instead of ending the process', async () => {
		const database = connect();
		const ledger = new SqliteLedger(database).ledger(remembered);
		database.close();

		await expect(ledger.claim(['a'])).rejects.toThrow('database is not open');
		await expect(ledger.settle(['a'])).rejects.toThrow('database is not open');
	});
});
