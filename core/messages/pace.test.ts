import { FakeClock } from '../testing/fake-clock';
import { Pace, Paces } from './pace';

/** A random number that is the same in every run of the tests. */
function numbers(seed = 1): () => number {
	let state = seed;
	return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** Takes `count` turns one after the other; the times at which they came. */
async function turns(pace: Pace, clock: FakeClock, count: number): Promise<number[]> {
	const at: number[] = [];
	const take = async () => {
		for (let i = 0; i < count; i++) {
			await pace.take();
			at.push(clock.now());
		}
	};
	await clock.run(take());
	return at;
}

const perSecond = (times: number[]) =>
	((times.length - 1) * 1000) / ((times.at(-1) ?? 0) - (times[0] ?? 0));

describe('the pace of a number', () => {
	it.each([80, 1000, 1])('holds %i a second within 1 %% over 10,000 messages', async (limit) => {
		const clock = new FakeClock();
		const rate = perSecond(await turns(new Pace(clock, limit), clock, limit === 1 ? 1000 : 10_000));
		expect(rate / limit).toBeGreaterThan(0.99);
		expect(rate / limit).toBeLessThan(1.01);
	});

	it('holds it though every timer is late by up to 15 ms', async () => {
		const random = numbers();
		const clock = new FakeClock({ lateBy: () => random() * 15 });
		const rate = perSecond(await turns(new Pace(clock, 80), clock, 10_000));
		expect(rate / 80).toBeGreaterThan(0.99);
		expect(rate / 80).toBeLessThan(1.01);
	});

	it('holds it for many who wait at the same time, first come, first served', async () => {
		const random = numbers();
		const clock = new FakeClock({ lateBy: () => random() * 15 });
		const pace = new Pace(clock, 80);
		const order: number[] = [];
		const start = clock.now();
		const all = Array.from({ length: 800 }, async (_, i) => {
			await pace.take();
			order.push(i);
		});
		await clock.run(Promise.all(all));
		expect(order).toEqual([...order].sort((a, b) => a - b));
		expect((clock.now() - start) / 10_000).toBeCloseTo(1, 1);
	});

	it('never gives more within any second than the limit and what a late timer owes', async () => {
		const random = numbers();
		const clock = new FakeClock({ lateBy: () => random() * 15 });
		const times = await turns(new Pace(clock, 80), clock, 2000);
		for (const [i, from] of times.entries()) {
			const within = times.slice(i).filter((at) => at < from + 1000).length;
			expect(within).toBeLessThanOrEqual(80 * 1.08);
		}
	});

	it.each([
		[200, 16],
		[5_000, 20],
	])('makes up for a stall of %i ms with %i messages at most', async (stall, most) => {
		let late = 0;
		const clock = new FakeClock({ lateBy: () => late });
		const pace = new Pace(clock, 80);
		const at: number[] = [];
		const all = Array.from({ length: 300 }, async () => {
			await pace.take();
			at.push(clock.now());
		});
		await clock.advance(500);
		late = stall;
		await clock.advance(20);
		late = 0;
		await clock.run(Promise.all(all));
		const times = [...new Set(at)];
		const counts = times.map((time) => at.filter((other) => other === time).length);
		expect(Math.max(...counts.slice(1))).toBeGreaterThanOrEqual(most - 2);
		expect(Math.max(...counts.slice(1))).toBeLessThanOrEqual(most + 2);
	});

	it('saves nothing up while nobody sends', async () => {
		const clock = new FakeClock();
		const pace = new Pace(clock, 80);
		await turns(pace, clock, 10);
		await clock.advance(60_000);
		const times = await turns(pace, clock, 80);
		expect(times.filter((at) => at === times[0]).length).toBeLessThanOrEqual(5);
	});

	it('halves when Meta says too fast, once a second however many refusals come', async () => {
		const clock = new FakeClock();
		const pace = new Pace(clock, 80);
		for (let i = 0; i < 20; i++) pace.slowDown();
		expect(pace.rate).toBe(40);
		await clock.advance(999);
		pace.slowDown();
		expect(pace.rate).toBeGreaterThan(40);
		await clock.advance(1);
		pace.slowDown();
		expect(pace.rate).toBe(22);
	});

	it('halves at once for those who wait already', async () => {
		const clock = new FakeClock();
		const pace = new Pace(clock, 80);
		const at: number[] = [];
		const all = Array.from({ length: 100 }, async () => {
			await pace.take();
			at.push(clock.now());
		});
		await clock.advance(500);
		const before = at.length;
		pace.slowDown();
		await clock.advance(500);
		expect(at.length - before).toBeLessThanOrEqual(22);
		await clock.run(Promise.all(all));
	});

	it('climbs back to the limit within seconds, and not beyond', async () => {
		const clock = new FakeClock();
		const pace = new Pace(clock, 80);
		pace.slowDown();
		await clock.advance(5_000);
		expect(pace.rate).toBe(60);
		await clock.advance(5_000);
		expect(pace.rate).toBe(80);
		await clock.advance(3_600_000);
		expect(pace.rate).toBe(80);
	});

	it('never falls below one a second', async () => {
		const clock = new FakeClock();
		const pace = new Pace(clock, 2);
		for (let i = 0; i < 5; i++) {
			pace.slowDown();
			await clock.advance(1000);
		}
		expect(pace.rate).toBeGreaterThanOrEqual(1);
	});

	it('takes a new limit at once, and keeps a running cut', async () => {
		const clock = new FakeClock();
		const pace = new Pace(clock, 80);
		pace.setLimit(1000);
		expect(pace.rate).toBe(1000);
		pace.slowDown();
		pace.setLimit(80);
		expect(pace.rate).toBe(80);
		pace.slowDown();
		pace.setLimit(1000);
		expect(pace.rate).toBe(500);
	});

	it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])(
		'sends one a second at a limit of %p',
		async (limit) => {
			const clock = new FakeClock();
			const pace = new Pace(clock, limit);
			expect(perSecond(await turns(pace, clock, 10))).toBeCloseTo(1, 1);
		},
	);

	it('passes a turn on where the message will not leave any more', async () => {
		const clock = new FakeClock();
		const pace = new Pace(clock, 1);
		const start = clock.now();
		const over = Array.from({ length: 500 }, async () => await pace.take(() => true));
		await clock.run(Promise.all(over));
		await clock.run(pace.take());
		expect(clock.now() - start).toBeLessThanOrEqual(1000);
	});

	it('goes on when the sleep of one fails', async () => {
		const clock = new FakeClock();
		let failures = 1;
		const sleep = async (ms: number) => {
			if (failures-- > 0) throw new Error('aborted');
			await clock.sleep(ms);
		};
		const pace = new Pace({ now: () => clock.now(), sleep }, 1);
		await pace.take();
		await expect(pace.take()).rejects.toThrow('aborted');
		await clock.run(pace.take());
	});
});

describe('the paces of a process', () => {
	it('are one per number, shared by all its runs', async () => {
		const clock = new FakeClock();
		const paces = new Paces();
		const at: number[] = [];
		const run = async (number: string) => {
			const pace = paces.of(number, 80, clock);
			for (let i = 0; i < 400; i++) {
				await pace.take();
				at.push(clock.now());
			}
		};
		const start = clock.now();
		await clock.run(Promise.all([run('1'), run('1'), run('1'), run('2')]));
		expect((clock.now() - start) / 15_000).toBeCloseTo(1, 1);
		expect(at.filter((time) => time <= start + 5_000).length).toBeGreaterThan(780);
	});

	it('take the limit of whoever asked last', () => {
		const clock = new FakeClock();
		const paces = new Paces();
		const pace = paces.of('1', 80, clock);
		expect(paces.of('1', 20, clock)).toBe(pace);
		expect(pace.rate).toBe(20);
	});
});
