import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startSimulator } from '../../../simulator/index';
import { InProcessEngine } from '../../engine/n8n-in-process';
import type { Json } from '../../engine/json';
import { Desk, outcomes, people, phone, type Sending } from './desk';

const desk = new Desk();
let folder: string;

beforeEach(() => {
	folder = mkdtempSync(path.join(os.tmpdir(), 'whatsapp-events-sim-'));
});

afterEach(async () => {
	await desk.simulator.close();
	rmSync(folder, { recursive: true, force: true });
});

const options = { messagesPerSecond: 1000, concurrency: 20 };

const until = async (reached: () => boolean) => {
	while (!reached()) await new Promise((resolve) => setTimeout(resolve, 5));
};

const phonesOf = ({ notSent }: Sending, outcome: string) =>
	notSent.filter(({ json }) => json.outcome === outcome).map(({ json }) => (json.input as Json).to);

/** How many messages are on each phone. */
const received = () =>
	new Map(
		desk.simulator.control.phones().map(({ waId, messages }) => [`+${waId}`, messages.length]),
	);

test('the simulator dies in the middle of 200 sends: what was in flight is unknown, the rest is sent later', async () => {
	const storage = path.join(folder, 'simulator.sqlite');
	const fast = { '106540352242922': 1000 };
	await desk.open({ latencyMs: 40, throughput: fast }, { storage });
	const { port } = new URL(desk.simulator.url);
	const items = people(200);

	const running = desk.send(items, { options });
	await until(() => desk.stats.accepted >= 60);
	await desk.simulator.close();
	const first = await running;

	const unknown = phonesOf(first, 'unknown');
	const unsent = phonesOf(first, 'unsent');
	expect(first.sent.length).toBeGreaterThan(0);
	expect(unknown.length).toBeGreaterThan(0);
	expect(unknown.length).toBeLessThanOrEqual(20);
	expect(unsent.length).toBeGreaterThan(50);
	expect(first.sent.length + unknown.length + unsent.length).toBe(200);

	desk.simulator = await startSimulator({ storage, port: Number(port) });
	desk.simulator.control.change({ latencyMs: 0 });
	const before = received();
	const second = await desk.send(items, { options });

	expect(second.sent.map(({ json }) => (json.input as Json).to)).toEqual(unsent);
	expect(phonesOf(second, 'unknown')).toEqual(unknown);
	expect(phonesOf(second, 'duplicate')).toHaveLength(first.sent.length);
	const after = received();
	for (const { to } of items) expect(after.get(to as string) ?? 0).toBeLessThanOrEqual(1);
	for (const to of unknown) expect(after.get(to)).toBe(before.get(to));
	expect(desk.stats.twice).toBe(0);
});

test('nobody answers at the address: everything is unsent, and few are tried', async () => {
	await desk.open();
	await desk.send(people(1, 500));
	await desk.simulator.close();

	const { sent, notSent } = await desk.send(people(300), { options });

	expect(sent).toEqual([]);
	expect(notSent.every(({ json }) => json.outcome === 'unsent')).toBe(true);
	expect(outcomes(notSent)[0]).toEqual(['unsent', 'not_reached']);
	expect(notSent[0]?.json.message).toContain('ECONNREFUSED');
	expect(outcomes(notSent).at(-1)).toEqual(['unsent', 'batch_halted']);
});

test('nobody answers, and the template was never read: unsent with what to check', async () => {
	await desk.open();
	await desk.simulator.close();

	const { notSent } = await desk.send(people(3));

	expect(outcomes(notSent)[0]).toEqual(['unsent', 'template_unreadable']);
	expect(notSent[0]?.json.whatToDo).toMatch(/connection and the API address/);
});

test('a run that a user stops sends nothing further, and the next run sends exactly the rest', async () => {
	await desk.open({ latencyMs: 30, throughput: { '106540352242922': 1000 } });
	let stop: () => void = () => {};
	const running = desk.send(people(200), { options }, { onStart: (cancel) => (stop = cancel) });
	await until(() => desk.stats.accepted >= 40);
	stop();
	await running;
	// What is in flight at that moment is cancelled under way, so nobody knows whether it left.
	await new Promise((resolve) => setTimeout(resolve, 200));
	const reached = desk.stats.accepted;
	expect(reached).toBeLessThan(150);

	const next = await desk.send(people(200), { options });

	const unknown = phonesOf(next, 'unknown');
	expect(unknown.length).toBeLessThanOrEqual(20);
	expect(next.sent.length).toBeGreaterThan(50);
	expect(next.sent.length + unknown.length + phonesOf(next, 'duplicate').length).toBe(200);
	expect(desk.stats.twice).toBe(0);
	expect(desk.stats.phones).toBe(desk.stats.accepted);
});

test('n8n dies in the middle: what was in flight is unknown to the next process, the rest is sent', async () => {
	await desk.open({ faults: [{ path: '/messages', kind: 'hang', times: 3 }] });
	const engine = new InProcessEngine(desk.engine.credentials);
	const crashed = engine.run(
		'whatsAppSendTemplate',
		{
			template: { __rl: true, mode: 'list', value: 'attendee_registration_confirmation:en' },
			to: '={{ $json.to }}',
			variablesFrom: 'item',
			variablesJson: '={{ $json.variables }}',
			options: { timeout: 2 },
		},
		people(10),
	);
	await until(() => desk.stats.accepted >= 10);
	await new Promise((resolve) => setTimeout(resolve, 100));
	// The database as the crash leaves it, opened by a process that knows of no flights.
	for (const [row, keys] of engine.storedKeys.rows) {
		desk.engine.storedKeys.rows.set(row.replace(engine.workflowId, desk.engine.workflowId), [
			...keys,
		]);
	}

	const { sent, notSent } = await desk.send(people(15));

	expect(sent.map(({ json }) => (json.input as Json).to)).toEqual([11, 12, 13, 14, 15].map(phone));
	const unknown = phonesOf({ sent, notSent, hints: [] }, 'unknown');
	expect(unknown.length).toBeGreaterThanOrEqual(3);
	expect(desk.stats).toMatchObject({ accepted: 15, twice: 0 });
	await crashed;
});
