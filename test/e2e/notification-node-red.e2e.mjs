import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { setUpDemo } from '../../scripts/lib/demo-node-red.mjs';
import { startNodeRed } from '../../scripts/lib/embedded-node-red.mjs';
import { startSimulator } from '../../simulator/index.ts';
import { NodeRedEditor } from './support/node-red-editor.mjs';
import { screenshot } from './support/stage.mjs';

const GUESTS = 120;

/** What a person exports: a number that is none, somebody twice, somebody without a name. */
const guestsCsv = (from) =>
	[
		'Mobile;First name;Ticket;Language',
		...Array.from(
			{ length: GUESTS },
			(_, at) => `+8190${from + at};Guest ${at};${at % 3 ? 'Standard' : 'VIP'};en`,
		),
		'12345;Mari;VIP;ja',
		`+8190${from};Guest 0 again;VIP;en`,
		`+8190${from + 5000};;VIP;en`,
	].join('\r\n');

const tabOf = (language) => [
	{ id: `tab-${language}`, type: 'tab', label: `Notification ${language}` },
	{
		...{ id: `inject-${language}`, type: 'inject', z: `tab-${language}`, name: 'Guests' },
		...{ props: [{ p: 'payload' }], repeat: '', crontab: '', once: false, payloadType: 'date' },
		...{ payload: '', x: 140, y: 160, wires: [[`debug-${language}`]] },
	},
	{
		...{ id: `debug-${language}`, type: 'debug', z: `tab-${language}`, name: 'Report' },
		...{ active: true, tosidebar: true, complete: 'payload', targetType: 'msg' },
		...{ x: 760, y: 160, wires: [] },
	},
];

const LANGUAGES = {
	'en-US': {
		first: 10_000_000,
		checked: /120 will get it, 3 are left out/,
		question: /Send to 120 people now\?.*3 are left out/s,
		finished: /Finished: 120 of 120 sent/,
		pasted: /2 will get it, 0 are left out/,
		check: 'Check before sending',
		report: 'Report',
	},
	ja: {
		first: 20_000_000,
		checked: /送信対象 120 人、対象外 3 人/,
		question: /120 人に今すぐ送信しますか？.*対象外は 3 人/s,
		finished: /完了：120 人中 120 人に送信/,
		pasted: /送信対象 2 人、対象外 0 人/,
		check: '送信前の確認',
		report: 'レポート',
	},
};

