import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { setUpDemo } from '../../scripts/lib/demo-node-red.mjs';
import { startNodeRed } from '../../scripts/lib/embedded-node-red.mjs';
import { startSimulator } from '../../simulator/index.ts';
import { NodeRedEditor } from './support/node-red-editor.mjs';
import { TemplateForm } from './support/template-form.mjs';
import { screenshot } from './support/stage.mjs';

/** One tab per language: an Inject, a wire, and a Debug at its end. */
const tabOf = (language) => [
	{ id: `tab-${language}`, type: 'tab', label: `Templates ${language}` },
	{
		...{ id: `inject-${language}`, type: 'inject', z: `tab-${language}`, name: 'Apply it' },
		...{ props: [{ p: 'payload' }], repeat: '', crontab: '', once: false, payloadType: 'date' },
		...{ payload: '', x: 140, y: 160, wires: [[`debug-${language}`]] },
	},
	{
		...{ id: `debug-${language}`, type: 'debug', z: `tab-${language}`, name: 'Done' },
		...{ active: true, tosidebar: true, complete: 'payload', targetType: 'msg' },
		...{ x: 760, y: 160, wires: [] },
	},
];

const LANGUAGES = {
	'en-US': {
		name: 'doors_open_tomorrow',
		body: 'the doors open at nine tomorrow. Please bring your ticket.',
		starts: /starts with a variable/,
		hi: 'Hi ',
	},
	ja: {
		name: 'doors_open_tomorrow_ja',
		body: '様、明日は午前九時に開場いたします。チケットをお持ちください。',
		starts: /変数で始ま/,
		hi: 'ご登録の',
	},
};

/** One of everything the form has a field for, and what it keeps without one. */
const DEFINITIONS = {
	everything: {
		...{ name: 'everything', language: 'pt_BR', category: 'MARKETING', audience: 'speaker' },
		header: { type: 'text', text: 'Olá {{first_name}}' },
		body: 'Um texto com {{event_name}} e {{first_name}}.\n\nDuas linhas.',
		footer: 'Rodapé',
		buttons: [
			{ type: 'quick_reply', text: 'Sim' },
			{
				type: 'url',
				text: 'Ver',
				url: 'https://example.com/{{1}}',
				sample: 'https://example.com/a',
			},
			{ type: 'url', text: 'Site', url: 'https://example.com' },
			{ type: 'phone', text: 'Ligar', phone: '+5511987650100' },
			{ type: 'copy_code', sample: '25OFF' },
			{ type: 'other', meta: { type: 'FLOW', text: 'Abrir', flow_id: '1' } },
		],
		samples: { first_name: 'Larissa', event_name: 'Encontro' },
		messageSendTtlSeconds: 43200,
	},
	picture: {
		...{ name: 'picture', language: 'xx_YY', category: 'UTILITY' },
		header: { type: 'image', sample: '4::aW1hZ2U=' },
		body: 'Hi {{1}}, see {{2}} here.',
		samples: { 1: 'Ann', 2: 'A1' },
		parameterFormat: 'POSITIONAL',
	},
	place: {
		...{ name: 'place', language: 'ja', category: 'UTILITY', audience: 'buyer' },
		header: { type: 'location' },
		body: '会場はこちらです。お気をつけてお越しください。',
		other: { components: [{ at: 2, meta: { type: 'CAROUSEL', cards: [] } }] },
	},
};

const MANY = Array.from({ length: 500 }, (_, at) => ({
	...{ name: `bulk_${String(at).padStart(3, '0')}`, language: 'en', category: 'UTILITY' },
	status: ['APPROVED', 'PENDING', 'REJECTED', 'PAUSED', 'DISABLED'][at % 5],
	components: [{ type: 'BODY', text: `Session number ${at} begins soon, please find your seat.` }],
}));

