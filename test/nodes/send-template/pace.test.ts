import { people, useDesk } from './desk';

const NUMBER = '106540352242922';
const desk = useDesk({ throughput: { [NUMBER]: 1000 } });

test('never more requests are under way than Requests at a Time', async () => {
	desk.simulator.control.change({ latencyMs: 100 });

	const { sent } = await desk.send(people(120), {
		options: { concurrency: 7, messagesPerSecond: 1000 },
	});

	expect(sent).toHaveLength(120);
	expect(desk.stats.highestInFlight).toBeLessThanOrEqual(7);
	expect(desk.stats.highestInFlight).toBeGreaterThan(1);
});

test('one at a time is one at a time', async () => {
	await desk.send(people(10), { options: { concurrency: 1 } });

	expect(desk.stats.highestInFlight).toBe(1);
});

test('Messages per Second is held, by several runs together', async () => {
	const options = { messagesPerSecond: 40 };
	const began = Date.now();

	const runs = await Promise.all([1, 101].map((from) => desk.send(people(40, from), { options })));

	expect(runs.flatMap(({ sent }) => sent)).toHaveLength(80);
	// 80 at 40 a second, less what may be caught up after a stall; core's tests hold the pace itself
	// against a clock of their own, where a busy machine cannot bunch what had already left.
	expect(Date.now() - began).toBeGreaterThan(1500);
});

test('with the default pace a number of 80 a second refuses nothing', async () => {
	desk.simulator.control.change({ throughput: { [NUMBER]: 80 } });

	const { sent } = await desk.send(people(200));

	expect(sent).toHaveLength(200);
	expect(desk.stats).toMatchObject({ accepted: 200, refused: 0, twice: 0 });
});

test('what Meta refuses as too fast is waited for, and nobody is lost', async () => {
	desk.simulator.control.change({
		faults: [{ path: '/messages', times: 5, kind: 'error', code: 130429, httpStatus: 400 }],
	});

	const { sent } = await desk.send(people(20), {
		options: { messagesPerSecond: 200, concurrency: 10 },
	});

	expect(sent).toHaveLength(20);
	expect(desk.stats).toMatchObject({ accepted: 20, refused: 5, twice: 0 });
});

test('hundreds of items keep their order', async () => {
	const items = people(400);

	const { sent } = await desk.send(items, { options: { messagesPerSecond: 1000 } });

	expect(sent.map(({ json }) => (json.input as { to: string }).to)).toEqual(
		items.map(({ to }) => to),
	);
});
