import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SeenRow } from '../../../core/events/last-seen';
import { contextEventStore } from './context-event-store';
import { SEEN_DAYS, type EventStore } from './event-store';
import { sqliteEventStore } from './sqlite-event-store';

const DAY = 24 * 60 * 60_000;
let now: number;
let dir: string;
beforeEach(() => {
	now = 1_800_000_000_000;
	dir = mkdtempSync(path.join(os.tmpdir(), 'whatsapp-events-seen-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** A context store that keeps JSON and takes its time, as the one that writes files does. */
function slowContext() {
	const values = new Map<string, string>();
	return {
		get: (name: string, done: (error: unknown, value: unknown) => void) =>
			setImmediate(() =>
				done(null, values.has(name) ? JSON.parse(values.get(name) as string) : undefined),
			),
		set: (name: string, value: unknown, done: (error: unknown) => void) =>
			setImmediate(() => {
				values.set(name, JSON.stringify(value));
				done(null);
			}),
	} as never;
}

const kinds: Array<[string, () => () => EventStore]> = [
	[
		'a SQLite file',
		() => () =>
			sqliteEventStore(new DatabaseSync(path.join(dir, 'whatsapp-events.sqlite')), () => now),
	],
	[
		'the context',
		() => {
			const context = slowContext();
			return () => contextEventStore(context, () => now);
		},
	],
];

const row = (key: string, more: Partial<SeenRow> = {}): SeenRow => ({
	...{ key, about: 'order-1', kind: 'ticket', event: 'summit', state: '{"changes":0}' },
	...{ changedAt: '2026-11-22T10:00:00Z', people: ' a1 b2 ' },
	...more,
});

const keep = async (store: EventStore, ...rows: SeenRow[]) =>
	await store.compare([], () => ({ rows }));

const seen = async (store: EventStore, ...abouts: string[]) =>
	(await store.compare(abouts, (rows) => ({ rows: [], read: rows }))).read;

describe.each(kinds)('in %s', (_, prepare) => {
	let open: () => EventStore;
	beforeEach(() => (open = prepare()));

	test('rows outlive a restart, and come back by what they are about', async () => {
		const [one, other, third] = [row('t1'), row('t2'), row('t3', { about: 'order-2' })];
		await keep(open(), one, other, third);

		expect(await seen(open(), 'order-1')).toEqual([one, other]);
		expect(await seen(open(), 'order-1', 'order-2')).toEqual([one, other, third]);
		expect(await seen(open(), 'nothing')).toEqual([]);
		expect(await seen(open())).toEqual([]);
	});

	test('a row takes the place of the one with its key', async () => {
		const store = open();
		await keep(store, row('t1'));
		await keep(store, row('t1', { state: '{"changes":1}' }));

		expect(await seen(store, 'order-1')).toEqual([row('t1', { state: '{"changes":1}' })]);
	});

	test('of many at once each reads what the one before has written', async () => {
		const store = open();
		const count = async () =>
			await store.compare(['order-1'], ([known]) => {
				const changes = (JSON.parse(known?.state ?? '{"changes":0}') as { changes: number })
					.changes;
				return { rows: [row('t1', { state: JSON.stringify({ changes: changes + 1 }) })] };
			});
		await Promise.all(Array.from({ length: 20 }, count));

		expect((await seen(store, 'order-1'))[0]?.state).toBe('{"changes":20}');
	});

	test('a comparison that fails writes nothing, and the next one goes on', async () => {
		const store = open();
		const failing = store.compare(['order-1'], () => {
			throw new Error('unreadable');
		});
		await expect(failing).rejects.toThrow('unreadable');
		await keep(store, row('t1'));

		expect(await seen(store, 'order-1')).toHaveLength(1);
	});

	test('rows are forgotten half a year after they were looked at last', async () => {
		await keep(open(), row('t1'), row('old', { about: 'order-2' }));
		now += (SEEN_DAYS - 1) * DAY;
		expect(await seen(open(), 'order-1')).toHaveLength(1);
		now += 2 * DAY;

		expect(await seen(open(), 'order-1')).toHaveLength(1);
		expect(await seen(open(), 'order-2')).toEqual([]);
	});

	test('of each trigger and event the newest time is kept, and a name once known', async () => {
		const note = (at: number, eventName: string) => ({
			automation: 'attendee.registration_confirmed' as const,
			...{ event: 'summit', eventName, at },
		});
		await open().noteSent([note(2, 'Summit'), note(1, '')]);
		await open().noteSent([{ ...note(7, 'Other'), event: 'other' }]);

		const notes = await open().sent();
		expect(notes.sort((one, other) => one.at - other.at)).toEqual([
			note(2, 'Summit'),
			{ ...note(7, 'Other'), event: 'other' },
		]);
	});
});
