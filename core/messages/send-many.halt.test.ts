import { runBatch, startBatch, tally } from '../testing/batch-run';
import { DurableLedger } from '../testing/durable-ledger';
import { accepted, refusal } from '../testing/scripted-transport';
import { TransportError } from '../ports';

const refusedConnection = new TransportError('the connection was refused (ECONNREFUSED)', {
	left: false,
	code: 'ECONNREFUSED',
});
const noAnswer = new TransportError('no answer came in time', { left: true, code: 'ETIMEDOUT' });

describe('a batch that is stopped', () => {
	it('lets what is under way end, and reports the rest as unsent', async () => {
		let stopped = false;
		const ledger = new DurableLedger();
		const run = startBatch({ count: 400, ledger, isStopped: () => stopped, latencyMs: 500 });
		await run.clock.advance(1_000);
		stopped = true;
		const sentBefore = run.sent.length;
		await run.ended();
		expect(run.sent.length).toBe(sentBefore);
		expect(tally(run)).toEqual({ accepted: sentBefore, unsent: 400 - sentBefore });
		expect(run.outcomes().filter(({ outcome }) => outcome === 'unsent')).toEqual(
			Array.from({ length: 400 - sentBefore }, () =>
				expect.objectContaining({ reason: 'stopped' }),
			),
		);
		expect(run.ledger.open.size).toBe(0);
		expect(run.reports.every((reports) => reports.length === 1)).toBe(true);
	});

	it('sends exactly the unsent in the next run', async () => {
		let stopped = false;
		const ledger = new DurableLedger();
		const first = startBatch({ count: 400, ledger, isStopped: () => stopped });
		await first.clock.advance(1_500);
		stopped = true;
		await first.ended();
		const next = await runBatch({ count: 400, ledger });
		expect(tally(next)).toEqual({
			duplicate: first.sent.length,
			accepted: 400 - first.sent.length,
		});
		expect(new Set([...first.sent, ...next.sent]).size).toBe(400);
	});

	it('notices it within seconds though every message waits for the pair limit', async () => {
		let stopped = false;
		const run = startBatch({
			count: 100,
			toOf: () => '+819012345678',
			isStopped: () => stopped,
			concurrency: 50,
		});
		await run.clock.advance(20_000);
		stopped = true;
		await run.ended();
		expect(run.seconds()).toBeLessThan(22);
		expect(run.sent.length).toBeLessThan(50);
	});

	it('notices it within seconds though Meta asked to wait a minute', async () => {
		let stopped = false;
		const run = startBatch({ count: 5, answer: () => refusal(131056), isStopped: () => stopped });
		await run.clock.advance(30_000);
		stopped = true;
		await run.ended();
		expect(run.seconds()).toBeLessThan(32);
		expect(tally(run)).toEqual({ unsent: 5 });
	});

	it('notices it within seconds at a slow pace with much under way', async () => {
		let stopped = false;
		const run = startBatch({
			count: 300,
			perSecond: 1,
			concurrency: 100,
			isStopped: () => stopped,
		});
		await run.clock.advance(10_000);
		stopped = true;
		await run.ended();
		expect(run.seconds()).toBeLessThan(12);
	});
});

describe('a token that expires', () => {
	it('leaves everything after it unsent, with few requests made', async () => {
		const ledger = new DurableLedger();
		const answer = ({ count }: { count: number }) =>
			count > 100 ? refusal(190, { status: 401 }) : accepted(`wamid.${count}`);
		const run = await runBatch({ count: 1000, ledger, answer });
		expect(tally(run)).toEqual({ accepted: 100, unsent: 900 });
		expect(run.sent.length).toBeLessThanOrEqual(120);
		expect(run.outcomes().some(({ reason }) => reason === 'token_refused')).toBe(true);
		expect(run.reports[999]).toMatchObject([
			{ outcome: 'unsent', reason: 'batch_halted', whatToDo: expect.stringContaining('token') },
		]);

		const next = await runBatch({ count: 1000, ledger });
		expect(tally(next)).toEqual({ duplicate: 100, accepted: 900 });
	});
});

