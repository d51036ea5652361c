import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSimulator, type Simulator } from '../../../simulator/index';
import { accountNode, flowOf } from '../desk';
import { NodeRed } from '../runtime/node-red';
import { definition, manageNode, outcomes, outOf, useManageDesk } from './desk';

const NAME = 'doors_open_tomorrow';

/** Asks every 60 milliseconds. */
const SOON = { wait: true, waitMinutes: 0.001 };
/** Asks never within a test. */
const LATE = { wait: true, waitMinutes: 600 };

describe('a node that waits', () => {
	const desk = useManageDesk();

	test('sends nothing until WhatsApp has decided, then what was done and how it stands', async () => {
		await desk.deploy(SOON);
		const first = await desk.run(definition(), { topic: 'mine', req: { socket: new Map() } });
		expect(first.error).toBeUndefined();
		expect([first.done, first.attention]).toEqual([[], []]);
		expect(first.status).toBe('waiting for 1');
		await sleep(200);
		expect(outOf(await desk.nodeRed.take()).done).toEqual([]);

		desk.simulator.control.actOnTemplate(NAME, 'en', 'approve');
		const { done, status } = await desk.until(1);
		expect(done).toEqual([
			expect.objectContaining({
				topic: 'mine',
				payload: expect.objectContaining({
					operation: 'apply',
					outcome: 'created',
					action: 'create',
					status: 'approved',
					approved: true,
					settled: true,
					message: expect.stringContaining('approved'),
				}),
			}),
		]);
		// A connection is nothing one can keep for days.
		expect(done[0]).not.toHaveProperty('req');
		expect(status ?? (await desk.nodeRed.take()).statuses.at(-1)?.status.text).toBeDefined();
	});

	test('brings a rejection to Needs Attention, with reason and advice', async () => {
		await desk.deploy(SOON);
		await desk.run(definition());
		desk.simulator.control.actOnTemplate(NAME, 'en', 'reject', { reason: 'PROMOTIONAL' });
		const { done, attention } = await desk.until(1);

		expect(done).toEqual([]);
		expect(attention[0]?.payload).toMatchObject({
			outcome: 'created',
			status: 'rejected',
			rejection: { reason: 'PROMOTIONAL', recommendation: expect.stringContaining('Marketing') },
			whatToDo: expect.stringContaining('Marketing'),
		});
	});

	test('of a list lets go what is decided, and keeps parts for Join', async () => {
		await desk.deploy(SOON);
		const bad = definition('c_three', { body: '{{first_name}} comes' });
		const first = await desk.run([definition('a_one'), definition('b_two'), bad]);
		expect(outcomes(first.attention)).toEqual([['refused', 'check_failed']]);
		expect(first.status).toBe('waiting for 2');

		desk.simulator.control.actOnTemplate('b_two', 'en', 'approve');
		expect((await desk.until(1)).done).toMatchObject([
			{ parts: { index: 1, count: 3 }, payload: { name: 'b_two' } },
		]);
		desk.simulator.control.actOnTemplate('a_one', 'en', 'approve');
		expect((await desk.until(1)).done).toMatchObject([{ parts: { index: 0, count: 3 } }]);
	});

	test('waits with Get Status and with what was there before, and not in a dry run', async () => {
		await desk.run(definition());
		await desk.deploy(SOON);
		expect(outcomes((await desk.run(definition('b_two'), { dryRun: true })).done)).toEqual([
			['planned'],
		]);
		expect((await desk.run(definition())).done).toEqual([]);
		await desk.deploy({ ...SOON, operation: 'getStatus' });
		desk.simulator.control.actOnTemplate(NAME, 'en', 'approve');

		// The new node goes on waiting for what the one before it was asked for.
		expect((await desk.until(1)).done[0]?.payload).toMatchObject({
			outcome: 'unchanged',
			status: 'approved',
		});
		expect((await desk.run(NAME)).done[0]?.payload).toMatchObject({
			outcome: 'ok',
			status: 'approved',
		});
	});

	test('asked twice waits once', async () => {
		await desk.deploy(SOON);
		await desk.run(definition(), { topic: 'first' });
		expect((await desk.run(definition(), { topic: 'second' })).status).toBe('waiting for 1');
		desk.simulator.control.actOnTemplate(NAME, 'en', 'approve');

		expect((await desk.until(1)).done).toMatchObject([{ topic: 'second' }]);
		await sleep(200);
		expect(outOf(await desk.nodeRed.take()).done).toEqual([]);
	});

	test('gives up after its time, and says so', async () => {
		await desk.deploy({ ...SOON, waitHours: 0.0001 });
		await desk.run(definition());
		const { attention } = await desk.until(1);

		expect(attention[0]?.payload).toMatchObject({
			outcome: 'waiting',
			reason: 'in_review',
			message: expect.stringContaining('has not decided'),
			status: 'pending',
		});
	});

	test('is stopped by a message: what is undecided comes out as that', async () => {
		await desk.deploy(LATE);
		await desk.run([definition('a_one'), definition('b_two')]);
		const { attention } = await desk.run('', { stop: true });

		expect(outcomes(attention)).toEqual([
			['waiting', 'stopped'],
			['waiting', 'stopped'],
		]);
		await desk.deploy(SOON);
		await sleep(200);
		expect(outOf(await desk.nodeRed.take()).attention).toEqual([]);
	});

	test('goes on when WhatsApp is not reached for a while, and tells a Catch node once', async () => {
		await desk.deploy(SOON);
		await desk.run(definition());
		desk.simulator.control.change({ token: { state: 'expired' } } as never);
		await sleep(400);
		const { catches, done, attention } = outOf(await desk.nodeRed.take());
		expect(catches.map(({ error }) => error.message)).toEqual([expect.stringContaining('expired')]);
		expect([done, attention]).toEqual([[], []]);

		desk.simulator.control.change({ token: { state: 'valid' } } as never);
		desk.simulator.control.actOnTemplate(NAME, 'en', 'approve');
		expect((await desk.until(1)).done[0]?.payload).toMatchObject({ status: 'approved' });
	});

	test('learns at once what a business trigger hears, with WhatsApp’s own advice', async () => {
		const trigger = {
			...{ id: 'trigger', type: 'whatsapp-business-trigger', z: 'tab', account: 'account' },
			...{ path: 'whatsapp', publicUrl: desk.nodeRed.url, updates: ['templates'], statuses: [] },
			...{ scope: 'app', wires: [[], [], ['third'], []] },
		};
		await desk.nodeRed.deploy(flowOf(accountNode(desk.simulator), manageNode(LATE), trigger));
		await desk.nodeRed.takeUntil(({ statuses }) =>
			statuses.some(({ node, status }) => node === 'trigger' && status.text === 'subscribed'),
		);
		await desk.run(definition());
		desk.simulator.control.actOnTemplate(NAME, 'en', 'reject', {
			reason: 'INVALID_FORMAT',
			explanation: 'Variables stand side by side',
			recommendation: 'Put a word between them',
		});
		const { attention } = await desk.until(1);

		expect(attention[0]?.payload).toMatchObject({
			status: 'rejected',
			whatToDo: 'Put a word between them',
			rejection: {
				reason: 'INVALID_FORMAT',
				explanation: 'Variables stand side by side',
				recommendation: 'Put a word between them',
			},
		});
	});

	test('is deleted: nobody waits any more', async () => {
		await desk.deploy(LATE);
		await desk.run(definition());
		await desk.nodeRed.deploy(flowOf(accountNode(desk.simulator)));
		await desk.deploy(SOON);
		desk.simulator.control.actOnTemplate(NAME, 'en', 'approve');
		await sleep(200);

		expect(outOf(await desk.nodeRed.take()).done).toEqual([]);
	});
});