describe('Manage Template in Node-RED', () => {
	let temp;
	let simulator;
	let nodeRed;
	let browser;

	before(
		async () => {
			temp = await mkdtemp(path.join(os.tmpdir(), 'whatsapp-events-e2e-'));
			simulator = await startSimulator({ port: 0, settings: { templates: { limit: 6000 } } });
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

	test('a dialog that is opened and closed changes nothing of a template', async () => {
		const flow = Object.entries(DEFINITIONS).map(([id, fields], at) => ({
			...{ id, type: 'whatsapp-manage-template', z: 'tab-en-US', name: id, fields },
			...{ account: 'whatsapp-events-account', operation: 'check', definitionFrom: 'fields' },
			...{ x: 300, y: 300 + 60 * at, wires: [[], []] },
		}));
		const { flows } = await nodeRed.RED.runtime.flows.getFlows({});
		await nodeRed.deploy([...flows, ...flow]);
		const editor = await NodeRedEditor.open(browser, nodeRed.url, 'en-US');
		await editor.showTab('tab-en-US');
		for (const [id, fields] of Object.entries(DEFINITIONS)) {
			await editor.edit(id);
			await screenshot(editor.page, `templates-node-red-kept-${id}`);
			await editor.done();
			const kept = await editor.page.evaluate((of) => window.RED.nodes.node(of).fields, id);
			assert.deepEqual(kept, fields, id);
		}
		assert.deepEqual(editor.errors, []);
		await editor.page.context().close();
		await nodeRed.deploy(flows);
	});

	for (const [language, words] of Object.entries(LANGUAGES)) {
		test(`a template is written, a mistake mended, and sent for approval (${language})`, async () => {
			const editor = await NodeRedEditor.open(browser, nodeRed.url, language);
			const { page } = editor;
			await editor.showTab(`tab-${language}`);
			const id = await editor.dropOnWire('whatsapp-manage-template', { x: 450, y: 160 });
			await editor.edit(id);
			await screenshot(page, `templates-node-red-new-${language}`);
			await page.locator('#node-input-account').selectOption('whatsapp-events-account');
			const form = new TemplateForm(page);
			await form.write({ name: words.name, language: language === 'ja' ? 'ja' : 'en' });
			await form.insert('first_name');
			await form.append(words.body);
			await form.addButton('url', {
				text: 'My ticket',
				url: 'https://example.com/t/{{1}}',
				sample: 'https://example.com/t/E2D4',
			});
			await form.finding(words.starts).waitFor();
			await screenshot(page, `templates-node-red-mistake-${language}`);
			await form.finding(words.starts).click();
			assert.equal(
				await page.evaluate(() => document.activeElement?.id),
				'wae-form-body',
				'the finding leads to the body',
			);
			await form.prepend(words.hi);
			await page.locator('.wae-findings').waitFor({ state: 'detached' });
			assert.match(await page.locator('.wae-bubble').innerText(), new RegExp(words.hi));
			await editor.settle();
			await screenshot(page, `templates-node-red-form-${language}`);
			await page.locator('#wae-form-footer').scrollIntoViewIfNeeded();
			await editor.settle();
			await screenshot(page, `templates-node-red-form-below-${language}`);
			await editor.done();
			await editor.deploy();

			await editor.press(`inject-${language}`);
			await editor
				.status(id)
				.filter({ hasText: /created|作成済み/ })
				.waitFor();
			const made = simulator.control.templates().find(({ name }) => name === words.name);
			assert.equal(made?.status, 'PENDING');
			await screenshot(page, `templates-node-red-applied-${language}`);
			await editor.edit(id);
			assert.equal(await page.locator('#wae-form-name').inputValue(), words.name);
			await page.evaluate(() => document.documentElement.classList.add('nr-theme-dark'));
			await editor.settle();
			await screenshot(page, `templates-node-red-dark-${language}`);
			await page.locator('#node-dialog-cancel').click();
			assert.deepEqual(editor.errors, []);
			await page.context().close();
		});

		test(`the shipped flows of templates are laid out (${language})`, async () => {
			const editor = await NodeRedEditor.open(browser, nodeRed.url, language);
			for (const flow of ['set-up-templates', 'watch-template-approval', 'delivery-status']) {
				await editor.showTab(`whatsapp-events-${flow}`);
				await screenshot(editor.page, `templates-node-red-flow-${flow}-${language}`);
			}
			await editor.showTab('whatsapp-events-set-up-templates');
			await editor.press('su-plan');
			await editor
				.status('su-apply')
				.filter({ hasText: /planned|予定/ })
				.waitFor();
			await editor.settle();
			await screenshot(editor.page, `templates-node-red-flow-planned-${language}`);
			await editor.page.goto(`${nodeRed.url}/templates-preview`);
			await editor.page.locator('section').nth(39).waitFor();
			await screenshot(editor.page, `templates-node-red-page-${language}`);
			await editor.page.context().close();
		});

		test(`ready-made templates are chosen, 500 of the account are searched (${language})`, async () => {
			simulator.control.putTemplates(MANY);
			const editor = await NodeRedEditor.open(browser, nodeRed.url, language);
			const { page } = editor;
			await editor.showTab(`tab-${language}`);
			const id = await editor.dropOnWire('whatsapp-manage-template', { x: 620, y: 160 });
			await editor.edit(id);
			await page.locator('#node-input-account').selectOption('whatsapp-events-account');
			await page.locator('#node-input-definitionFrom').selectOption('readyMade');
			await page.locator('.wae-ticks:visible .wae-list-search').fill('sponsor');
			await page.locator('.wae-tick:visible input').first().check();
			await editor.settle();
			await screenshot(page, `templates-node-red-ready-made-${language}`);

			await page.locator('#node-input-operation').selectOption('getStatus');
			await page.locator('.wae-chosen').click();
			await page.locator('.wae-list li').nth(90).waitFor();
			await screenshot(page, `templates-node-red-list-${language}`);
			const requests = () => simulator.control.calls({ limit: 10_000 }).length;
			const read = requests();
			await page.locator('.wae-panel .wae-list-search').pressSequentially('bulk_417');
			await page.locator('.wae-list li').nth(1).waitFor({ state: 'detached' });
			assert.match(await page.locator('.wae-list li').innerText(), /bulk_417/);
			await editor.settle();
			assert.equal(requests(), read, 'what is typed is looked up in the browser');
			await page.keyboard.press('Enter');
			await page.locator('#node-input-wait').check();
			await editor.settle();
			await screenshot(page, `templates-node-red-status-${language}`);
			for (const operation of ['getMany', 'getReadyMade', 'delete', 'deleteDraft', 'preview']) {
				await page.locator('#node-input-operation').selectOption(operation);
				await editor.settle();
				await screenshot(page, `templates-node-red-${operation}-${language}`);
			}
			await page.locator('#node-dialog-cancel').click();
			assert.deepEqual(editor.errors, []);
			await page.context().close();
		});
	}
});
