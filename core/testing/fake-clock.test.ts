import { FakeClock } from './fake-clock';

describe('the fake clock', () => {
	it('wakes sleepers in order of time, and those of one time in order of going to sleep', async () => {
		const clock = new FakeClock({ start: 0 });
		const woken: string[] = [];
		for (const [name, ms] of [
			['late', 30],
			['early', 10],
			['early too', 10],
		] as const) {
			void clock.sleep(ms).then(() => woken.push(`${name} ${clock.now()}`));
		}
		await clock.advance(100);
		expect(woken).toEqual(['early 10', 'early too 10', 'late 30']);
		expect(clock.now()).toBe(100);
	});

	it('wakes nobody early', async () => {
		const clock = new FakeClock();
		let awake = false;
		void clock.sleep(10).then(() => (awake = true));
		await clock.advance(9);
		expect(awake).toBe(false);
	});

	it('runs work to its end, however long it sleeps', async () => {
		const clock = new FakeClock({ start: 0 });
		const work = async () => {
			for (let i = 0; i < 5; i++) await clock.sleep(1000);
			return clock.now();
		};
		expect(await clock.run(work())).toBe(5000);
	});

	it('says so when work waits for something that no time will bring', async () => {
		await expect(new FakeClock().run(new Promise(() => {}))).rejects.toThrow('no time will bring');
	});
});
