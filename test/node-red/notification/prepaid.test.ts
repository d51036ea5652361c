import { useNodeRedDesk } from '../desk';
import { entries, NotificationDesk, notificationNode } from './desk';

const runtime = useNodeRedDesk({ latencyMs: 5, throughput: { '106540352242922': 1000 } });

const money = async (method: string, path: string, body: object) => {
	const answer = await fetch(`${runtime.simulator.url}/sim/money${path}`, {
		method,
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	});
	expect(answer.status).toBe(200);
};

/** Japan, utility, on the card of 2026-10-01: $0.0113. */
const pricesOf = (messages: number) => Number((messages * 0.0113).toFixed(4));

test('a prepaid account that pays for 30 of 100: it stops, and after buying exactly the missing ones get it', async () => {
	const desk = new NotificationDesk(runtime.nodeRed, runtime.simulator);
	await money('PATCH', '', { funding: 'prepaid', balance: pricesOf(30) });
	await desk.deployListening(notificationNode({ chunkSize: 10 }));
	await desk.command('check', entries(100));
	await desk.command('send');
	const stopped = await desk.until(({ progress }) => progress === 'stopped', 60_000);
	expect(stopped.note).toMatch(/131042|paid|payment/i);
	// What was under way when the first one failed was accepted as well; its failure is told within a second.
	await desk.until(
		({ read, unsent, waiting }) => read === 30 && Number(unsent) + Number(waiting) === 70,
	);
	expect(desk.stats.accepted).toBeLessThan(100);

	await money('POST', '/topup', { amount: 5 });
	await desk.command('resume');
	await desk.until(({ progress, read }) => progress === 'finished' && read === 100, 60_000);
	// Everybody was charged for once; what failed before was accepted, too, and costs nothing.
	const answer = await fetch(`${runtime.simulator.url}/sim/money/charges?limit=1000`);
	const { charges } = (await answer.json()) as { charges: Array<{ to: string }> };
	expect(charges).toHaveLength(100);
	expect(new Set(charges.map(({ to }) => to)).size).toBe(100);
}, 180_000);
