import { setTimeout as sleep } from 'node:timers/promises';
import { control } from '../check-credits/desk';
import { useNodeRedDesk } from '../desk';
import type { Taken } from '../runtime/node-red';
import { entries, NotificationDesk, notificationNode, othersOf, reportsOf } from './desk';

const runtime = useNodeRedDesk({ latencyMs: 5, throughput: { '106540352242922': 1000 } });
let desk: NotificationDesk;
beforeEach(() => {
	desk = new NotificationDesk(runtime.nodeRed, runtime.simulator);
});

const act = async (action: 'pause' | 'unpause') =>
	await control(desk.simulator, 'POST', `control/templates/badge_pickup/en/${action}`, {});

/** Halted by a pause it has learnt of just before it began; what left the nodes by then. */
async function halted(more: object = {}): Promise<Taken> {
	await desk.deployListening(notificationNode(more));
	await desk.command('check', entries(5));
	await act('pause');
	await sleep(500);
	const taken = await desk.command('send');
	await desk.untilProgress('stopped');
	return taken;
}

test('a notification whose template is paused stands still, and goes on when it is back', async () => {
	await halted();
	expect(desk.stats.accepted).toBe(0);
	await act('unpause');
	await desk.untilProgress('finished');

	expect(desk.stats).toMatchObject({ accepted: 5, twice: 0, phones: 5 });
}, 60_000);

test('what has not changed is not told at every look', async () => {
	const atOnce = await halted({ lookAgainMinutes: 0.005 });
	const caught = ({ sent }: Pick<Taken, 'sent'>) => sent.filter(({ node }) => node === 'caught');
	const told = { sent: atOnce.sent };
	for (let tries = 0; tries < 50 && (caught(told).length < 1 || othersOf(told.sent).length < 5);) {
		await sleep(100);
		told.sent.push(...(await desk.nodeRed.take()).sent);
		tries++;
	}
	await sleep(2_000);
	const later = await desk.nodeRed.take();

	expect(caught(told)).toHaveLength(1);
	expect(othersOf(told.sent)).toHaveLength(5);
	expect(caught(later)).toEqual([]);
	expect(reportsOf(later.sent)).toEqual([]);
	expect(othersOf(later.sent)).toEqual([]);
	// Nobody tells: a look finds it.
	desk.simulator.control.changeTemplate('badge_pickup', 'en', { status: 'APPROVED' });
	await desk.untilProgress('finished');
	expect(desk.stats).toMatchObject({ accepted: 5, twice: 0, phones: 5 });
}, 60_000);

test('what somebody has stopped stays where it is', async () => {
	await halted();
	await desk.command('stop');
	await act('unpause');
	await sleep(1_000);

	expect(desk.stats.accepted).toBe(0);
	await desk.command('resume');
	await desk.untilProgress('finished');
	expect(desk.stats.accepted).toBe(5);
}, 60_000);

test('a refusal that nobody has foreseen is the same pause', async () => {
	await desk.deployListening(notificationNode({ lookAgainMinutes: 0.005 }));
	await desk.command('check', entries(5));
	desk.simulator.control.change({
		faults: [{ path: '/messages', kind: 'error', code: 132015, times: 1 }],
	} as never);
	await desk.command('send');
	await desk.untilProgress('finished');

	expect(desk.stats).toMatchObject({ accepted: 5, twice: 0, phones: 5 });
}, 60_000);