describe('Notification in Node-RED', () => {
	let temp;
	let simulator;
	let nodeRed;
	let browser;

	before(
		async () => {
			temp = await mkdtemp(path.join(os.tmpdir(), 'whatsapp-events-e2e-'));
			simulator = await startSimulator({ port: 0 });
			nodeRed = await startNodeRed({ userDir: temp });
			const flows = await setUpDemo(nodeRed, simulator.url);
			await nodeRed.deploy([...flows, ...Object.keys(LANGUAGES).flatMap(tabOf)]);
			browser = await launchBrowser();
		},
		{ timeout: 5 * 60_000 },
	);

	after(async () => {
		await browser?.close();
		await nodeRed?.stop();
		await simulator?.close();
		if (temp) await rm(temp, { recursive: true, force: true });
	});

	for (const [language, words] of Object.entries(LANGUAGES)) {
		test(`a list is checked, sent, stopped, resumed and reported from the dialog (${language})`, async () => {
			const editor = await NodeRedEditor.open(browser, nodeRed.url, language);
			const { page } = editor;
			const shot = async (name) => {
				await editor.settle();
				await screenshot(page, `notification-node-red-${name}-${language}`);
			};
			const accepted = () => simulator.control.stats().messages.accepted;
			const before = accepted();
			await editor.showTab(`tab-${language}`);
			const id = await editor.dropOnWire('whatsapp-notification', { x: 450, y: 160 });
			await editor.edit(id);
			await shot('new');
			await page.locator('#node-input-account').selectOption('whatsapp-events-account');
			await page.locator('#node-input-notification').fill(`doors-${language.toLowerCase()}`);
			const { choose } = await editor.pickTemplate('badge_pickup');
			await choose();
			await page.locator('#wae-value-first_name').waitFor();
			// Slow enough to be stopped, and at any hour.
			await page.locator('#node-input-quietFrom').fill('');
			await page.locator('#node-input-quietUntil').fill('');
			await page.locator('.wae-fold > summary').first().click();
			await page.locator('#node-input-messagesPerSecond').fill('12');
			await page.locator('#node-input-chunkSize').fill('10');
			await shot('options');
			await page.locator('.wae-fold > summary').first().click();
			await page.locator('#node-input-name').scrollIntoViewIfNeeded();
			await shot('filled');
			await editor.done();
			await editor.deploy();

			await editor.edit(id);
			await page.locator('#wae-do-check').scrollIntoViewIfNeeded();
			await shot('before');
			await page.locator('.wae-recipients input[type="file"]').setInputFiles({
				name: 'guests.csv',
				mimeType: 'text/csv',
				buffer: Buffer.from(guestsCsv(words.first)),
			});
			await page.locator('#wae-do-check').click();
			await page.locator('#wae-standing', { hasText: words.checked }).waitFor();
			const frame = page.frameLocator('.wae-page');
			await frame.getByText(words.check).first().waitFor();
			await frame.locator('.wap-page').first().waitFor();
			await page.locator('.wae-page').scrollIntoViewIfNeeded();
			await shot('checked');
			assert.equal(accepted(), before, 'a check sends nothing');

			await page.locator('#wae-do-send').click();
			const question = await page.locator('.wae-ask').innerText();
			assert.match(question, words.question);
			await shot('question');
			assert.equal(accepted(), before, 'nothing leaves before the question is answered');
			await page.locator('#wae-send-really').click();
			await frame.getByText(words.report).first().waitFor();
			await page.waitForFunction(() => {
				const bar = document.querySelector('.wae-progress');
				return bar && Number(bar.value) >= 24 && Number(bar.value) < 100;
			});
			await shot('sending');
			await page.locator('#wae-do-stop').click();
			await page.locator('#wae-do-resume:not([hidden]):not([disabled])').waitFor();
			const half = accepted() - before;
			assert.ok(half > 0 && half < GUESTS, `${half} of ${GUESTS} were sent when it was stopped`);
			await shot('stopped');
			await page.waitForTimeout(1500);
			assert.equal(accepted() - before, half, 'stopped is stopped');

			await page.locator('#wae-do-resume').click();
			await page.locator('#wae-standing', { hasText: words.finished }).waitFor({ timeout: 60_000 });
			assert.equal(accepted() - before, GUESTS);
			assert.equal(simulator.control.stats().messages.twice, 0);
			await page.waitForFunction(() =>
				/read|既読/.test(document.querySelector('#wae-standing').innerText),
			);
			await page.locator('.wae-page').scrollIntoViewIfNeeded();
			await shot('finished');
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				page.locator('#wae-do-csv').click(),
			]);
			const csv = await readFile(await download.path(), 'utf8');
			assert.equal(csv.trim().split('\r\n').length, GUESTS + 3 + 1);
			assert.ok(!csv.includes(String(words.first)), 'no whole number leaves');

			await page.evaluate(() => document.documentElement.classList.add('nr-theme-dark'));
			await page.locator('#wae-do-report').click();
			await frame.locator('.wan-dark').waitFor();
			await shot('dark');
			await page.locator('#node-input-name').scrollIntoViewIfNeeded();
			await shot('dark-form');
			await page.locator('#node-dialog-cancel').click();
			await shot('canvas');
			assert.deepEqual(editor.errors, []);
			await page.context().close();
		});

		test(`the shipped flow is laid out, and a copied node is told to take another ID (${language})`, async () => {
			const editor = await NodeRedEditor.open(browser, nodeRed.url, language);
			const { page } = editor;
			await editor.showTab('whatsapp-events-notification');
			await editor.press('nt-list');
			await editor.status('nt-node').filter({ hasText: /2/ }).waitFor();
			await editor.settle();
			await screenshot(page, `notification-node-red-flow-${language}`);
			const verdict = await page.evaluate(() => {
				const { valid } = window.WhatsAppEvents.notification;
				const copy = { ...window.RED.nodes.node('nt-node'), id: 'copy' };
				return valid.id.call(copy, copy.notification);
			});
			assert.match(String(verdict), /another notification|別の通知/);
			await editor.edit('nt-node');
			const list = page.locator('.wae-recipients');
			await list.locator('input[type="file"]').setInputFiles({
				name: 'guests.xlsx',
				mimeType: 'application/octet-stream',
				buffer: Buffer.from('PK\u0003\u0004 and more'),
			});
			await list.locator('.wae-failed', { hasText: 'CSV' }).waitFor();
			await list.locator('button').nth(1).click();
			await list.locator('textarea').fill('phone\tname\n+12025550104\tAnn\n+12025550105\tBob');
			await screenshot(page, `notification-node-red-paste-${language}`);
			await list.locator('textarea ~ div button').first().click();
			await page.locator('#wae-do-check').click();
			await page.locator('#wae-standing', { hasText: words.pasted }).waitFor();
			await editor.done();
			const changed = await page.evaluate(() => window.RED.nodes.node('nt-node').changed);
			assert.ok(!changed, 'a dialog that is opened and closed changes nothing');
			assert.deepEqual(editor.errors, []);
			await page.context().close();
		});
	}
});
