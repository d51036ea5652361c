import { DatabaseSync } from 'node:sqlite';
import { changeByOutcome, changesByStatus, type ResultRow } from '../../../core/notifications';
import { jsonContext } from '../testing/json-context';
import { contextNotificationStore } from './context-notification-store';
import { personOf, RESULT_DAYS, type NotificationStore } from './notification-store';
import { sqliteNotificationStore } from './sqlite-notification-store';

const hashOf = (row: number) => String(row).padStart(20, 'a');

const rowOf = (row: number, more: Partial<ResultRow> = {}): ResultRow => ({
	...{ notification: 'doors', key: `doors:notification:1:${hashOf(row)}`, row },
	...{ state: 'waiting', step: 0, to: `+8190123400${String(row).padStart(2, '0')}` },
	...{ name: `Guest ${row}`, ticketType: '', template: 'badge', language: 'en' },
	...{ category: 'UTILITY', variables: '{"first_name":"Ann"}', deliveryKey: 'doors' },
	...{ country: 'JP', price: 0.01, timeZone: '', reason: '', code: '', message: '' },
	...{ whatToDo: '', messageId: '', at: '2026-11-01T00:00:00.000Z' },
	...more,
});

const status = (row: number, name: string) =>
	changesByStatus({ deliveryKey: rowOf(row).key, status: name }, '2026-11-02T00:00:00.000Z')[0]!;

describe.each([
	['a SQLite file', () => sqliteNotificationStore(new DatabaseSync(':memory:'))],
	['the context', () => contextNotificationStore(jsonContext())],
])('the people of a notification, in %s', (_, open) => {
	let store: NotificationStore;
	const states = async () => (await store.rows('doors')).map(({ row, state }) => `${row} ${state}`);
	beforeEach(async () => {
		store = open();
		await store.replace('doors', [rowOf(2), rowOf(1), rowOf(3)]);
	});

	test('come in the order of the list, each notification for itself', async () => {
		await store.replace('other', [rowOf(9, { notification: 'other', key: 'other:x' })]);

		expect(await states()).toEqual(['1 waiting', '2 waiting', '3 waiting']);
	});

	test('keep their number and values until the message has left', async () => {
		expect((await store.rows('doors'))[0]).toEqual(rowOf(1));
		await store.change([status(1, 'delivered')]);

		expect((await store.rows('doors'))[0]).toMatchObject({
			...{ state: 'delivered', to: '…0001', variables: '{}', name: 'Guest 1' },
		});
	});

	test('are changed by what is newer only, whatever the order', async () => {
		await store.change([status(1, 'read'), status(1, 'sent'), status(2, 'failed')]);
		await store.change([status(1, 'delivered'), status(7, 'read')]);

		expect(await states()).toEqual(['1 read', '2 failed', '3 waiting']);
	});

	test('who got it stay when a new list is checked, all others go', async () => {
		await store.change([status(1, 'sent')]);
		await store.replace('doors', [rowOf(1), rowOf(4), rowOf(5, { state: 'left_out', step: 1 })]);

		expect(await states()).toEqual(['1 sent', '4 waiting', '5 left_out']);
	});

	test('wait again where nothing has left', async () => {
		const unsent = { state: 'unsent', reason: 'token_refused', message: 'No' } as const;
		await store.replace('doors', [rowOf(1, unsent), rowOf(2)]);

		expect(await store.resume('doors')).toBe(1);
		expect(await store.rows('doors')).toEqual([rowOf(1), rowOf(2)]);
		expect(await store.resume('doors')).toBe(0);
	});

	describe('that were accepted and could not be paid', () => {
		const second = `doors:notification:2:${hashOf(1)}`;
		const unpaid = () => {
			const errors = [{ code: 131042, title: 'Business eligibility payment issue' }];
			const failed = { deliveryKey: rowOf(1).key, status: 'failed', errors };
			return changesByStatus(failed, new Date().toISOString());
		};
		beforeEach(async () => {
			const outcome = { outcome: 'accepted', message: '' } as const;
			const at = new Date().toISOString();
			await store.change([changeByOutcome(rowOf(1).key, outcome, at)]);
			await store.change([...unpaid(), ...unpaid()]);
		});

		test('keep number and values, and wait under another key when somebody resumes', async () => {
			const [row] = await store.rows('doors');
			expect(row).toMatchObject({ key: second, state: 'unsent', reason: 'no_credit' });
			expect(await store.resume('doors')).toBe(1);
			expect((await store.rows('doors'))[0]).toMatchObject({
				...{ key: second, state: 'waiting', to: rowOf(1).to, variables: rowOf(1).variables },
			});
		});

		test('are not touched by what is told of the first attempt', async () => {
			await store.resume('doors');
			await store.change([status(1, 'delivered'), ...unpaid()]);
			expect((await store.rows('doors'))[0]).toMatchObject({ key: second, state: 'waiting' });
		});

		test('stay at their attempt when the list is checked again, and stand in it once', async () => {
			await store.replace('doors', [rowOf(1), rowOf(2)]);
			expect((await store.rows('doors')).map(({ key }) => key)).toEqual([second, rowOf(2).key]);
			await store.change([{ ...status(1, 'delivered'), key: second, newKey: second }]);
			await store.replace('doors', [rowOf(1), rowOf(2)]);
			expect(await states()).toEqual(['1 delivered', '2 waiting']);
		});
	});

	test('how it stands is kept by ID', async () => {
		expect(await store.standing('doors')).toBeUndefined();
		const standing = { progress: 'checked', message: 'Two of three', at: 'now' } as const;
		await store.stand('doors', standing);
		await store.stand('other', { ...standing, progress: 'sending' });

		expect(await store.standing('doors')).toEqual(standing);
	});
});

test('what is older than it may be is gone when the file is opened again', async () => {
	const database = new DatabaseSync(':memory:');
	const day = 24 * 60 * 60_000;
	const at = (days: number) => sqliteNotificationStore(database, () => days * day);
	await at(0).replace('doors', [rowOf(1)]);
	await at(0).stand('doors', { progress: 'finished', message: '', at: '' });

	expect(await at(RESULT_DAYS - 1).rows('doors')).toHaveLength(1);
	expect(await at(RESULT_DAYS + 1).rows('doors')).toEqual([]);
	expect(await at(RESULT_DAYS + 1).standing('doors')).toBeUndefined();
});

test('the number of an accepted message is forgotten after a week without news', async () => {
	const database = new DatabaseSync(':memory:');
	const began = Date.parse('2026-11-01T00:00:00Z');
	const at = (days: number) => sqliteNotificationStore(database, () => began + days * 86_400_000);
	await at(0).replace('doors', [rowOf(1)]);
	const outcome = { outcome: 'accepted', message: '' } as const;
	await at(0).change([changeByOutcome(rowOf(1).key, outcome, new Date(began).toISOString())]);

	expect((await at(6).rows('doors'))[0]?.to).toBe(rowOf(1).to);
	expect((await at(8).rows('doors'))[0]).toMatchObject({ to: '…0001', variables: '{}' });
});

test.each([
	[rowOf(1).key, hashOf(1)],
	[`doors:left-out:3:${hashOf(3)}`, hashOf(3)],
	['doors:left-out:3', ''],
])('a row %s is of the person %s', (key, person) => {
	expect(personOf({ key })).toBe(person);
});
