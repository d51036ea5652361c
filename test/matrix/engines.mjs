// A real Node-RED and a real n8n, each with a simulator of its own and the shipped flows as the demonstrations set them up.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSimulator } from '../../simulator/index.ts';
import { json } from '../../scripts/lib/demo.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { EVENT } from './event.mjs';
import { approvePack } from './pack.mjs';

/** An account with nothing but the pack, and the event of the cases. */
async function openSimulator(pack) {
	const simulator = await startSimulator({ empty: true });
	await json(`${simulator.url}/sim/ticketing`, 'PATCH', { event: EVENT });
	await approvePack(simulator.url, pack);
	return simulator;
}

/** @returns `{name, simulatorUrl, stop}` */
export async function startInNodeRed(pack) {
	const { startNodeRed } = await import('../../scripts/lib/embedded-node-red.mjs');
	const { setUpDemo } = await import('../../scripts/lib/demo-node-red.mjs');
	const folder = await mkdtemp(path.join(tmpdir(), 'whatsapp-events-matrix-'));
	const simulator = await openSimulator(pack);
	const nodeRed = await startNodeRed({ userDir: folder });
	await setUpDemo(nodeRed, simulator.url);
	// Platforms that are asked have been so by then: what they say first is only remembered.
	await sleep(3000);
	return {
		name: 'Node-RED',
		simulatorUrl: simulator.url,
		stop: async () => {
			await nodeRed.stop();
			await simulator.close();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** @returns `{name, simulatorUrl, stop}` */
export async function startInN8n(pack) {
	const { startRealN8n } = await import('../../scripts/lib/real-n8n.mjs');
	const { setUpDemo } = await import('../../scripts/lib/demo-n8n.mjs');
	const folder = await mkdtemp(path.join(tmpdir(), 'whatsapp-events-matrix-'));
	const simulator = await openSimulator(pack);
	const n8n = await startRealN8n({ dataDir: folder, port: await freePort() });
	await n8n.login();
	await setUpDemo(n8n, simulator.url);
	return {
		name: 'n8n',
		simulatorUrl: simulator.url,
		stop: async () => {
			await n8n.stop();
			await simulator.close();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
