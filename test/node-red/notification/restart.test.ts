import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startSimulator, type Simulator } from '../../../simulator/index';
import { NodeRed } from '../runtime/node-red';
import { entries, NotificationDesk, notificationNode } from './desk';

let simulator: Simulator;
let userDir: string;
let desk: NotificationDesk;

beforeEach(async () => {
	userDir = await mkdtemp(path.join(os.tmpdir(), 'whatsapp-events-notification-'));
	simulator = await startSimulator();
	simulator.control.change({
		throughput: { [simulator.credentials.phoneNumberId]: 1000 },
		latencyMs: 40,
	});
	desk = new NotificationDesk(await NodeRed.start({ userDir }), simulator);
});
afterEach(async () => {
	await desk.nodeRed.stop();
	await simulator.close();
	await rm(userDir, { recursive: true, force: true });
});

async function killAndStart(): Promise<void> {
	await desk.nodeRed.kill();
	desk.nodeRed = await NodeRed.start({ userDir });
}

test('kill -9 in the middle: started again it goes on by itself, and nobody gets it twice', async () => {
	await desk.deploy(notificationNode({ concurrency: 20 }));
	await desk.command('check', entries(400));
	await desk.command('send');
	await desk.accepted(120);
	await killAndStart();
	const before = desk.stats.accepted;
	expect(before).toBeLessThan(400);
	const state = await desk.untilProgress('finished');

	// What was in flight is not known, and not repeated.
	expect(Number(state.accepted) + Number(state.unknown)).toBe(400);
	expect(Number(state.unknown)).toBeLessThanOrEqual(50);
	expect(desk.stats).toMatchObject({ twice: 0 });
	expect(desk.stats.phones).toBeGreaterThanOrEqual(Number(state.accepted));
	const { error, report } = await desk.command('report');
	expect(error).toBeUndefined();
	expect(report?.payload).toMatchObject({ people: 400, waiting: 0, progress: 'finished' });
}, 60_000);

test('what was stopped stays stopped after a restart, and resumes', async () => {
	await desk.deploy(notificationNode({ chunkSize: 20 }));
	await desk.command('check', entries(200));
	await desk.command('send');
	await desk.accepted(60);
	await desk.command('stop');
	const half = desk.stats.accepted;
	await killAndStart();
	expect((await desk.ask('state')).body).toMatchObject({
		progress: 'stopped',
		waiting: 200 - half,
	});
	await new Promise((resolve) => setTimeout(resolve, 500));
	expect(desk.stats.accepted).toBe(half);
	await desk.command('resume');
	await desk.untilProgress('finished');

	expect(desk.stats).toMatchObject({ accepted: 200, twice: 0, phones: 200 });
}, 60_000);

test('a deployment in the middle goes on afterwards', async () => {
	const node = notificationNode({ chunkSize: 40 });
	await desk.deploy(node);
	await desk.command('check', entries(200));
	await desk.command('send');
	await desk.accepted(50);
	await desk.deploy(node);
	const state = await desk.untilProgress('finished');

	expect(state).toMatchObject({ accepted: 200, unknown: 0 });
	expect(desk.stats).toMatchObject({ accepted: 200, twice: 0, phones: 200 });
}, 60_000);

test('a time to send is kept over a restart', async () => {
	const sendAt = new Date(Date.now() + 8_000).toISOString().slice(0, 19).replace('T', ' ');
	await desk.deploy(notificationNode({ sendAt, timeZone: 'UTC' }));
	await desk.command('send', entries(3));
	await desk.untilProgress('scheduled');
	await killAndStart();
	expect(desk.stats.accepted).toBe(0);
	await desk.untilProgress('finished');

	expect(desk.stats).toMatchObject({ accepted: 3, twice: 0 });
	// The page of the check was in memory; the report stands in for it.
	expect((await desk.ask('page', { page: 'check' })).body.html).toContain('Report');
}, 60_000);
