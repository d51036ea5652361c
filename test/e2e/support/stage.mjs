// Everything an end-to-end test needs: the packed tarball in a real n8n, the simulator, a browser.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { launchBrowser } from '../../../scripts/lib/browser.mjs';
import { setUpDemo } from '../../../scripts/lib/demo-n8n.mjs';
import { packAndUnpack } from '../../../scripts/lib/pack.mjs';
import { repoRoot } from '../../../scripts/lib/paths.mjs';
import { freePort } from '../../../scripts/lib/ports.mjs';
import { startRealN8n } from '../../../scripts/lib/real-n8n.mjs';
import { startSimulator } from '../../../simulator/index.ts';

/** Starts it all; `close` ends every process and removes every file. */
export async function openStage() {
	const temp = await mkdtemp(path.join(os.tmpdir(), 'whatsapp-events-e2e-'));
	const closers = [async () => await rm(temp, { recursive: true, force: true })];
	const close = async () => {
		for (const closer of closers.splice(0).reverse()) await closer();
	};
	// A run that is stopped leaves no n8n behind.
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
	try {
		const packed = await packAndUnpack(repoRoot, {
			tarballs: path.join(temp, 'tarballs'),
			unpackTo: path.join(temp, 'package'),
		});
		const simulator = await startSimulator({ port: 0 });
		closers.push(async () => await simulator.close());
		const options = {
			dataDir: path.join(temp, 'n8n'),
			port: await freePort(),
			packageDir: packed.dir,
		};
		const stage = { simulator, close };
		const start = async () => {
			stage.n8n = await startRealN8n(options);
			await stage.n8n.login();
		};
		await start();
		closers.push(async () => await stage.n8n.stop());
		stage.workflows = await setUpDemo(stage.n8n, simulator.url);
		stage.browser = await launchBrowser();
		closers.push(async () => await stage.browser.close());
		/** Ends n8n and starts it again on the same data, as after a power cut that was noticed in time. */
		stage.restartN8n = async () => {
			await stage.n8n.stop();
			await start();
		};
		return stage;
	} catch (error) {
		await close();
		throw error;
	}
}

/** Keeps what a person would see, as build output. */
export const screenshot = async (page, name) =>
	await page.screenshot({ path: path.join(repoRoot, 'build/e2e', `${name}.png`) });
