import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { outcomes, people, person, sendNode, useNodeRedDesk } from '../desk';
import type { Taken } from '../runtime/node-red';

const desk = useNodeRedDesk();
beforeEach(() => throughput(1000));

const throughput = (perSecond: number) =>
	desk.simulator.control.change({
		throughput: { [desk.simulator.credentials.phoneNumberId]: perSecond },
	});

const texts = ({ statuses }: Pick<Taken, 'statuses'>, id = 'send') =>
	statuses.filter(({ node }) => node === id).map(({ status }) => status?.text);

const results = ({ sent }: Pick<Taken, 'sent'>, port: 0 | 1, id = 'send') =>
	sent.filter((message) => message.node === id && message.port === port);

const fast = (more: object = {}) => sendNode({ messagesPerSecond: 300, ...more });

describe('the status of a batch', () => {
	test('says how far it is and how fast, then what was sent and what was not', async () => {
		await desk.deploy(fast());
		const list = [...people(300), { to: '' }];
		const sending = await desk.send(list);

		const shown = texts(sending);
		const running = shown.slice(0, -1);
		expect(running.length).toBeGreaterThan(0);
		for (const text of running) expect(text).toMatch(/^\d+\/301 · \d+\/s$/);
		expect(sending.statuses.filter(({ node }) => node === 'send')[0]?.status.fill).toBe('blue');
		expect(sending.status).toEqual({ fill: 'yellow', shape: 'dot', text: '300 sent · 1 not' });
	});

	test('counts everything that came in a flood of single messages', async () => {
		await desk.deploy(fast());
		for (const payload of [...people(40), { to: '' }]) await desk.nodeRed.push('send', { payload });
		const taken = await desk.nodeRed.takeUntil((all) => /sent ·/.test(texts(all).at(-1) ?? ''));

		expect(texts(taken).at(-1)).toBe('40 sent · 1 not');
	});
});

describe('a batch that is stopped by a message', () => {
	test('ends with what is under way; the rest is not sent, and the next run sends exactly that', async () => {
		await desk.deploy(fast());
		const running = desk.nodeRed.input('send', { payload: people(300) });
		await desk.nodeRed.takeUntil((all) => texts(all).length > 0);
		await desk.nodeRed.push('send', { stop: true });
		expect(await running).toBeUndefined();

		const { accepted } = desk.stats;
		expect(accepted).toBeGreaterThan(0);
		expect(accepted).toBeLessThan(300);
		const { status } = await desk.send([]);
		expect(status?.text).toBeDefined();

		const again = await desk.send(people(300));
		expect(outcomes(again.refused)).toEqual(Array(accepted).fill(['duplicate', 'already_sent']));
		expect(again.delivered).toHaveLength(300 - accepted);
		expect(desk.stats).toMatchObject({ accepted: 300, phones: 300, twice: 0 });
	});

	test('tells which were not sent, in words and in the status', async () => {
		await desk.deploy(fast());
		await desk.nodeRed.push('send', { payload: people(300) });
		const before = await desk.nodeRed.takeUntil((all) => results(all, 0).length > 20);
		await desk.nodeRed.push('send', { stop: true });
		const after = await desk.nodeRed.takeUntil((all) =>
			texts(all).some((t) => t?.includes('stop')),
		);

		const refused = [...results(before, 1), ...results(after, 1)];
		const sent = [...results(before, 0), ...results(after, 0)].length;
		expect(sent + refused.length).toBe(300);
		expect(new Set(refused.map(({ msg }) => msg.payload.reason))).toEqual(new Set(['stopped']));
		expect(texts(after).at(-1)).toBe(`stopped · ${refused.length} not`);
	});

	test('may be a dry run', async () => {
		await desk.nodeRed.push('send', { payload: people(3000), dryRun: true });
		await desk.nodeRed.push('send', { stop: true });
		const taken = await desk.nodeRed.takeUntil((all) =>
			texts(all).some((t) => t?.includes('stop')),
		);

		expect(results(taken, 0).length).toBeLessThan(3000);
		expect(results(taken, 0).length + results(taken, 1).length).toBe(3000);
	});

	test('may be many single messages that wait', async () => {
		await desk.deploy(fast({ concurrency: 2 }));
		desk.simulator.control.change({ latencyMs: 100 });
		for (const payload of people(30)) await desk.nodeRed.push('send', { payload });
		await desk.nodeRed.push('send', { stop: true });
		const taken = await desk.nodeRed.takeUntil(
			(all) => results(all, 0).length + results(all, 1).length === 30,
		);

		expect(results(taken, 0).length).toBeLessThanOrEqual(2);
		expect(new Set(outcomes(results(taken, 1)).map(String))).toEqual(new Set(['unsent,stopped']));
	});

	test('is the one that runs: the next message is sent', async () => {
		await desk.nodeRed.input('send', { stop: true });

		expect(outcomes((await desk.send(person())).delivered)).toEqual([['accepted', undefined]]);
	});
});

