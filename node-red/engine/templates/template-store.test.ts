import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { jsonContext } from '../testing/json-context';
import { contextTemplateStore } from './context-template-store';
import { sqliteTemplateStore } from './sqlite-template-store';
import { MARK_DAYS, type TemplateStore, type WaitingTemplate } from './template-store';

const DAY = 24 * 60 * 60_000;
let now = 1_800_000_000_000;
let dir: string;
beforeEach(() => (dir = mkdtempSync(path.join(os.tmpdir(), 'whatsapp-events-templates-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const kinds: Array<[string, () => () => TemplateStore]> = [
	[
		'a SQLite file',
		() => () =>
			sqliteTemplateStore(new DatabaseSync(path.join(dir, 'whatsapp-events.sqlite')), () => now),
	],
	[
		'the context',
		() => {
			const context = jsonContext();
			return () => contextTemplateStore(context, () => now);
		},
	],
];

const definition = (name: string, language = 'en', body = 'Hello there') => ({
	...{ name, language, body },
	category: 'UTILITY' as const,
});

const waiting = (name: string, more: Partial<WaitingTemplate> = {}): WaitingTemplate => ({
	...{ nodeId: 'node', name, language: 'en', since: now, nextAt: now + 1, until: now + 2 },
	...{ tries: 0, result: { outcome: 'created' }, msg: { topic: 'a' } },
	...more,
});

describe.each(kinds)('in %s', (_, prepare) => {
	let open: () => TemplateStore;
	beforeEach(() => (open = prepare()));

	test('marks outlive a restart, and are forgotten when they say nothing any more', async () => {
		await open().marks.add(['edit/1', 'edit/2']);
		now += (MARK_DAYS - 1) * DAY;
		await open().marks.add(['edit/2']);

		expect(await open().marks.known(['edit/1', 'edit/2', 'edit/3'])).toEqual(
			new Set(['edit/1', 'edit/2']),
		);
		now += 2 * DAY;
		await open().marks.add(['edit/4']);
		expect(await open().marks.known(['edit/1', 'edit/2'])).toEqual(new Set(['edit/2']));
	});

	test('drafts are kept by account, name and language; the newest wins', async () => {
		const { drafts } = open();
		await drafts.save('1', definition('b'));
		await drafts.save('1', definition('a', 'ja'));
		await drafts.save('1', definition('b', 'en', 'Hello again'));
		await drafts.save('2', definition('c'));

		expect(await open().drafts.all('1')).toEqual([
			{ definition: definition('a', 'ja'), savedAt: now },
			{ definition: definition('b', 'en', 'Hello again'), savedAt: now },
		]);
		expect(await drafts.remove('1', 'b', 'en')).toBe(true);
		expect(await drafts.remove('1', 'b', 'en')).toBe(false);
		expect((await open().drafts.all('1')).map((draft) => draft.definition.name)).toEqual(['a']);
		expect(await open().drafts.all('2')).toHaveLength(1);
	});

	test('what waits is kept whole, by node; the newest message of a template wins', async () => {
		const { waits } = open();
		await waits.put([waiting('a'), waiting('b'), waiting('a', { nodeId: 'other' })]);
		await waits.put([waiting('a', { tries: 3, told: { recommendation: 'Shorter' } })]);

		const kept = await open().waits.of('node');
		expect(kept.map(({ name }) => name).sort()).toEqual(['a', 'b']);
		expect(kept).toContainEqual(waiting('a', { tries: 3, told: { recommendation: 'Shorter' } }));
		await waits.remove([waiting('a')]);
		expect((await open().waits.of('node')).map(({ name }) => name)).toEqual(['b']);
		await waits.removeAll('node');
		expect(await open().waits.of('node')).toEqual([]);
		expect(await open().waits.of('other')).toHaveLength(1);
	});

	test('changes of one moment do not take each other back', async () => {
		const { drafts } = open();
		await Promise.all(
			Array.from({ length: 20 }, async (_, at) => await drafts.save('1', definition(`t_${at}`))),
		);
		expect(await open().drafts.all('1')).toHaveLength(20);
	});
});
