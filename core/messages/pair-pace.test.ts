import { FakeClock } from '../testing/fake-clock';
import { PairPace } from './pair-pace';

describe('the pace towards one person', () => {
	const times = async (recipients: string[]) => {
		const clock = new FakeClock();
		const start = clock.now();
		const pair = new PairPace(clock);
		return await clock.run(
			Promise.all(
				recipients.map(async (to) => {
					await pair.take(to);
					return clock.now() - start;
				}),
			),
		);
	};

	it('is 45 at once, then one every 6 seconds', async () => {
		const at = await times(Array.from({ length: 50 }, () => '+819012345678'));
		expect(at.slice(0, 45).every((time) => time === 0)).toBe(true);
		expect(at.slice(45)).toEqual([6_000, 12_000, 18_000, 24_000, 30_000]);
	});

	it('does not hold anybody else up', async () => {
		const at = await times(Array.from({ length: 200 }, (_, i) => `+8190123456${i}`));
		expect(Math.max(...at)).toBe(0);
	});

	it('pays the borrowed messages back at one every 6 seconds', async () => {
		const clock = new FakeClock();
		const pair = new PairPace(clock);
		for (let i = 0; i < 45; i++) await pair.take('a');
		await clock.advance(60_000);
		const start = clock.now();
		for (let i = 0; i < 10; i++) await pair.take('a');
		expect(clock.now()).toBe(start);
		await clock.run(pair.take('a'));
		expect(clock.now() - start).toBe(6_000);
	});
});