describe('a deployment in the middle of a batch', () => {
	const list = people(300);

	const interrupt = async (deploy: () => Promise<void>) => {
		await desk.deploy(fast());
		desk.simulator.control.change({ latencyMs: 200 });
		await desk.nodeRed.push('send', { payload: list });
		const before = await desk.nodeRed.takeUntil((all) => results(all, 0).length > 20);
		const startedAt = Date.now();
		await deploy();
		const seconds = (Date.now() - startedAt) / 1000;
		const after = await desk.nodeRed.takeUntil((all) => texts(all).length > 0);
		const both = { sent: [...before.sent, ...after.sent] };
		desk.simulator.control.change({ latencyMs: 0 });
		return { ...after, seconds, delivered: results(both, 0), refused: results(both, 1) };
	};

	test.each(['full', 'nodes'] as const)(
		'(%s) waits for what is under way, says what was not sent, and the same list sends exactly that',
		async (type) => {
			const { received: before } = await desk.nodeRed.counts();
			const { log, statuses, seconds, delivered, refused } = await interrupt(
				async () => await desk.redeploy(type, fast({ name: 'changed' })),
			);

			expect(seconds).toBeLessThan(5);
			expect(desk.stats.accepted).toBe(delivered.length);
			expect(delivered.length + refused.length).toBe(300);
			expect(new Set(outcomes(refused).map(String))).toEqual(new Set(['unsent,stopped']));
			const told = log.find(({ msg }) => msg.startsWith('A deployment stopped this run'));
			expect(told).toMatchObject({ level: 30, id: 'send' });
			expect(told?.msg).toContain(`${delivered.length} sent, ${refused.length} not sent.`);
			expect(statuses.findLast(({ node }) => node === 'send')?.status).toEqual({
				fill: 'yellow',
				shape: 'ring',
				text: `${refused.length} not sent`,
			});
			if (type === 'nodes') {
				// The nodes behind it were not stopped, and got every result.
				const { received } = await desk.nodeRed.counts();
				const got = (received['not-sent'] ?? 0) - (before['not-sent'] ?? 0);
				expect(got).toBe(refused.length);
			}

			const again = await desk.send(list);
			expect(again.delivered).toHaveLength(refused.length);
			expect(desk.stats).toMatchObject({ accepted: 300, phones: 300, twice: 0 });
		},
	);

	test('counts as not sent only what it kept from being sent', async () => {
		await desk.deploy(fast());
		await desk.send(people(50));
		const { refused, statuses } = await interrupt(
			async () => await desk.redeploy('full', fast({ name: 'changed' })),
		);

		const stopped = refused.filter(({ msg }) => msg.payload.reason === 'stopped');
		expect(refused.length).toBe(stopped.length + 50);
		expect(statuses.findLast(({ node }) => node === 'send')?.status.text).toBe(
			`${stopped.length} not sent`,
		);
	});

	test('ends what gets no answer before Node-RED loses its patience: unknown, and never sent twice', async () => {
		await desk.deploy(sendNode({ concurrency: 5 }));
		desk.simulator.control.change({ faults: [{ path: '/messages', kind: 'hang', times: 5 }] });
		await desk.nodeRed.push('send', { payload: people(20) });
		await sleep(300);
		const startedAt = Date.now();
		await desk.redeploy('full', sendNode({ name: 'changed' }));
		expect(Date.now() - startedAt).toBeLessThan(14_000);
		const { sent, statuses } = await desk.nodeRed.take();

		const found = outcomes(results({ sent }, 1)).map(String);
		expect(found.filter((outcome) => outcome === 'unknown,no_answer')).toHaveLength(5);
		expect(found.filter((outcome) => outcome === 'unsent,stopped')).toHaveLength(15);
		expect(statuses.findLast(({ node }) => node === 'send')?.status.text).toBe('15 not sent');

		const again = await desk.send(people(20));
		expect(again.delivered).toHaveLength(15);
		expect(outcomes(again.refused)).toEqual(Array(5).fill(['unknown', 'unsettled_before']));
		expect(desk.stats).toMatchObject({ twice: 0 });
	});
});

