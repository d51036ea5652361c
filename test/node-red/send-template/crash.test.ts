import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startSimulator, type Simulator } from '../../../simulator/index';
import { accountNode, flowOf, people, person, sendNode } from '../desk';
import { NodeRed, type SentMessage } from '../runtime/node-red';

const CONCURRENCY = 40;

let simulator: Simulator;
let nodeRed: NodeRed;
let userDir: string;

const fast = () => {
	simulator.control.change({
		throughput: { [simulator.credentials.phoneNumberId]: 1000 },
		latencyMs: 60,
	});
};

beforeEach(async () => {
	userDir = await mkdtemp(path.join(os.tmpdir(), 'whatsapp-events-crash-'));
	simulator = await startSimulator();
	fast();
	nodeRed = await NodeRed.start({ userDir });
	const send = sendNode({ messagesPerSecond: 1000, concurrency: CONCURRENCY });
	await nodeRed.deploy(flowOf(accountNode(simulator), send));
});
afterEach(async () => {
	await nodeRed.stop();
	await simulator.close();
	await rm(userDir, { recursive: true, force: true });
});

const stats = () => simulator.control.stats().messages;

const until = async (enough: () => boolean) => {
	for (let tries = 0; !enough(); tries++) {
		if (tries > 2000) throw new Error('It did not come to that');
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
};

async function send(list: object[]): Promise<SentMessage[]> {
	await nodeRed.input('send', { payload: list });
	return (await nodeRed.take()).sent.filter(({ node }) => node === 'send');
}

const of = (sent: SentMessage[], outcome: string) =>
	sent.filter(({ msg }) => msg.payload.outcome === outcome);

const phonesOf = (sent: SentMessage[]) =>
	sent.map(({ msg }) => String((msg.payload.input as { to: string }).to).replace('+', ''));

test('kill -9 in the middle of 2,000: the same list again gives everybody one message, but for a few that are told', async () => {
	const list = people(2000);
	await nodeRed.push('send', { payload: list });
	await until(() => stats().accepted > 800);
	await nodeRed.kill();
	const before = stats().accepted;
	expect(before).toBeLessThan(1800);

	// The flows start again by themselves.
	nodeRed = await NodeRed.start({ userDir });
	const sent = await send(list);

	const unknown = of(sent, 'unknown');
	expect(sent).toHaveLength(2000);
	expect(unknown.length).toBeLessThanOrEqual(CONCURRENCY);
	expect(new Set(unknown.map(({ msg }) => msg.payload.reason))).toEqual(
		new Set(unknown.length > 0 ? ['unsettled_before'] : []),
	);
	expect(stats().twice).toBe(0);
	const reached = new Set(simulator.control.phones().map(({ waId }) => waId));
	const told = new Set(phonesOf(unknown));
	const lost = phonesOf(sent).filter((waId) => !reached.has(waId) && !told.has(waId));
	expect(lost).toEqual([]);
	for (const { messages } of simulator.control.phones()) expect(messages).toHaveLength(1);

	// A third time changes nothing.
	const third = await send(list);
	expect(of(third, 'accepted')).toEqual([]);
	expect(of(third, 'unknown')).toHaveLength(unknown.length);
}, 60_000);

test('WhatsApp gone in the middle of a batch: in flight is unknown, the rest unsent, and the next run sends exactly that', async () => {
	const list = people(600);
	const { port } = new URL(simulator.url);
	const sending = nodeRed.input('send', { payload: list });
	await until(() => stats().accepted > 100);
	await simulator.close();
	const error = await sending;
	const first = (await nodeRed.take()).sent.filter(({ node }) => node === 'send');

	expect(error).toMatchObject({ code: expect.stringMatching(/not_reached|batch_halted/) });
	expect(nodeRed.isAlive).toBe(true);
	expect(first).toHaveLength(600);
	const unsent = of(first, 'unsent');
	const unknown = of(first, 'unknown');
	expect(unknown.length).toBeLessThanOrEqual(CONCURRENCY);
	expect(of(first, 'accepted').length + unknown.length + unsent.length).toBe(600);
	expect(unsent.length).toBeGreaterThan(300);

	simulator = await startSimulator({ port: Number(port) });
	fast();
	const second = await send(list);

	expect(phonesOf(of(second, 'accepted')).sort()).toEqual(phonesOf(unsent).sort());
	expect(phonesOf(of(second, 'unknown')).sort()).toEqual(phonesOf(unknown).sort());
	expect(stats()).toMatchObject({ accepted: unsent.length, twice: 0 });
}, 60_000);

test('without SQLite the status and the log say that nothing is kept, and the nodes work', async () => {
	await nodeRed.stop();
	nodeRed = await NodeRed.start({ execArgv: ['--no-experimental-sqlite'] });
	await nodeRed.deploy(flowOf(accountNode(simulator), sendNode()));
	const { statuses, log } = await nodeRed.take();

	expect(statuses).toContainEqual({
		node: 'send',
		status: { fill: 'yellow', shape: 'ring', text: 'not kept on disk' },
	});
	expect(log).toContainEqual(
		expect.objectContaining({
			level: 30,
			id: 'account',
			msg: expect.stringMatching(/^What was sent is kept in the global context.*no node:sqlite/),
		}),
	);
	expect(of(await send([person(), person()]), 'accepted')).toHaveLength(1);
	expect(of(await send([person()]), 'duplicate')).toHaveLength(1);

	// The context outlives a deployment, and so does what it knows.
	await nodeRed.deploy(flowOf(accountNode(simulator), sendNode({ name: 'changed' })));
	expect(of(await send([person()]), 'duplicate')).toHaveLength(1);
});
