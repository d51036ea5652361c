import fc from 'fast-check';
import { MemoryLedger } from '../../ledger/memory-ledger';
import type { DeliveryOutcome } from '../../messages/outcome';
import { keyBaseOf } from '../notification-id';
import { nextChunk } from './next-chunk';
import { readRows } from './read-rows';
import type { ResultRow } from './result-row';
import { changeByOutcome, changesByStatus, withChange, type RowChange } from './row-change';

const at = '2026-12-01T03:00:00.000Z';
const BASE = keyBaseOf('conf-1');

const person = (index: number) => index.toString(16).padStart(20, '0');

const listOf = (count: number): ResultRow[] =>
	readRows(
		Array.from({ length: count }, (_, row) => ({
			...{ state: 'waiting', notification: 'conf-1', row, to: `+8190${10_000_000 + row}` },
			...{ deliveryKey: BASE, key: `${BASE}:${person(row)}` },
		})),
	);

/** A WhatsApp that takes every message and pays for so many of them. */
class Prepaid {
	readonly phones = new Map<string, number>();

	/** Failed and delivered statuses, told when somebody asks. */
	readonly told: Array<{ status: string; deliveryKey: string }> = [];

	constructor(private balance: number) {}

	take(key: string, to: string): void {
		const isPaid = this.balance > 0;
		this.told.push({ status: isPaid ? 'delivered' : 'failed', deliveryKey: key });
		if (!isPaid) return;
		this.balance--;
		this.phones.set(to, (this.phones.get(to) ?? 0) + 1);
	}

	buy(messages: number): void {
		this.balance += messages;
	}
}

const unpaid = [{ code: 131042, title: 'Business eligibility payment issue' }];

/** A status as often as WhatsApp likes, and an old one once more. */
const statusChanges = ({ status, deliveryKey }: { status: string; deliveryKey: string }) =>
	changesByStatus({ status, deliveryKey, ...(status === 'failed' ? { errors: unpaid } : {}) }, at);

describe('a notification whose money runs out', () => {
	it('reaches everybody exactly once in the end, however often it is resumed and told', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.record({
					count: fc.integer({ min: 1, max: 30 }),
					balance: fc.integer({ min: 0, max: 30 }),
					chunk: fc.integer({ min: 1, max: 10 }),
					buys: fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 4 }),
					repeats: fc.integer({ min: 1, max: 3 }),
					statusesFirst: fc.boolean(),
				}),
				async ({ count, balance, chunk, buys, repeats, statusesFirst }) => {
					const whatsApp = new Prepaid(balance);
					const ledger = new MemoryLedger();
					let rows = listOf(count);
					const write = (changes: RowChange[]) => {
						for (const change of changes) rows = rows.map((row) => withChange(row, change));
					};
					const tell = () => {
						for (let i = 0; i < repeats; i++)
							whatsApp.told.forEach((one) => write(statusChanges(one)));
					};
					const run = async () => {
						rows = rows.map((row) =>
							row.state === 'unsent' ? { ...row, state: 'waiting', step: 0 } : row,
						);
						for (;;) {
							const next = nextChunk(rows, { size: chunk, now: Date.parse(at) });
							if (next.chunk.length === 0) return;
							const outcomes: RowChange[] = [];
							for (const { key, to, deliveryKey } of next.chunk) {
								const full = `${deliveryKey}:${key.split(':').at(-1)}`;
								const [claim] = await ledger.claim([full]);
								if (claim === 'claimed') {
									whatsApp.take(full, to);
									await ledger.settle([full]);
								}
								const outcome = claim === 'claimed' ? 'accepted' : 'duplicate';
								outcomes.push(
									changeByOutcome(key, { outcome, message: '' } as DeliveryOutcome, at),
								);
							}
							if (statusesFirst) tell();
							write(outcomes);
							if (!statusesFirst) tell();
						}
					};
					await run();
					for (const bought of [...buys, count]) {
						whatsApp.buy(bought);
						await run();
						expect(Math.max(0, ...whatsApp.phones.values())).toBeLessThanOrEqual(1);
					}
					expect(whatsApp.phones.size).toBe(count);
					expect(rows.every(({ state }) => state === 'delivered')).toBe(true);
				},
			),
			{ numRuns: 200 },
		);
	});
});
