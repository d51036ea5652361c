import { Progress } from './progress';

let now: number;
let progress: Progress;
beforeEach(() => {
	now = 1_800_000_000_000;
	progress = new Progress(() => now);
});

const steps = (count: number, everyMs: number, sent = true) => {
	for (let i = 0; i < count; i++) {
		now += everyMs;
		progress.step(sent);
	}
};

test('how far a run is, with separators, and its pace over the last seconds', () => {
	progress.begin(10_000);
	steps(1240, 12.82);

	expect(progress.text).toBe('1,240/10,000 · 78/s');
});

test('the pace follows when it changes, and falls to nothing when nothing leaves', () => {
	progress.begin(10_000);
	steps(400, 10);
	steps(60, 50);
	expect(progress.text).toBe('460/10,000 · 20/s');

	now += 3000;
	expect(progress.text).toBe('460/10,000 · 0/s');
});

test('the first messages of a run do not look like thousands a second', () => {
	progress.begin(1000);
	steps(20, 1);

	expect(progress.text).toBe('20/1,000 · 20/s');
});

test('what is not sent counts as done, and not as pace', () => {
	progress.begin(100);
	steps(50, 10, false);

	expect(progress.text).toBe('50/100 · 0/s');
});

test('a single message has none', () => {
	progress.begin(1);

	expect(progress.text).toBeUndefined();
});

test('runs at the same time are counted together, and what begins after them from nothing', () => {
	progress.begin(10);
	progress.begin(20);
	expect(progress.text).toBe('0/30 · 0/s');

	progress.reset();
	progress.begin(2);
	expect(progress.text).toBe('0/2 · 0/s');
});
