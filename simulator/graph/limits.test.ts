import { startSimulator, type Simulator } from '../index.ts';
import { refusalOf, sendTemplate } from '../testing/caller.ts';

let now = Date.UTC(2026, 10, 22);
let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator({ clock: { now: () => now } });
});
afterEach(() => simulator.close());

const hello = (to: string) => sendTemplate(simulator, 'hello_world', [], { to, language: 'en_US' });
const codes = async (answers: Array<ReturnType<typeof hello>>) =>
	(await Promise.all(answers)).map((answer) =>
		answer.status === 200 ? 200 : refusalOf(answer).code,
	);

describe('the limits of sending', () => {
	it('refuse what is above 80 messages a second, until time passes', async () => {
		const people = Array.from({ length: 90 }, (_, n) => `+8190${10_000_000 + n}`);
		const first = await codes(people.map(hello));
		expect(first.filter((code) => code === 200)).toHaveLength(80);
		expect(first.filter((code) => code === 130429)).toHaveLength(10);
		now += 1000;
		const later = await codes(people.slice(0, 10).map(hello));
		expect(later).toEqual(Array(10).fill(200));
	});

	it('follow the set throughput of a number', async () => {
		simulator.control.change({ throughput: { [simulator.credentials.phoneNumberId]: 3 } });
		const people = Array.from({ length: 5 }, (_, n) => `+8190${10_000_000 + n}`);
		const answers = await codes(people.map(hello));
		expect(answers.filter((code) => code === 200)).toHaveLength(3);
	});

	it('refuse the 46th message to one person, with the words of Meta', async () => {
		const answers = [];
		for (let n = 0; n < 46; n += 1) answers.push(await hello('+819012345678'));
		expect(answers.slice(0, 45).every(({ status }) => status === 200)).toBe(true);
		expect(refusalOf(answers[45] ?? answers[0]!)).toMatchObject({
			status: 400,
			message: '(#131056) (Business Account, Consumer Account) pair rate limit hit',
		});
		now += 6000;
		expect((await hello('+819012345678')).status).toBe(200);
	});

	it('are counted', async () => {
		const people = Array.from({ length: 90 }, (_, n) => `+8190${10_000_000 + n}`);
		await Promise.all(people.map(hello));
		now += 1000;
		await hello(people[0] ?? '');
		expect(simulator.control.stats().messages).toEqual({
			accepted: 81,
			refused: 10,
			phones: 80,
			twice: 1,
			highestPerSecond: 90,
			highestInFlight: expect.any(Number),
		});
	});
});