describe('a refusal that concerns everybody', () => {
	it.each([131042, 131031, 368, 131048, 10, 131005, 133010])(
		'halts the batch: %i',
		async (code) => {
			const run = await runBatch({ count: 500, answer: () => refusal(code) });
			expect(run.sent.length).toBeLessThanOrEqual(20);
			expect(tally(run)).toEqual({ rejected: run.sent.length, unsent: 500 - run.sent.length });
			expect(run.ledger.open.size).toBe(0);
			expect(run.ledger.keysOf('settle')).toEqual([]);
		},
	);

	it('halts nothing when it concerns one person', async () => {
		const run = await runBatch({ count: 200, answer: () => refusal(131026) });
		expect(tally(run)).toEqual({ rejected: 200 });
		expect(run.sent).toHaveLength(200);
	});
});

describe('a template Meta refuses', () => {
	it.each([132015, 132016, 132001, 132007])(
		'halts its own messages and no others: %i',
		async (code) => {
			const run = await runBatch({
				count: 400,
				templateOf: (index) => (index % 2 ? 'paused' : 'fine'),
				answer: ({ template, key }) =>
					template === 'paused' ? refusal(code) : accepted(`wamid.${key}`),
			});
			const counts = tally(run);
			expect(counts.accepted).toBe(200);
			expect((counts.rejected ?? 0) + (counts.unsent ?? 0)).toBe(200);
			expect(counts.rejected).toBeLessThanOrEqual(20);
			expect(run.reports[399]).toMatchObject([{ outcome: 'unsent', reason: 'template_refused' }]);
		},
	);
});

describe('a server that goes away', () => {
	it('leaves the rest unsent where connections are refused from the middle on', async () => {
		const ledger = new DurableLedger();
		const answer = ({ count, key }: { count: number; key: string }) =>
			count > 200 ? refusedConnection : accepted(`wamid.${key}`);
		const run = await runBatch({ count: 1000, ledger, answer });
		expect(tally(run)).toEqual({ accepted: 200, unsent: 800 });
		expect(run.sent.length).toBeLessThanOrEqual(220);
		const next = await runBatch({ count: 1000, ledger });
		expect(tally(next)).toEqual({ duplicate: 200, accepted: 800 });
	});

	it('goes on after a single refused connection', async () => {
		const answer = ({ count, key }: { count: number; key: string }) =>
			count % 5 === 0 ? refusedConnection : accepted(`wamid.${key}`);
		const run = await runBatch({ count: 100, answer });
		expect(tally(run)).toEqual({ accepted: 80, unsent: 20 });
		expect(run.outcomes().filter(({ reason }) => reason === 'not_reached')).toHaveLength(20);
	});

	it('loses what was under way and no more where it is killed', async () => {
		const ledger = new DurableLedger();
		let killed = false;
		const run = startBatch({
			count: 1000,
			ledger,
			latencyMs: 200,
			answer: ({ key }) => (killed ? refusedConnection : accepted(`wamid.${key}`)),
		});
		await run.clock.advance(2_000);
		killed = true;
		await run.ended();
		expect(tally(run).unsent).toBeGreaterThan(700);
		const next = await runBatch({ count: 1000, ledger });
		expect(tally(next).accepted).toBe(tally(run).unsent);
		expect(tally(next).duplicate).toBe(tally(run).accepted);
	});

	it.each([
		['answers nothing', noAnswer],
		['answers with a gateway’s page', { status: 502, body: '<html>502</html>' }],
		['is another site', { status: 200, body: '<html>Welcome</html>' }],
		['is out of order', refusal(131000, { status: 500 })],
	])('costs few messages where it %s', async (_what, answer) => {
		const run = await runBatch({ count: 2000, answer: () => answer });
		const counts = tally(run);
		expect(counts.unknown).toBeLessThanOrEqual(30);
		expect((counts.unknown ?? 0) + (counts.unsent ?? 0)).toBe(2000);
		expect(run.sent).toHaveLength(counts.unknown ?? 0);
		expect(run.reports[1999]).toMatchObject([{ reason: 'batch_halted' }]);
		expect(run.ledger.keysOf('release')).not.toEqual(expect.arrayContaining([run.sent[0]]));
	});

	it('goes on where it answers unclearly now and then', async () => {
		const answer = ({ count, key }: { count: number; key: string }) =>
			count % 4 === 0 ? refusal(131016, { status: 500 }) : accepted(`wamid.${key}`);
		const run = await runBatch({ count: 400, answer });
		expect(tally(run)).toEqual({ accepted: 300, unknown: 100 });
		expect(run.sent).toHaveLength(400);
	});
});
