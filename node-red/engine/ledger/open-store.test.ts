import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { NodeAPI } from 'node-red';
import { FILE_NAME, openStore } from './open-store';

const DAY = 24 * 60 * 60_000;
const run = promisify(execFile);

let userDir: string;
beforeEach(() => {
	userDir = mkdtempSync(path.join(os.tmpdir(), 'whatsapp-events-store-'));
});
afterEach(() => rmSync(userDir, { recursive: true, force: true }));

function open() {
	const reasons: string[] = [];
	const values = new Map<string, unknown>();
	const context = {
		get: (name: string, done: (error: unknown, value: unknown) => void) =>
			done(undefined, values.get(name)),
		set: (name: string, value: unknown, done: () => void) => {
			values.set(name, value);
			done();
		},
	};
	const RED = { settings: { userDir } } as NodeAPI;
	const store = openStore(RED, context as never, (why) => reasons.push(why));
	return { store, reasons };
}

describe('the store of deliveries', () => {
	test('is a file in the user directory, opened once per process', () => {
		const { store, reasons } = open();

		expect(store.kind).toBe('sqlite');
		expect(reasons).toEqual([]);
		expect(open().store).toBe(store);
	});

	test('sends nothing while a file that is there cannot be read, and goes on as soon as it can', async () => {
		const file = path.join(userDir, FILE_NAME);
		writeFileSync(file, 'not a database'.repeat(100));
		const { store, reasons } = open();

		expect(store.kind).toBe('sqlite');
		expect(reasons).toEqual([]);
		await expect(store.hashKey()).rejects.toThrow(/cannot be opened: .*file is not a database/);
		await expect(store.settle(['a'])).rejects.toThrow(/cannot be opened/);
		expect(() => store.ledger({ rememberMs: DAY })).toThrow(/cannot be opened/);

		rmSync(file);
		expect(await store.hashKey()).toMatch(/^[0-9a-f]{64}$/);
		expect(await store.ledger({ rememberMs: DAY }).claim(['a'])).toEqual(['claimed']);
	});

	test('is one store for all accounts, also while it cannot be read', () => {
		writeFileSync(path.join(userDir, FILE_NAME), 'not a database'.repeat(100));

		expect(open().store).toBe(open().store);
	});

	test('is the context where the file cannot be made', () => {
		rmSync(userDir, { recursive: true });
		const { store, reasons } = open();

		expect(store.kind).toBe('context');
		expect(reasons).toEqual([expect.stringContaining('unable to open database file')]);
	});

	// Nobody keeps root from writing.
	const asUser = process.getuid?.() === 0 ? test.skip : test;
	asUser('is the context where the file cannot be written', () => {
		writeFileSync(path.join(userDir, FILE_NAME), '');
		chmodSync(path.join(userDir, FILE_NAME), 0o400);

		expect(open().store.kind).toBe('context');
	});

	test('gives each key to one only of two processes that share the file', async () => {
		const engine = path.join(__dirname, '../../dist/engine');
		const script = `
			const { openStore } = require(${JSON.stringify(engine)});
			const RED = { settings: { userDir: ${JSON.stringify(userDir)} } };
			const ledger = openStore(RED, {}, console.error).ledger({ rememberMs: ${DAY} });
			(async () => {
				const claimed = [];
				for (let from = 0; from < 500; from += 10) {
					const keys = Array.from({ length: 10 }, (_, i) => 'key' + (from + i));
					const answers = await ledger.claim(keys);
					claimed.push(...keys.filter((_key, i) => answers[i] === 'claimed'));
				}
				console.log(JSON.stringify(claimed));
			})();`;
		const outputs = await Promise.all(
			[1, 2, 3].map(async () => await run(process.execPath, ['-e', script])),
		);
		const claimed = outputs.flatMap(({ stdout }) => JSON.parse(stdout) as string[]);

		expect(claimed).toHaveLength(500);
		expect(new Set(claimed).size).toBe(500);
	});
});
