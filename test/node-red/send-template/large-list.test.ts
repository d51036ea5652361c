import { people, person, phone, useNodeRedDesk } from '../desk';

/** Of the whole process with the list in it, in MB; seen: 300. */
const MOST_MB = 600;

/** For anything else of the process to get its turn, in milliseconds; seen: 220. */
const LONGEST_STALL_MS = 2000;

const desk = useNodeRedDesk({}, { execArgv: ['--expose-gc'] });
afterEach(async () => await desk.nodeRed.countOnly(false));

const mb = (bytes: number) => Math.round(bytes / 1024 ** 2);

/** Hands a list in and says what came of it, and what it cost. */
async function send(payload: unknown[], more: object = {}) {
	await desk.nodeRed.countOnly(true);
	const idle = (await desk.nodeRed.memory()).heapUsed;
	await desk.nodeRed.longestStall();
	const error = await desk.nodeRed.input('send', { payload, ...more });
	const stall = await desk.nodeRed.longestStall();
	const { heapUsed, rss } = await desk.nodeRed.memory();
	await desk.nodeRed.take();
	const { outcomes, received } = await desk.nodeRed.counts();
	expect(stall).toBeLessThan(LONGEST_STALL_MS);
	expect(mb(rss)).toBeLessThan(MOST_MB);
	// Nothing of the list is kept when it is done.
	expect(mb(heapUsed - idle)).toBeLessThan(20);
	return { error, outcomes, received };
}

describe('a list of 100,000', () => {
	test('is checked in a dry run', async () => {
		const list = [
			...people(40_000),
			...Array.from({ length: 60_000 }, (_, i) => ({ to: `x${i}` })),
		];
		const { error, outcomes, received } = await send(list, { dryRun: true });

		expect(error).toBeUndefined();
		expect(outcomes).toEqual({
			'would_send/undefined': 40_000,
			'skipped/phone_invalid': 60_000,
		});
		expect([received.sent, received['not-sent']]).toEqual([40_000, 60_000]);
	}, 120_000);

	test('of which only a few can be sent sends these', async () => {
		const list = Array.from({ length: 100_000 }, (_, i) =>
			i % 10_000 === 5 ? person(phone(i)) : { to: i % 2 ? '' : `not a phone ${i}` },
		);
		const { outcomes } = await send(list);

		expect(outcomes['accepted/undefined']).toBe(10);
		expect(desk.stats).toMatchObject({ accepted: 10, twice: 0 });
	}, 120_000);
});
