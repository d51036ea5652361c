import { runBatch, startBatch, tally } from '../testing/batch-run';
import { DurableLedger } from '../testing/durable-ledger';
import { refusal } from '../testing/scripted-transport';
import { TransportError } from '../ports';

const noAnswer = new TransportError('no answer came in time', { left: true, code: 'ETIMEDOUT' });

describe('a batch', () => {
	it('sends each delivery once and reports it once', async () => {
		const run = await runBatch({ count: 100 });
		expect(tally(run)).toEqual({ accepted: 100 });
		expect(run.reports.every((reports) => reports.length === 1)).toBe(true);
		expect(run.sent).toEqual(Array.from({ length: 100 }, (_, i) => `k${i}`));
	});

	it('tells of an accepted message who got it, masked, and under which id', async () => {
		const run = await runBatch({ count: 1 });
		expect(run.outcomes()).toEqual([
			{
				outcome: 'accepted',
				message: expect.stringContaining('accepted'),
				messageId: 'wamid.k0',
				messageStatus: 'accepted',
				waId: '16505551234',
				recipient: '…0000',
				template: 'registration',
				language: 'en',
				deliveryKey: 'k0',
			},
		]);
	});

	it('of nothing ends at once', async () => {
		const run = await runBatch({ count: 0 });
		expect(run.ledger.calls).toEqual([]);
	});

	it.each([0, -3, Number.NaN])(
		'goes one by one where the concurrency is %p',
		async (concurrency) => {
			const run = await runBatch({ count: 5, concurrency });
			expect(tally(run)).toEqual({ accepted: 5 });
			expect(run.mostInFlight()).toBe(1);
		},
	);

	it.each([1, 2, 3, 4, 5, 7, 20, 50])(
		'never has more than %i requests or claims open',
		async (concurrency) => {
			const run = await runBatch({ count: 200, concurrency, perSecond: 1000, latencyMs: 300 });
			expect(tally(run)).toEqual({ accepted: 200 });
			expect(run.mostInFlight()).toBeLessThanOrEqual(concurrency);
			expect(run.ledger.mostOpen).toBeLessThanOrEqual(concurrency);
			expect(run.ledger.open.size).toBe(0);
		},
	);

	it('reports what was refused before sending, and goes on', async () => {
		const run = await runBatch({
			count: 10,
			prepare: (index) => {
				if (index === 3) return { outcome: 'skipped', reason: 'phone_invalid', message: 'bad' };
				if (index === 7) throw new Error('The expression failed');
				return undefined;
			},
		});
		expect(tally(run)).toEqual({ accepted: 8, skipped: 2 });
		expect(run.reports[7]).toMatchObject([
			{ reason: 'input_invalid', message: 'The expression failed' },
		]);
		expect(run.ledger.keysOf('claim')).not.toContain('k3');
	});
});