describe('a restart', () => {
	let simulator: Simulator;
	let nodeRed: NodeRed;
	let userDir: string;
	beforeEach(async () => {
		userDir = await mkdtemp(path.join(os.tmpdir(), 'whatsapp-events-waiting-'));
		simulator = await startSimulator({ settings: { templates: { review: 'manual' } } as never });
		nodeRed = await NodeRed.start({ userDir });
	});
	afterEach(async () => {
		await nodeRed.stop();
		await simulator.close();
		await rm(userDir, { recursive: true, force: true });
	});

	test('by kill -9 forgets nothing that is waited for', async () => {
		await nodeRed.deploy(flowOf(accountNode(simulator), manageNode(SOON)));
		const list = [definition('a_one'), definition('b_two')];
		await nodeRed.input('manage', { payload: list, topic: 'mine', _msgid: 'abc' });
		await nodeRed.kill();
		simulator.control.actOnTemplate('a_one', 'en', 'approve');
		simulator.control.actOnTemplate('b_two', 'en', 'reject', { reason: 'SCAM' });

		// The flows start again by themselves.
		nodeRed = await NodeRed.start({ userDir });
		const taken = await nodeRed.takeUntil(
			({ sent }) => sent.filter(({ node }) => node === 'manage').length >= 2,
		);
		const { done, attention } = outOf(taken);

		expect(done).toMatchObject([
			{
				topic: 'mine',
				_msgid: 'abc',
				parts: { index: 0, count: 2 },
				payload: { name: 'a_one', outcome: 'created', status: 'approved' },
			},
		]);
		expect(attention).toMatchObject([
			{ payload: { name: 'b_two', rejection: { reason: 'SCAM' } } },
		]);

		// What has come out does not come out again.
		await nodeRed.kill();
		nodeRed = await NodeRed.start({ userDir });
		await sleep(300);
		expect(outOf(await nodeRed.take()).done).toEqual([]);
	}, 60_000);
});

test('without SQLite it waits all the same, and says that nothing is kept', async () => {
	const simulator = await startSimulator({
		settings: { templates: { review: 'manual' } } as never,
	});
	const nodeRed = await NodeRed.start({ execArgv: ['--no-experimental-sqlite'] });
	try {
		await nodeRed.deploy(flowOf(accountNode(simulator), manageNode(SOON)));
		expect(outOf(await nodeRed.take()).status).toBe('not kept on disk');
		await nodeRed.input('manage', { payload: definition() });
		await nodeRed.deploy(flowOf(accountNode(simulator), manageNode({ ...SOON, name: 'other' })));
		simulator.control.actOnTemplate(NAME, 'en', 'approve');
		const { sent } = await nodeRed.takeUntil((taken) =>
			taken.sent.some(({ node, port }) => node === 'manage' && port === 0),
		);

		expect(sent.at(-1)?.msg.payload).toBeDefined();
	} finally {
		await nodeRed.stop();
		await simulator.close();
	}
}, 60_000);
