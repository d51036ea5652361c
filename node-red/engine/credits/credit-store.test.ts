import { DatabaseSync } from 'node:sqlite';
import type { Purchase } from '../../../core/credits/purchases/purchase';
import { jsonContext } from '../testing/json-context';
import { contextCreditStore } from './context-credit-store';
import { LEFT_MS, WAITING_MS, type CreditStore, type WaitingMessage } from './credit-store';
import { sqliteCreditStore } from './sqlite-credit-store';

const bought = (paymentId: string, more: Partial<Purchase> = {}): Purchase => ({
	...{ paymentId, credits: 40, amount: 80, currency: 'USD', by: 'stripe' },
	paidAt: '2026-11-01T10:00:00.000Z',
	...more,
});

const NOW = 1_800_000_000_000;

const kept = (key: string, more: Partial<WaitingMessage> = {}): WaitingMessage => ({
	...{ key, person: 'aiko', node: 'send', state: 'waiting', request: '{"to":"+81"}' },
	...{ reason: 'refused', message: 'No money', since: NOW },
	...more,
});

describe.each([
	['a SQLite file', () => new DatabaseSync(':memory:'), sqliteCreditStore],
	['the context', jsonContext, contextCreditStore],
])('credits in %s', (_, place, open) => {
	let now: number;
	let store: CreditStore;
	let again: () => CreditStore;
	beforeEach(() => {
		now = NOW;
		const where = place();
		again = () => (open as typeof contextCreditStore)(where as never, () => now);
		store = again();
	});

	const keysOf = async (node = 'send') => (await store.waiting.of(node)).map(({ key }) => key);

	test('a payment is booked once, by account', async () => {
		expect(await store.purchases.book('1', bought('pi_1'))).toBe(true);
		expect(await store.purchases.book('1', bought('pi_1', { credits: 999 }))).toBe(false);
		expect(await store.purchases.book('2', bought('pi_1'))).toBe(true);
		await store.purchases.book('1', bought('pi_2', { paidAt: '2026-11-02T10:00:00.000Z' }));

		expect(await again().purchases.all('1')).toEqual([
			bought('pi_2', { paidAt: '2026-11-02T10:00:00.000Z' }),
			bought('pi_1'),
		]);
	});

	test('what was removed stays removed when Stripe tells of it once more', async () => {
		await store.purchases.book('1', bought('pi_1'));
		expect(await store.purchases.remove('1', 'pi_1')).toBe(true);
		expect(await store.purchases.remove('1', 'pi_1')).toBe(false);
		expect(await store.purchases.book('1', bought('pi_1'))).toBe(false);
		expect(await store.purchases.all('1')).toEqual([]);
	});

	test('what waits comes in its order, each node for itself, and outlives a restart', async () => {
		await store.waiting.put([kept('b', { since: NOW + 2 }), kept('a'), kept('c', { node: 'x' })]);

		expect((await again().waiting.of('send')).map(({ key }) => key)).toEqual(['a', 'b']);
		await store.waiting.remove(['a']);
		expect(await keysOf()).toEqual(['b']);
	});

	test('what has left waits again where it failed for the account, and is forgotten otherwise', async () => {
		const left = { state: 'left', messageId: 'wamid.1' } as const;
		await store.waiting.put([kept('a', left), kept('b', left), kept('c', left)]);
		expect(await keysOf()).toEqual([]);
		const failed = { reason: 'refused', message: 'Paid for by nobody' };
		const news = [
			{ key: 'a', messageId: 'wamid.1', failed },
			{ key: 'b', messageId: 'wamid.1' },
			{ key: 'c', messageId: 'wamid.other', failed },
			{ key: 'nobody', messageId: 'wamid.1', failed },
		];

		expect(await store.waiting.hear(news)).toEqual([kept('a', { message: 'Paid for by nobody' })]);
		expect(await keysOf()).toEqual(['a']);
		// Told again after it was sent again: of the earlier message.
		await store.waiting.put([kept('a', { state: 'left', messageId: 'wamid.2' })]);
		expect(await store.waiting.hear(news)).toEqual([]);
	});

	test('numbers and values are not kept for longer than said', async () => {
		await store.waiting.put([kept('a'), kept('b', { state: 'left', messageId: 'w' })]);
		now += LEFT_MS + 1;
		await store.waiting.of('send');
		const failed = { reason: 'refused', message: '' };
		expect(await store.waiting.hear([{ key: 'b', messageId: 'w', failed }])).toEqual([]);
		now = NOW + WAITING_MS + 1;
		expect(await keysOf()).toEqual(['a']);
		now += LEFT_MS;
		expect(await keysOf()).toEqual([]);
	});

	test('an alert is news once, until it is over', async () => {
		expect(await store.alerts.once('1', 'ban')).toBe(true);
		expect(await again().alerts.once('1', 'ban')).toBe(false);
		expect(await store.alerts.once('2', 'ban')).toBe(true);
		expect(await store.alerts.open('1')).toEqual(['ban']);
		expect(await store.alerts.over('1', 'ban')).toBe(true);
		expect(await store.alerts.over('1', 'ban')).toBe(false);
		expect(await store.alerts.once('1', 'ban')).toBe(true);
	});
});
