import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { json } from '../../scripts/lib/demo.mjs';
import { Editor } from './support/editor.mjs';
import { finished } from './support/executions.mjs';
import { openStage, screenshot } from './support/stage.mjs';

const SAMPLES = { first_name: 'Aiko', event_name: 'Test Conf' };

const isPending = ({ status }) => status === 'PENDING';

const BODY =
	'Hi {{first_name}}, the doors of {{event_name}} open at nine tomorrow. Bring your ticket.';

describe('templates, in a real n8n', () => {
	let stage;
	let editor;

	before(
		async () => {
			stage = await openStage();
			editor = await Editor.open(stage.browser, stage.n8n);
		},
		{ timeout: 10 * 60_000 },
	);

	after(async () => await stage?.close());

	test('the shipped flows are drawn as they were meant', async () => {
		for (const name of ['set-up-templates', 'watch-template-approval']) {
			await editor.openWorkflow(stage.workflows[name].id);
			await screenshot(editor.page, `flow-${name}`);
		}
	});

	test('Manage Template: a template is filled in, seen as on the phone, and applied', async () => {
		await openManage({ operation: 'preview', definitionFrom: 'fields' });
		await fill('templateName', 'doors_open_tomorrow');
		await fill('body', BODY);
		await fill('footer', 'Test Conf');
		const body = editor.byTestId('parameter-input-body').locator('textarea');
		assert.equal(await body.inputValue(), BODY, 'n8n makes no expression of the variables');
		await editor.page.getByRole('button', { name: 'Add Button' }).click();
		await editor.page.getByPlaceholder('e.g. I have a question').fill('I have a question');
		for (const [name, value] of Object.entries(SAMPLES)) {
			// One field for each variable of the text, as soon as it is written.
			const field = editor.page.locator(
				`[data-test-id="parameter-input-value[\\"${name}\\"]"], [data-test-id="parameter-input-${name}"]`,
			);
			await field.first().waitFor();
			await field.first().locator('input, textarea').first().fill(value);
		}
		await editor.settle();
		await screenshot(editor.page, 'manage-template-filled');
		await editor.executeStep();
		await editor.page.getByText('Done Branch (1 item)').first().waitFor();
		await screenshot(editor.page, 'manage-template-previewed');

		await editor.chooseOption('operation', 'Apply');
		await screenshot(editor.page, 'manage-template-apply');
		await editor.executeStep();
		await editor.page.getByText('created', { exact: true }).first().waitFor();
		await screenshot(editor.page, 'manage-template-applied');
		const made = stage.simulator.control
			.templates()
			.find(({ name }) => name === 'doors_open_tomorrow');
		assert.equal(made.components.find(({ type }) => type === 'BODY').text, BODY);
		await editor.closeNode();
	});

	test('Manage Template: a template is chosen from the list, whatever its status', async () => {
		await openManage({ operation: 'getStatus', template: { __rl: true, mode: 'list', value: '' } });
		const { items, choose } = await editor.pickFromList('template', 'doors_open_tomorrow');
		await screenshot(editor.page, 'manage-template-list');
		assert.match(await items.first().innerText(), /Approval pending/);
		await choose();
		stage.simulator.control.actOnTemplate('doors_open_tomorrow', 'en', 'reject', {
			reason: 'INCORRECT_CATEGORY',
		});
		await editor.executeStep();
		await editor.page.getByText('Rejected', { exact: true }).first().waitFor();
		await screenshot(editor.page, 'manage-template-rejected');
		await editor.closeNode();
	});

	test('Manage Template: ready-made templates, filters and what needs no account', async () => {
		await openManage({ operation: 'getReadyMade' });
		await screenshot(editor.page, 'manage-template-ready-made');
		await editor.chooseOption('operation', 'Get Many');
		await screenshot(editor.page, 'manage-template-many');
		await editor.chooseOption('operation', 'Delete');
		await screenshot(editor.page, 'manage-template-delete');
		await editor.chooseOption('operation', 'Check');
		await editor.chooseOption('definitionFrom', 'From the Item');
		await screenshot(editor.page, 'manage-template-from-item');
		await editor.chooseOption('definitionFrom', 'Ready-Made');
		await editor.pickFromList('readyMade', 'sponsor_welcome');
		await screenshot(editor.page, 'manage-template-ready-made-list');
		await editor.page.keyboard.press('Escape');
		await editor.closeNode();
	});

	test('Set up templates: drafts are saved once, and a text that was changed stays', async () => {
		const { id } = stage.workflows['set-up-templates'];
		const first = await finished(stage.n8n, await stage.n8n.runByHand(id, 'Start Here'));
		assert.equal(first.items('Save as Draft').length, 10);
		const again = await finished(stage.n8n, await stage.n8n.runByHand(id, 'Start Here'));
		assert.deepEqual(again.items('Save as Draft'), []);
	});

	test('Set up templates: the plan, the pictures, and then the account in line', async () => {
		const plan = await bringInLine('Show the plan');
		assert.equal(plan.items('The Plan in Words').length + plan.items('Plan', 1).length, 10);
		await showPage(plan.items('Page: How They Look')[0].html);
		assert.deepEqual(plan.items('Apply'), []);

		const done = await bringInLine('Do it');
		assert.equal(done.items('Apply').length + done.items('Apply', 1).length, 10);
		const rows = done.items('Write Down the Status');
		assert.equal(rows.length, 10);
		assert.ok(rows.every(({ status }) => status !== 'Draft'));

		await editor.page.goto(`${stage.n8n.url}/home/datatables`);
		await editor.page.getByText('whatsapp_templates').first().click();
		await editor.page.getByText('Approval pending').locator('visible=true').first().waitFor();
		await editor.settle();
		await screenshot(editor.page, 'drafts-table');

		const again = await bringInLine('Do it');
		assert.deepEqual(
			[...again.items('Apply'), ...again.items('Apply', 1)].map(({ outcome }) => outcome),
			Array(10).fill('unchanged'),
		);
	});

	test('Watch template approval: asks until WhatsApp has decided, also after a restart', async () => {
		const [pending] = stage.simulator.control.templates().filter(isPending);
		// Waits of more than a minute are kept in n8n's database, as those of ten minutes are.
		const workflow = await waiting(70);
		const id = await stage.n8n.runByHand(workflow.id, 'Start Here');
		await eventually(
			async () => (await stage.n8n.rest('GET', `/rest/executions/${id}`)).status === 'waiting',
		);
		await stage.restartN8n();
		for (const { name, language } of stage.simulator.control.templates().filter(isPending)) {
			stage.simulator.control.actOnTemplate(name, language, 'approve');
		}
		const run = await finished(stage.n8n, id, 120_000);

		const told = run.items('Tell Your Team');
		assert.ok(told.some(({ name, status }) => name === pending.name && status === 'approved'));
		assert.ok(run.items('Write Down the Status').some(({ status }) => status === 'Approved'));
	});

	test('Watch template approval: gives up after its last round', async () => {
		stage.simulator.control.changeTemplate('doors_open_tomorrow', 'en', { status: 'PENDING' });
		const workflow = await waiting(1, 3);
		const run = await finished(stage.n8n, await stage.n8n.runByHand(workflow.id, 'Start Here'));

		assert.match(run.items('Still Not Decided')[0].message, /not decided on “doors_open_tomorrow”/);
	});

	test('Watch template approval: WhatsApp tells, and the table knows', async () => {
		const { 'delivery-status': statuses, 'watch-template-approval': watch } = stage.workflows;
		// WhatsApp reports to one address: that of the other flow, until it is unpublished.
		await stage.n8n.unpublish(statuses);
		await eventually(async () => (await addresses()).length === 0);
		const { versionId } = await stage.n8n.rest('GET', `/rest/workflows/${watch.id}`);
		await stage.n8n.publish({ ...watch, versionId });
		await eventually(async () =>
			(await addresses()).some((url) => url.includes('template-updates')),
		);
		stage.simulator.control.actOnTemplate('speaker_added_to_session', 'en', 'pause');
		let run;
		await eventually(async () => {
			const [newest] = await stage.n8n.executions(watch.id);
			if (!newest || newest.mode === 'manual' || newest.status !== 'success') return false;
			run = await finished(stage.n8n, newest.id);
			return true;
		});

		assert.match(
			run.items('Tell Your Team')[0].message,
			/“speaker_added_to_session” \(en\): paused/,
		);
		assert.equal(run.items('Write Down the Status')[0].status, 'Paused');
	});

	/** Where the app's updates go. */
	async function addresses() {
		const { appId, appSecret, apiUrl, apiVersion } = stage.simulator.credentials;
		const { data } = await json(
			`${apiUrl}/${apiVersion}/${appId}/subscriptions?access_token=${appId}|${appSecret}`,
		);
		return data.map(({ callback_url: url }) => url);
	}

	/** The shipped loop with another pause, and another end. */
	async function waiting(seconds, rounds = 144) {
		const { nodes, connections, settings } = await stage.n8n.rest(
			'GET',
			`/rest/workflows/${stage.workflows['watch-template-approval'].id}`,
		);
		const changed = nodes.map((node) => {
			if (node.name === 'Wait 10 Minutes') {
				return { ...node, parameters: { ...node.parameters, amount: seconds, unit: 'seconds' } };
			}
			if (node.name !== 'Rounds Left?') return node;
			const copy = structuredClone(node);
			copy.parameters.conditions.conditions[0].rightValue = rounds;
			return copy;
		});
		return await stage.n8n.createWorkflow({
			name: `Watch with ${seconds} s`,
			nodes: changed,
			connections,
			settings,
		});
	}

	async function openManage(parameters) {
		const workflow = await stage.n8n.createWorkflow(flowOf(parameters), await account());
		await editor.openWorkflow(workflow.id);
		await editor.openNode('Manage Template');
	}

	/** The page as somebody sees it who opens the output of the HTML node. */
	async function showPage(html) {
		const page = await editor.page.context().newPage();
		await page.setContent(html);
		await screenshot(page, 'set-up-templates-page');
		const text = await page.locator('body').innerText();
		assert.match(text, /Test Conf|Summit|Forum/);
		await page.close();
	}

	async function bringInLine(what) {
		const { id } = stage.workflows['set-up-templates'];
		await stage.n8n.runByHand(id, 'Bring the Account in Line');
		const form = new FormData();
		form.set('field-0', what);
		const answer = await fetch(`${stage.n8n.url}/form-test/whatsapp-events-set-up-templates`, {
			method: 'POST',
			body: form,
		});
		assert.ok(answer.ok, await answer.text());
		const [newest] = await stage.n8n.executions(id);
		return await finished(stage.n8n, newest.id);
	}

	const account = async () => {
		const { id, name } = (await stage.n8n.rest('GET', '/rest/credentials')).find(
			(c) => c.type === 'whatsAppBusinessApi',
		);
		return { whatsAppBusinessApi: { id, name } };
	};

	async function fill(parameter, text) {
		const field = editor
			.byTestId(`parameter-input-${parameter}`)
			.locator('input, textarea')
			.first();
		await field.click();
		// Typed, not set: n8n turns what looks like an expression into one while one types.
		await field.pressSequentially(text, { delay: 2 });
	}
});

function flowOf(parameters) {
	return {
		name: 'Manage a template',
		nodes: [
			{
				id: 'start',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'manage',
				name: 'Manage Template',
				type: 'n8n-nodes-whatsapp-events.whatsAppManageTemplate',
				typeVersion: 1,
				position: [260, 0],
				parameters,
			},
		],
		connections: { Start: { main: [[{ node: 'Manage Template', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}

async function eventually(check, timeoutMs = 30_000) {
	const deadline = Date.now() + timeoutMs;
	while (!(await check())) {
		if (Date.now() > deadline) throw new Error('It did not happen in time');
		await sleep(300);
	}
}
