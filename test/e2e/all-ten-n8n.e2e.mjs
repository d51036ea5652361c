import { after, before } from 'node:test';
import { describeAllTen } from './support/all-ten.mjs';
import { openStage } from './support/stage.mjs';

let stage;
let page;

before(
	async () => {
		stage = await openStage();
		const context = await stage.browser.newContext({
			locale: 'en',
			viewport: { width: 1440, height: 900 },
		});
		page = await context.newPage();
	},
	{ timeout: 10 * 60_000 },
);

after(async () => await stage?.close());

describeAllTen('n8n', () => ({ page, simulatorUrl: stage.simulator.url }));
