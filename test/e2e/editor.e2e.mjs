import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { json } from '../../scripts/lib/demo.mjs';
import { Editor } from './support/editor.mjs';
import { openStage, screenshot } from './support/stage.mjs';

describe('the nodes in n8n’s editor', () => {
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
		for (const [name, workflow] of Object.entries(stage.workflows)) {
			await editor.openWorkflow(workflow.id);
			await screenshot(editor.page, `flow-${name}`);
		}
	});

	test('Send Template: a template is picked from the list, its variables are fields, and it is sent', async () => {
		const credential = (await stage.n8n.rest('GET', '/rest/credentials')).find(
			(c) => c.type === 'whatsAppBusinessApi',
		);
		const workflow = await stage.n8n.createWorkflow(
			flowOf({ template: { __rl: true, mode: 'list', value: '' }, to: '+81 90-7777-8888' }),
			{ whatsAppBusinessApi: { id: credential.id, name: credential.name } },
		);
		await editor.openWorkflow(workflow.id);
		await editor.openNode('Send Template');
		const { all, items, choose } = await editor.pickFromList(
			'template',
			'attendee_registration_confirmation',
		);
		assert.ok(all.length > 10, `the list shows the account's templates: ${all.length}`);
		assert.ok(
			all.every((text) => !text.includes('survey_paused')),
			'only approved ones',
		);
		await screenshot(editor.page, 'send-template-list');
		assert.ok((await items.count()) >= 2);
		await choose();

		const values = {
			first_name: 'Aiko',
			event_name: 'Test Conf',
			event_date: 'December 22',
			venue: 'Makuhari Messe',
			ticket_name: 'VIP',
		};
		for (const [name, value] of Object.entries(values)) {
			const field = editor.page.locator(
				`[data-test-id="parameter-input-value[\\"${name}\\"]"], [data-test-id="parameter-input-${name}"]`,
			);
			await field.first().waitFor();
			await field.first().locator('input, textarea').first().fill(value);
		}
		await editor.settle();
		await screenshot(editor.page, 'send-template-variables');

		await editor.executeStep();
		await editor.page.getByText('accepted', { exact: true }).first().waitFor();
		await screenshot(editor.page, 'send-template-sent');
		const { phones } = await json(`${stage.simulator.url}/sim/phones`);
		assert.match(phones.find((phone) => phone.waId === '819077778888').messages[0].body, /Hi Aiko/);
		await editor.closeNode();
	});

	test('Event Trigger: platform, automatic triggers and event, in the order one fills them', async () => {
		await editor.openWorkflow(stage.workflows.registration.id);
		await editor.openNode('Event Trigger (tito)');
		await editor.page.getByText('Tito cannot report').first().waitFor();
		await screenshot(editor.page, 'event-trigger');
		await editor.chooseOption('handOut', 'Messages');
		await editor.page.getByText('Automatic Triggers').first().waitFor();
		await screenshot(editor.page, 'event-trigger-messages');
		await editor.closeNode();
	});

	test('WhatsApp Business Trigger: a test changes nothing where production holds the subscription', async () => {
		const before = await subscription();
		await editor.openWorkflow(stage.workflows['delivery-status'].id);
		await editor.openNode('WhatsApp Business Trigger');
		await editor.executeStep();
		await editor.page.getByText('nothing was changed').first().waitFor();
		await screenshot(editor.page, 'business-trigger-held');
		assert.deepEqual(await subscription(), before);

		await editor.chooseOption('testWith', 'A Signed Request of My Own');
		await editor.page.getByText('curl').first().waitFor();
		await screenshot(editor.page, 'business-trigger-signed-request');

		await editor.chooseOption('testWith', 'A Sample');
		await editor.executeStep();
		await editor.page.getByText('Statuses Branch (1 item)').first().waitFor();
		await screenshot(editor.page, 'business-trigger-sample');
		assert.deepEqual(await subscription(), before);
		await editor.closeNode();
	});

	test('the credential’s test says what is right, and what is wrong', async () => {
		const account = await json(`${stage.simulator.url}/sim/credentials`);
		const { id, name, type } = (await stage.n8n.rest('GET', '/rest/credentials')).find(
			(c) => c.type === 'whatsAppBusinessApi',
		);
		const tested = async (data) =>
			await stage.n8n.rest('POST', '/rest/credentials/test', {
				credentials: { id, name, type, data },
			});
		assert.deepEqual(await tested(account), {
			status: 'OK',
			message: 'Connected as Test Conf (+1 555-078-3881)',
		});
		const wrong = await tested({ ...account, phoneNumberId: '999' });
		assert.equal(wrong.status, 'Error');
		assert.match(wrong.message, /not one of account/);
	});

	async function subscription() {
		const { appId, appSecret, apiUrl, apiVersion } = await json(
			`${stage.simulator.url}/sim/credentials`,
		);
		return await json(
			`${apiUrl}/${apiVersion}/${appId}/subscriptions?access_token=${appId}|${appSecret}`,
		);
	}
});

function flowOf(parameters) {
	return {
		name: 'Pick a template',
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
				id: 'send',
				name: 'Send Template',
				type: 'n8n-nodes-whatsapp-events.whatsAppSendTemplate',
				typeVersion: 1,
				position: [260, 0],
				parameters,
			},
		],
		connections: { Start: { main: [[{ node: 'Send Template', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}
