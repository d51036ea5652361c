import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { startNodeRed } from '../../scripts/lib/embedded-node-red.mjs';
import { startSimulator } from '../../simulator/index.ts';
import { screenshot } from './support/stage.mjs';
import { deskFlow, listen, readPack } from './support/template-desk.mjs';

const DAY = 24 * 3_600_000;
const NAME = 'attendee_registration_confirmation';

const tally = (results) =>
	results.reduce((sum, { outcome }) => ({ ...sum, [outcome]: (sum[outcome] ?? 0) + 1 }), {});

describe('the pack in an account without templates, decided on the console page', () => {
	let temp;
	let simulator;
	let nodeRed;
	let browser;
	let page;
	let heard;
	let pack;

	before(
		async () => {
			temp = await mkdtemp(path.join(os.tmpdir(), 'whatsapp-events-e2e-'));
			pack = await readPack();
			heard = await listen();
			simulator = await startSimulator({ port: 0, empty: true });
			nodeRed = await startNodeRed({ userDir: temp });
			await nodeRed.deploy(await deskFlow(nodeRed, simulator.url, heard.url));
			browser = await launchBrowser();
			page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
			page.setDefaultTimeout(15_000);
			await page.goto(`${simulator.url}/#templates`);
		},
		{ timeout: 5 * 60_000 },
	);

	after(async () => {
		await browser?.close();
		await nodeRed?.stop();
		await simulator?.close();
		await heard?.close();
		if (temp) await rm(temp, { recursive: true, force: true });
	});

	test('Apply: forty pending; approved on the page; the second Apply changes nothing', async () => {
		assert.deepEqual(tally(await ask('plan', pack)), { planned: 40 });
		assert.deepEqual(tally(await ask('apply', pack)), { created: 40 });
		await byStatus('PENDING').nth(39).waitFor();
		await screenshot(page, 'console-pending');

		await byTestId('approve-all').click();
		await byStatus('APPROVED').nth(39).waitFor();
		await screenshot(page, 'console-approved');

		assert.deepEqual(tally(await ask('plan', pack)), { unchanged: 40 });
		assert.deepEqual(tally(await ask('apply', pack)), { unchanged: 40 });
	});

	test('one body changed is planned as an edit; the next one on the same day has to wait', async () => {
		const once = changed('See you there!', 'We look forward to it!');
		assert.deepEqual(tally(await ask('plan', once)), { unchanged: 39, planned: 1 });
		const edited = (await ask('apply', once)).find(({ outcome }) => outcome !== 'unchanged');
		assert.equal(edited.outcome, 'edited');
		assert.deepEqual(edited.changes, ['body']);

		await row(NAME, 'en').click();
		await byTestId('template-preview').getByText('We look forward to it!').waitFor();
		await screenshot(page, 'console-edited');
		await byTestId('action-approve').click();
		await row(NAME, 'en', 'APPROVED').waitFor();

		const twice = changed('See you there!', 'Until then!');
		for (const operation of ['plan', 'apply']) {
			const refused = (await ask(operation, twice)).find(({ outcome }) => outcome !== 'unchanged');
			assert.deepEqual(
				[refused.outcome, refused.reason],
				['waiting', 'edited_recently'],
				`${operation}: ${refused.message}`,
			);
			const wait = Date.parse(refused.possibleAt) - Date.now();
			assert.ok(wait > 0.9 * DAY && wait < 1.1 * DAY, `possible in a day: ${refused.possibleAt}`);
		}
	});

	test('a deleted name stays blocked until the block ends', async () => {
		const [definition] = pack.filter(({ name, language }) => name === NAME && language === 'ja');
		const [deleted] = await ask('delete', [`${NAME}:ja`]);
		assert.equal(deleted.outcome, 'deleted');
		await row(NAME, 'ja', 'DELETED').waitFor();

		const [refused] = await ask('apply', [definition]);
		assert.deepEqual([refused.outcome, refused.reason], ['waiting', 'name_blocked']);
		const days = (Date.parse(refused.possibleAt) - Date.now()) / DAY;
		assert.ok(days > 29 && days < 32, `possible in a month: ${refused.possibleAt}`);

		await byTestId('open-account').click();
		await byTestId('blocked-name').first().waitFor();
		await screenshot(page, 'console-account');
		await byTestId('clock-month').click();
		await byTestId('clock-day').click();
		await page.getByText('31 days ahead of real time').waitFor();
		const [created] = await ask('apply', [definition]);
		assert.equal(created.outcome, 'created', created.message);
	});

	test('a rejection reaches the flow and the page, with its reason and what is recommended', async () => {
		const recommendation = 'Separate parameters with descriptive text.';
		await row(NAME, 'ja', 'PENDING').click();
		await byTestId('action-reject').click();
		await byTestId('reject-reason').selectOption('INVALID_FORMAT');
		await byTestId('reject-explanation').fill('Two parameters stand side by side.');
		await byTestId('reject-recommendation').fill(recommendation);
		await screenshot(page, 'console-reject');
		await byTestId('confirm-reject').click();
		await row(NAME, 'ja', 'REJECTED').waitFor();
		await page.getByText(recommendation).first().waitFor();
		await screenshot(page, 'console-rejected');

		const update = await heard.until(({ event }) => event === 'REJECTED');
		assert.equal(update.name, NAME);
		assert.equal(update.reason, 'INVALID_FORMAT');
		assert.equal(update.recommendation, recommendation);
		assert.match(update.message, /rejected/i);
		const [result] = await ask('apply', [
			pack.find(({ name, language }) => name === NAME && language === 'ja'),
		]);
		assert.equal(result.status, 'rejected');
		assert.equal(result.rejection.reason, 'INVALID_FORMAT');
	});

	const byTestId = (id) => page.getByTestId(id);

	/** Rows of the list; it draws more of them as one scrolls. */
	const byStatus = (status) => page.locator(`[data-testid=template-row][data-status=${status}]`);

	const row = (name, language, status) =>
		page.locator(
			`[data-testid=template-row][data-name=${name}][data-language=${language}]` +
				(status ? `[data-status=${status}]` : ''),
		);

	async function ask(operation, body) {
		const answer = await fetch(`${nodeRed.url}/${operation}`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(body),
		});
		assert.equal(answer.status, 200);
		return await answer.json();
	}

	const changed = (from, to) =>
		pack.map((definition) =>
			definition.name === NAME && definition.language === 'en'
				? { ...definition, body: definition.body.replace(from, to) }
				: definition,
		);
});
