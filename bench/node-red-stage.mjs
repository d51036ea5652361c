// What every benchmark of Node-RED runs on: a simulator and a fresh Node-RED in a process of its own.
import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { repoRoot } from '../scripts/lib/paths.mjs';
import { startSimulator } from '../simulator/index.ts';
import { NO_STATUSES } from './stage.mjs';

/**
 * Sets both up, hands them to `play`, and closes them whatever happens.
 *
 * @param settings of the simulator, as PATCH /sim/control takes them
 * @param play gets `{child, ask, simulator, url}`; `ask` sends the process a message and resolves with its answer
 */
export async function inNodeRed(settings, play) {
	const userDir = await mkdtemp(path.join(os.tmpdir(), 'whatsapp-events-bench-'));
	const simulator = await startSimulator({ settings: { statuses: NO_STATUSES, ...settings } });
	const child = fork(path.join(repoRoot, 'bench/node-red-process.mjs'), [userDir]);
	const end = () => child.kill();
	process.once('exit', end);
	const answer = () =>
		new Promise((resolve, reject) => {
			child.once('message', resolve);
			child.once('exit', (code) => reject(new Error(`Node-RED ended (${code})`)));
		});
	const ask = async (message) => {
		const answered = answer();
		child.send(message);
		return await answered;
	};
	try {
		const { url } = await answer();
		return await play({ child, ask, simulator, url });
	} finally {
		process.off('exit', end);
		child.removeAllListeners('exit');
		child.kill();
		await simulator.close();
		await rm(userDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	}
}
