import { people, useDesk } from './desk';

const NUMBER = '106540352242922';
const desk = useDesk({ throughput: { [NUMBER]: 1000 } });

test('never more requests are under way than Requests at a Time', async () => {
	desk.simulator.control.change({ latencyMs: 30 });

	const { sent } = await desk.send(people(120), {
		options: { concurrency: 7, messagesPerSecond: 1000 },
	});

	expect(sent).toHaveLength(120);
	expect(desk.stats.highestInFlight).toBeLessThanOrEqual(7);
	expect(desk.stats.highestInFlight).toBeGreaterThanOrEqual(5);
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
	expect(Date.now() - began).toBeGreaterThan(1800);
	// Planned at 40; a moment in which this process is busy bunches what had already left.
	expect(desk.stats.highestPerSecond).toBeLessThanOrEqual(40 + 15);
});

test('with the default pace a number of 80 a second refuses nothing', async () => {
	desk.simulator.control.change({ throughput: { [NUMBER]: 80 } });

	const { sent } = await desk.send(people(200));

	expect(sent).toHaveLength(200);
	expect(desk.stats).toMatchObject({ accepted: 200, refused: 0, twice: 0 });
});

test('a pace faster than the number’s limit is slowed down by Meta, and loses nobody', async () => {
	desk.simulator.control.change({ throughput: { [NUMBER]: 20 } });

	const { sent } = await desk.send(people(40), {
		options: { messagesPerSecond: 200, concurrency: 10 },
	});

	expect(sent).toHaveLength(40);
	expect(desk.stats).toMatchObject({ accepted: 40, twice: 0 });
	expect(desk.stats.refused).toBeGreaterThan(0);
});

test('hundreds of items keep their order', async () => {
	const items = people(400);

	const { sent } = await desk.send(items, { options: { messagesPerSecond: 1000 } });

	expect(sent.map(({ json }) => (json.input as { to: string }).to)).toEqual(
		items.map(({ to }) => to),
	);
});
