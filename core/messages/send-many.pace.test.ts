import { runBatch, startBatch, tally } from '../testing/batch-run';
import { FakeClock } from '../testing/fake-clock';
import { accepted, refusal, type ScriptedAnswer } from '../testing/scripted-transport';
import { Pace } from './pace';

describe('ten thousand deliveries', () => {
	it('at 80 a second and 80 ms take 125 s within 1 %', async () => {
		const run = await runBatch({ count: 10_000, concurrency: 50 });
		expect(tally(run)).toEqual({ accepted: 10_000 });
		expect(Math.abs(run.seconds() / 125 - 1)).toBeLessThan(0.01);
	});

	it('at 80 a second keep it though timers are late and the ledger is slow', async () => {
		const clock = new FakeClock({ lateBy: () => Math.random() * 15 });
		const run = await runBatch({
			count: 5_000,
			concurrency: 50,
			clock,
			beforeLedger: async () => await clock.sleep(30),
		});
		expect(Math.abs(run.seconds() / 62.5 - 1)).toBeLessThan(0.02);
	});

	it('at 1,000 a second and 500 ms keep 95 % of it with 500 under way', async () => {
		const run = await runBatch({
			count: 10_000,
			concurrency: 500,
			perSecond: 1000,
			latencyMs: 500,
		});
		expect(tally(run)).toEqual({ accepted: 10_000 });
		expect(run.mostInFlight()).toBeLessThanOrEqual(500);
		expect(run.ledger.mostOpen).toBeLessThanOrEqual(500);
		expect(run.seconds() - 0.5).toBeLessThan(10 * 1.05);
	});

	it('at 1,000 a second and half of that latency keep it within 1 %', async () => {
		const run = await runBatch({
			count: 10_000,
			concurrency: 500,
			perSecond: 1000,
			latencyMs: 250,
		});
		expect(run.seconds() - 0.25).toBeLessThan(10 * 1.01);
	});
});

/** Refuses with 130429 whatever comes faster than `perSecond`, with room for `burst` at once. */
function tokenBucket(clock: FakeClock, perSecond: number, burst: number) {
	let tokens = burst;
	let at = clock.now();
	return ({ key }: { key: string }): ScriptedAnswer => {
		tokens = Math.min(burst, tokens + ((clock.now() - at) / 1000) * perSecond);
		at = clock.now();
		if (tokens < 1) return refusal(130429);
		tokens--;
		return accepted(`wamid.${key}`);
	};
}

describe('a server slower than the pace', () => {
	it.each([
		[50, 80],
		[500, 80],
		[50, 500],
	])('loses nobody, with %i under way and %i ms', async (concurrency, latencyMs) => {
		const clock = new FakeClock();
		const answer = tokenBucket(clock, 40, 40);
		const run = await runBatch({ count: 3_000, concurrency, latencyMs, clock, answer });
		expect(tally(run)).toEqual({ accepted: 3_000 });
		expect(run.seconds()).toBeLessThan((3_000 / 40) * 1.5);
		expect(run.sent.length).toBeLessThan(3_000 * 1.25);
	});

	it('is shared fairly by two runs of one number', async () => {
		const clock = new FakeClock();
		const pace = new Pace(clock, 80);
		const answer = tokenBucket(clock, 40, 40);
		const one = startBatch({ count: 1_000, clock, pace, answer });
		const other = startBatch({ count: 1_000, clock, pace, answer, keyOf: (i) => `o${i}` });
		await clock.run(Promise.all([one.ended(), other.ended()]));
		expect([tally(one), tally(other)]).toEqual([{ accepted: 1_000 }, { accepted: 1_000 }]);
	});

	it('is told of where it never takes anything', async () => {
		const run = await runBatch({ count: 3, answer: () => refusal(130429) });
		expect(tally(run)).toEqual({ rejected: 3 });
		expect(run.outcomes()[0]).toMatchObject({ reason: 'rate_limited' });
		expect(run.sent).toHaveLength(24);
		expect(run.seconds()).toBeLessThan(180);
	});
});

describe('one person who gets many messages', () => {
	it('gets 45 at once and then one every 6 seconds', async () => {
		const run = await runBatch({ count: 50, toOf: () => '+819012345678', concurrency: 50 });
		expect(tally(run)).toEqual({ accepted: 50 });
		expect(run.seconds()).toBeGreaterThan(29);
		expect(run.seconds()).toBeLessThan(33);
	});

	it('is tried again after 4, 16 and 64 seconds where Meta says too much', async () => {
		const run = await runBatch({ count: 1, answer: () => refusal(131056) });
		expect(run.sent).toHaveLength(4);
		expect(run.seconds()).toBeGreaterThan(84);
		expect(run.outcomes()).toMatchObject([
			{ outcome: 'rejected', reason: 'rate_limited', retryAfter: expect.any(String) },
		]);
	});
});

describe('a message that may have left', () => {
	it.each([1, 2, 131000, 131016])('is never sent again: %i', async (code) => {
		const run = await runBatch({ count: 3, answer: () => refusal(code, { status: 500 }) });
		expect(run.sent).toHaveLength(3);
		expect(tally(run)).toEqual({ unknown: 3 });
	});
});
