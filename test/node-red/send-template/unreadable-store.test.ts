import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startSimulator } from '../../../simulator/index';
import { accountNode, flowOf, people, sendNode } from '../desk';
import { NodeRed } from '../runtime/node-red';

describe('a damaged file of what was sent', () => {
	test('sends nothing and says so for everybody, until it can be read again', async () => {
		const simulator = await startSimulator();
		const first = await NodeRed.start();
		const { userDir } = first;
		const file = path.join(userDir, 'whatsapp-events.sqlite');
		await first.kill();
		writeFileSync(file, 'not a database'.repeat(100));
		const nodeRed = await NodeRed.start({ userDir });
		try {
			await nodeRed.deploy(flowOf(accountNode(simulator), sendNode()));
			const error = await nodeRed.input('send', { payload: people(3) });

			expect(error).toMatchObject({ code: 'ledger_unavailable' });
			const results = (await nodeRed.take()).sent.filter(({ node }) => node === 'send');
			expect(
				results.map(({ port, msg }) => [port, msg.payload.outcome, msg.payload.reason]),
			).toEqual(Array.from({ length: 3 }, () => [1, 'unsent', 'ledger_unavailable']));
			expect(simulator.control.stats().messages.accepted).toBe(0);

			rmSync(file);
			expect(await nodeRed.input('send', { payload: people(3) })).toBeUndefined();
			expect(simulator.control.stats().messages.accepted).toBe(3);
		} finally {
			await nodeRed.stop();
			await simulator.close();
			rmSync(userDir, { recursive: true, force: true });
		}
	});
});
