import { SimulatedClock } from './clock.ts';

describe('simulated time', () => {
	it('is real time at first', () => {
		expect(new SimulatedClock({ now: () => 5000 }).now()).toBe(5000);
	});

	it('runs faster by the rate, without a jump when the rate changes', () => {
		let real = 1000;
		const clock = new SimulatedClock({ now: () => real });
		clock.set({ rate: 60 });
		expect(clock.now()).toBe(1000);
		real += 1000;
		expect(clock.now()).toBe(61_000);
		clock.set({ rate: 1 });
		real += 1000;
		expect(clock.now()).toBe(62_000);
		expect(clock.realDelay(1000)).toBe(1000);
	});

	it('moves by the offset and comes back', () => {
		const clock = new SimulatedClock({ now: () => 1000 });
		clock.set({ offsetMs: 86_400_000 });
		expect(clock.now()).toBe(86_401_000);
		clock.set({ offsetMs: 0 });
		expect(clock.now()).toBe(1000);
	});
});
