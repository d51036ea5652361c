import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before } from 'node:test';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { setUpDemo } from '../../scripts/lib/demo-node-red.mjs';
import { startNodeRed } from '../../scripts/lib/embedded-node-red.mjs';
import { startSimulator } from '../../simulator/index.ts';
import { describeAllTen } from './support/all-ten.mjs';

const stage = {};

before(async () => {
	stage.folder = await mkdtemp(path.join(os.tmpdir(), 'whatsapp-events-e2e-'));
	stage.simulator = await startSimulator({ port: 0 });
	stage.nodeRed = await startNodeRed({ userDir: stage.folder });
	await setUpDemo(stage.nodeRed, stage.simulator.url);
	stage.browser = await launchBrowser();
	const context = await stage.browser.newContext({
		locale: 'en',
		viewport: { width: 1440, height: 900 },
	});
	stage.page = await context.newPage();
});

after(async () => {
	await stage.browser?.close();
	await stage.nodeRed?.stop();
	await stage.simulator?.close();
	await rm(stage.folder, { recursive: true, force: true });
});

describeAllTen('node-red', () => ({ page: stage.page, simulatorUrl: stage.simulator.url }));
