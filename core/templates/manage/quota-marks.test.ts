import fc from 'fast-check';
import { MemoryMarks } from './marks';
import { QuotaMarks } from './quota-marks';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 25, 10, 20);

const quota = (marks = new MemoryMarks(), account = 'one') => new QuotaMarks(marks, account);

it('knows nothing of what it was not told', async () => {
	expect(await quota().editPossibleAt('1', NOW)).toBeUndefined();
	expect(await quota().namePossibleAt('a', 'en', NOW)).toBeUndefined();
});

it('counts a day from the end of the hour of an edit, so that it is possible for sure', async () => {
	const one = quota();
	await one.edited('1', NOW);

	expect(await one.editPossibleAt('1', NOW + HOUR)).toBe(Date.UTC(2026, 10, 26, 11));
	expect(await one.editPossibleAt('2', NOW + HOUR)).toBeUndefined();
	expect(await one.editPossibleAt('1', NOW + 26 * HOUR)).toBeUndefined();
});

it('after the tenth edit in a month it is possible when the first of them is a month old', async () => {
	const one = quota();
	for (let day = 0; day < 10; day++) await one.edited('1', NOW + day * 2 * DAY);

	expect(await one.editPossibleAt('1', NOW + 20 * DAY)).toBe(Date.UTC(2026, 10, 25, 11) + 30 * DAY);
	expect(await one.editPossibleAt('1', NOW + 31 * DAY)).toBeUndefined();
});

it('a deleted name is blocked for thirty whole days, in its language', async () => {
	const one = quota();
	await one.deleted('a', 'en', NOW);

	expect(await one.namePossibleAt('a', 'en', NOW)).toBe(Date.UTC(2026, 11, 26));
	expect(await one.namePossibleAt('a', 'ja', NOW)).toBeUndefined();
	expect(await one.namePossibleAt('a', 'en', Date.UTC(2026, 11, 26))).toBeUndefined();
});

it('accounts do not know of each other, and a new run knows what an earlier one did', async () => {
	const marks = new MemoryMarks();
	await quota(marks).edited('1', NOW);

	expect(await quota(marks, 'two').editPossibleAt('1', NOW)).toBeUndefined();
	expect(await quota(marks).editPossibleAt('1', NOW)).toBeDefined();
});

it('never lets anybody try before Meta would allow it, nor more than an hour later', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.integer({ min: 0, max: 40 * 24 * 60 }), { minLength: 1, maxLength: 12 }),
			async (minutes) => {
				const edits = minutes.map((minute) => NOW - minute * 60_000);
				const one = quota();
				for (const at of edits) await one.edited('1', at);
				const possible = (await one.editPossibleAt('1', NOW)) ?? NOW;

				const since = (time: number, ms: number) =>
					edits.filter((at) => at > time - ms && at <= NOW).length;
				expect(since(possible, DAY)).toBe(0);
				if (new Set(edits.map((at) => Math.floor(at / HOUR))).size === edits.length) {
					expect(since(possible, 30 * DAY)).toBeLessThan(10);
				}
				expect(possible).toBeLessThanOrEqual(NOW + 30 * DAY + HOUR);
			},
		),
		{ numRuns: 60 },
	);
});

it('a name of which no language is left is blocked in every language', async () => {
	const one = quota();
	await one.deleted('a', '*', NOW);

	expect(await one.namePossibleAt('a', 'pt_BR', NOW)).toBe(Date.UTC(2026, 11, 26));
	expect(await one.namePossibleAt('b', 'pt_BR', NOW)).toBeUndefined();
});
