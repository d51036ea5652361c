import fc from 'fast-check';
import { startBatch, tally, type BatchPlan } from '../testing/batch-run';
import { FakeClock } from '../testing/fake-clock';
import { DurableLedger } from '../testing/durable-ledger';
import { accepted, refusal, type ScriptedAnswer } from '../testing/scripted-transport';
import { TransportError } from '../ports';

const ANSWERS: Record<string, (key: string) => ScriptedAnswer> = {
	accepted: (key) => accepted(`wamid.${key}`),
	recipient: () => refusal(131026),
	rate: () => refusal(130429),
	pair: () => refusal(131056),
	template: () => refusal(132015),
	money: () => refusal(131042),
	token: () => refusal(190, { status: 401 }),
	broken: () => refusal(131000, { status: 500 }),
	page: () => ({ status: 502, body: '<html>' }),
	refusedConnection: () => new TransportError('refused', { left: false, code: 'ECONNREFUSED' }),
	noAnswer: () => new TransportError('no answer', { left: true, code: 'ETIMEDOUT' }),
	unknown: () => new Error('?'),
};

/** Most answers are good: else every batch would be halted at its start. */
const answers = fc.array(
	fc.oneof(
		{ weight: 12, arbitrary: fc.constant('accepted') },
		{ weight: 2, arbitrary: fc.constantFrom('recipient', 'rate', 'broken', 'noAnswer', 'unknown') },
		{ weight: 1, arbitrary: fc.constantFrom(...Object.keys(ANSWERS)) },
	),
	{ minLength: 1, maxLength: 40 },
);

const plans = fc.record({
	count: fc.nat(120),
	concurrency: fc.integer({ min: 1, max: 40 }),
	perSecond: fc.constantFrom(5, 80, 1000),
	answers,
	latencies: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 20 }),
	ledgerLatency: fc.constantFrom(0, 0, 8, 100),
	lateBy: fc.constantFrom(0, 15),
	different: fc.integer({ min: 1, max: 200 }),
	templates: fc.integer({ min: 1, max: 3 }),
	stopAfterMs: fc.option(fc.nat(5_000), { nil: undefined }),
	/** Every so many calls; 0 is never. */
	claimFails: fc.constantFrom<number>(0, 0, 0, 3),
	settleFails: fc.constantFrom<number>(0, 0, 0, 2),
});

type Plan = typeof plans extends fc.Arbitrary<infer T> ? T : never;

const pick = <T>(list: T[], index: number): T => list[index % list.length] as T;

/** `went` are the keys that left for good or may have; `twice` those that did so again. */
function asBatch(plan: Plan, ledger: DurableLedger, went = new Set<string>()) {
	const twice: string[] = [];
	const clock = new FakeClock({ lateBy: () => plan.lateBy });
	let calls = 0;
	const batch: BatchPlan = {
		clock,
		count: plan.count,
		concurrency: plan.concurrency,
		perSecond: plan.perSecond,
		ledger,
		keyOf: (index) => `k${index % plan.different}`,
		templateOf: (index) => `t${index % plan.templates}`,
		latencyMs: ({ count }) => pick(plan.latencies, count),
		answer: ({ key, count }) => {
			const name = pick(plan.answers, count);
			if (['accepted', 'broken', 'page', 'noAnswer', 'unknown'].includes(name)) {
				if (went.has(key)) twice.push(key);
				went.add(key);
			}
			return (ANSWERS[name] as (key: string) => ScriptedAnswer)(key);
		},
		beforeLedger: async (call) => {
			calls++;
			if (call === 'claim' && plan.claimFails && calls % plan.claimFails === 0)
				throw new Error('locked');
			if (call !== 'claim' && plan.settleFails && calls % plan.settleFails === 0)
				throw new Error('full');
			if (plan.ledgerLatency > 0) await clock.sleep(plan.ledgerLatency);
		},
	};
	return { batch, went, twice };
}

describe('any batch', () => {
	it('reports each delivery once, keeps its limits, and sends nobody the same thing twice', async () => {
		await fc.assert(
			fc.asyncProperty(plans, async (plan) => {
				const ledger = new DurableLedger();
				const { batch, twice } = asBatch(plan, ledger);
				let stopped = false;
				const run = startBatch({ ...batch, isStopped: () => stopped });
				if (plan.stopAfterMs !== undefined) {
					await run.clock.advance(plan.stopAfterMs);
					stopped = true;
				}
				await run.ended();

				expect(run.reports.map((reports) => reports.length)).toEqual(run.reports.map(() => 1));
				expect(run.mostInFlight()).toBeLessThanOrEqual(plan.concurrency);
				// A ledger that could not be told keeps its claims open by design.
				if (!plan.settleFails) {
					expect(run.ledger.mostOpen).toBeLessThanOrEqual(plan.concurrency);
					expect([...run.ledger.open]).toEqual([]);
				}
				const acceptedKeys = run
					.outcomes()
					.filter(({ outcome }) => outcome === 'accepted')
					.map((o) => o.deliveryKey);
				expect(new Set(acceptedKeys).size).toBe(acceptedKeys.length);
				expect(twice).toEqual([]);
			}),
			{ numRuns: 150 },
		);
	});

	it('is completed by the next one, which sends exactly what surely did not go out', async () => {
		await fc.assert(
			fc.asyncProperty(plans, async (plan) => {
				const ledger = new DurableLedger();
				const firstPlan = asBatch({ ...plan, settleFails: 0 }, ledger);
				const first = startBatch(firstPlan.batch);
				if (plan.stopAfterMs === undefined) await first.ended();
				else await first.clock.advance(plan.stopAfterMs);
				const went = new Set(firstPlan.went);

				// The first run is gone; whatever it had under way is for nobody to tell.
				const kind = { ...plan, answers: ['accepted'], claimFails: 0, settleFails: 0 };
				const nextPlan = asBatch(kind, ledger.reopened(), new Set(went));
				const next = startBatch(nextPlan.batch);
				await next.ended();
				expect(nextPlan.twice).toEqual([]);
				const counts = tally(next);
				const all = new Set(Array.from({ length: plan.count }, (_, i) => `k${i % plan.different}`))
					.size;
				expect((counts.accepted ?? 0) + (counts.unknown ?? 0) + went.size).toBeGreaterThanOrEqual(
					all,
				);
				expect(counts.unsent ?? 0).toBe(0);
			}),
			{ numRuns: 100 },
		);
	});
});