describe('the ledger of a batch', () => {
	it('is asked before a message leaves, and told after its answer', async () => {
		const events: string[] = [];
		await runBatch({
			count: 40,
			answer: ({ key }) => {
				events.push(`send ${key}`);
				return { body: { messages: [{ id: `wamid.${key}` }] } };
			},
			beforeLedger: (call, keys) => void events.push(...keys.map((key) => `${call} ${key}`)),
		});
		for (let i = 0; i < 40; i++) {
			const order = ['claim', 'send', 'settle'].map((what) => events.indexOf(`${what} k${i}`));
			expect(order).toEqual([...order].sort((a, b) => a - b));
			expect(Math.min(...order)).toBeGreaterThanOrEqual(0);
		}
	});

	it('is called in chunks, not once per message', async () => {
		const run = await runBatch({ count: 1000, concurrency: 50, perSecond: 1000 });
		const calls = run.ledger.calls.filter(({ call }) => call === 'claim').length;
		expect(calls).toBeLessThanOrEqual(1000 / 12 + 1);
		expect(run.ledger.calls.length).toBeLessThanOrEqual(calls * 2.5);
	});

	it('hears how each claim ended: settled, released or left unsettled', async () => {
		const run = await runBatch({
			count: 4,
			answer: ({ key }) =>
				key === 'k1'
					? refusal(131026)
					: key === 'k2'
						? noAnswer
						: { body: { messages: [{ id: 'x' }] } },
		});
		expect(tally(run)).toEqual({ accepted: 2, rejected: 1, unknown: 1 });
		expect(run.ledger.keysOf('settle').sort()).toEqual(['k0', 'k3']);
		expect(run.ledger.keysOf('release')).toEqual(['k1']);
		expect(run.ledger.keysOf('leaveUnsettled')).toEqual(['k2']);
	});

	it('lets one of two equal deliveries of a batch out', async () => {
		const run = await runBatch({ count: 30, keyOf: (index) => `k${index % 10}` });
		expect(tally(run)).toEqual({ accepted: 10, duplicate: 20 });
		expect(run.outcomes().filter(({ reason }) => reason === 'same_batch')).toHaveLength(20);
		expect(run.sent).toHaveLength(10);
	});

	it('holds back what was sent before, and what nobody knows of', async () => {
		const ledger = new DurableLedger();
		await ledger.claim(['k0', 'k1', 'k2']);
		await ledger.settle(['k0']);
		await ledger.leaveUnsettled(['k1']);
		const run = await runBatch({ count: 4, ledger });
		expect(run.outcomes()).toMatchObject([
			{ outcome: 'duplicate', reason: 'already_sent', deliveryKey: 'k0' },
			{ outcome: 'unknown', reason: 'unsettled_before', deliveryKey: 'k1' },
			{ outcome: 'duplicate', reason: 'already_sent', deliveryKey: 'k2' },
			{ outcome: 'accepted' },
		]);
		expect(run.sent).toEqual(['k3']);
	});

	it('lets nothing out where it cannot be asked', async () => {
		const run = await runBatch({
			count: 30,
			beforeLedger: (call) => {
				if (call === 'claim') throw new Error('database is locked');
			},
		});
		expect(tally(run)).toEqual({ unsent: 30 });
		expect(run.outcomes()[0]).toMatchObject({ reason: 'ledger_unavailable', recipient: '…0000' });
		expect(run.sent).toEqual([]);
		expect(run.warnings.length).toBeGreaterThan(0);
	});

	it('does not stop the batch where it cannot be told', async () => {
		const run = await runBatch({
			count: 60,
			beforeLedger: (call) => {
				if (call === 'settle') throw new Error('disk full');
			},
		});
		expect(tally(run)).toEqual({ accepted: 60 });
		expect(run.warnings[0]).toMatch(/could not note how \d+ messages ended \(settle\)/);
	});

	it('may be slow, and still hears of everything', async () => {
		const clock = { current: undefined as ReturnType<typeof startBatch>['clock'] | undefined };
		const run = startBatch({
			count: 300,
			perSecond: 1000,
			beforeLedger: async () => await clock.current?.sleep(40),
		});
		clock.current = run.clock;
		await run.ended();
		expect(tally(run)).toEqual({ accepted: 300 });
		expect(run.ledger.keysOf('settle').sort()).toEqual(run.sent.sort());
		expect(run.ledger.mostOpen).toBeLessThanOrEqual(20);
	});

	it('is left out for a run that remembers nothing, and equal deliveries still go once', async () => {
		const keyOf = () => 'same';
		expect(tally(await runBatch({ count: 2, keyOf }))).toEqual({ accepted: 1, duplicate: 1 });
		expect(tally(await runBatch({ count: 2, keyOf }))).toEqual({ accepted: 1, duplicate: 1 });
	});
});

describe('two batches at the same time', () => {
	it('send what they share once', async () => {
		const ledger = new DurableLedger();
		const one = startBatch({ count: 200, ledger });
		const other = startBatch({ count: 200, ledger, clock: one.clock });
		await one.clock.run(Promise.all([one.ended(), other.ended()]));
		const sent = [...one.sent, ...other.sent];
		expect(sent).toHaveLength(200);
		expect(new Set(sent).size).toBe(200);
	});
});

describe('after a crash', () => {
	it('the next run finds at most the concurrency unknown, and sends the rest', async () => {
		const ledger = new DurableLedger();
		const crashed = startBatch({ count: 500, ledger, concurrency: 20 });
		await crashed.clock.advance(2_000);
		const before = [...crashed.sent];
		expect(before.length).toBeGreaterThan(100);

		const next = await runBatch({ count: 500, ledger: ledger.reopened(), concurrency: 20 });
		const counts = tally(next);
		expect(counts.unknown).toBeLessThanOrEqual(20);
		expect((counts.accepted ?? 0) + (counts.unknown ?? 0) + (counts.duplicate ?? 0)).toBe(500);
		expect(next.sent.filter((key) => before.includes(key))).toEqual([]);
	});
});