describe('many at once', () => {
	test.each([
		['single messages in a flood', people(100)],
		['several lists', [people(40), people(40, 41), people(20, 81)]],
	])('%s keep no more requests and claims open than the node allows', async (_, payloads) => {
		await desk.deploy(fast({ concurrency: 8 }));
		desk.simulator.control.change({ latencyMs: 40 });
		const file = new DatabaseSync(path.join(desk.nodeRed.userDir, 'whatsapp-events.sqlite'));
		const open = file.prepare('SELECT count(*) AS n FROM deliveries WHERE settled_at IS NULL');
		let mostOpen = 0;
		for (const payload of payloads) await desk.nodeRed.push('send', { payload });
		let done = 0;
		while (done < 100) {
			mostOpen = Math.max(mostOpen, Number(open.get()?.n));
			done += results(await desk.nodeRed.take(), 0).length;
		}
		file.close();

		expect(mostOpen).toBeGreaterThan(0);
		expect(mostOpen).toBeLessThanOrEqual(8);
		expect(desk.stats).toMatchObject({ accepted: 100, twice: 0 });
		expect(desk.stats.highestInFlight).toBeLessThanOrEqual(8);
	});

	test('two lists with the same people in them send each person one message', async () => {
		await desk.deploy(fast());
		const [one, two] = await Promise.all([
			desk.nodeRed.input('send', { payload: people(60) }),
			desk.nodeRed.input('send', { payload: people(60, 31) }),
		]);
		const { sent } = await desk.nodeRed.take();

		expect([one, two]).toEqual([undefined, undefined]);
		expect(results({ sent }, 0)).toHaveLength(90);
		expect(outcomes(results({ sent }, 1))).toEqual(Array(30).fill(['duplicate', 'already_sent']));
		expect(desk.stats).toMatchObject({ accepted: 90, phones: 90, twice: 0 });
	});

	test('two nodes share the pace of their number', async () => {
		throughput(60);
		const node = (id: string) => sendNode({ id, messagesPerSecond: 50 });
		await desk.deploy(node('send'), node('other'));
		const startedAt = Date.now();
		await Promise.all([
			desk.nodeRed.input('send', { payload: people(60) }),
			desk.nodeRed.input('other', { payload: people(60, 61) }),
		]);

		expect(Date.now() - startedAt).toBeGreaterThan(2200);
		expect(desk.stats).toMatchObject({ accepted: 120, refused: 0 });
	});

	test('messages leave in the order of the list', async () => {
		// On connections of their own they may pass each other on the way.
		await desk.deploy(fast({ concurrency: 1 }));
		const { delivered } = await desk.send(people(40));

		const calls = desk.simulator.control.calls({ path: '/messages' }).reverse();
		const wanted = people(40).map(({ to }) => to);
		expect(calls.map(({ body }) => (body as { to: string }).to)).toEqual(wanted);
		expect(delivered.map(({ msg }) => (msg.payload.input as { to: string }).to)).toEqual(wanted);
	});

	test('a batch that waits for its pace does not keep a second one from ending', async () => {
		await desk.deploy(fast());
		const long = desk.nodeRed.input('send', { payload: people(300) });
		await sleep(100);
		const short = await desk.send(people(3, 1000));
		const { accepted } = desk.stats;
		await long;

		expect(short.error).toBeUndefined();
		expect(accepted).toBeLessThan(300);
	});
});
