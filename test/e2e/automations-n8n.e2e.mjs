import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ACTIONS_OF_FLOW } from '../../scripts/lib/demo-platforms.mjs';
import { json, waitForStatus } from '../../scripts/lib/demo.mjs';
import { readFlow } from '../../scripts/lib/demo-n8n.mjs';
import { Editor } from './support/editor.mjs';
import { finished } from './support/executions.mjs';
import { openStage, screenshot } from './support/stage.mjs';

const aiko = {
	...{ firstName: 'Aiko', lastName: 'Tanaka', email: 'aiko@example.com' },
	phone: '+81 90-1234-5678',
};
const ken = { ...aiko, firstName: 'Ken', email: 'ken@example.com', phone: '+81 80-9876-5432' };
const KEN = '818098765432';

describe('the automations and the switchboard, in a real n8n', () => {
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

	test('every flow imports into a clean n8n, and is drawn as it was meant', async () => {
		for (const name of [...Object.keys(ACTIONS_OF_FLOW), 'switchboard']) {
			const { id } = await stage.n8n.createWorkflow({ ...(await readFlow(name)), name });
			await editor.openWorkflow(id);
			await editor.page.keyboard.press('1');
			await editor.settle();
			await screenshot(editor.page, `flow-${name}`);
			assert.ok((await editor.node().count()) > 5);
		}
	});

	test('a ticket changes hands: what was seen is written before the new holder is told', async () => {
		await act('generic', 'register', { buyer: aiko });
		await waitForStatus(stage.simulator.url, '819012345678', 'read');
		await runOf('reassignment');
		const { orders } = await json(`${stage.simulator.url}/sim/ticketing`);
		await act('generic', 'reassign', { ticket: orders[0].tickets[0].id, to: ken });
		const message = await waitForStatus(stage.simulator.url, KEN, 'read');
		assert.match(message.body, /is now yours/);

		const { ran } = await runOf('reassignment');
		const [seen, sent] = ['Remember What Was Seen', 'Send Template'].map((step) =>
			ran.indexOf(step),
		);
		assert.ok(seen > 0 && seen < sent, ran.join(' › '));
	});

	test('Cvent puts the event type behind the address', async () => {
		const { nodes } = await workflow('registration');
		const { webhookId } = nodes.find(({ parameters }) => parameters.platform === 'cvent');
		const address = `${stage.n8n.url}/webhook/${webhookId}/webhook`;
		assert.equal((await fetch(address)).status, 200);
		const call = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' };
		const refused = await fetch(`${address}/InviteeOrGuestOrderCreated/6b1c`, call);
		assert.equal(refused.status, 401, 'it is heard, and not believed');
	});

	test('a platform that calls nobody is asked', async () => {
		const { sessions } = await json(`${stage.simulator.url}/sim/ticketing`);
		const session = sessions.find(({ platform }) => platform === 'pretalx').id;
		await askPretalx();
		const speaker = { ...ken, firstName: 'Mari', phone: '+81 70-2222-3333' };
		await act('pretalx', 'add-speaker', { session, speaker });
		await askPretalx();
		const message = await waitForStatus(stage.simulator.url, '817022223333', 'read');
		assert.match(message.body, /you are now a speaker/);
	});

	test('a company proposes with the form, is confirmed in the table, and welcomed', async () => {
		const form = new FormData();
		const answers = ['Acme', 'Fumi', 'Abe', 'f@acme.example', '+81 70-3333-4444', 'English', ''];
		for (const [index, answer] of answers.entries()) form.set(`field-${index}`, answer);
		const address = `${stage.n8n.url}/form/whatsapp-events-sponsorship-proposal`;
		assert.ok((await fetch(address, { method: 'POST', body: form })).ok);
		const message = await waitForStatus(stage.simulator.url, '817033334444', 'read');
		assert.match(message.body, /Acme/);
	});

	test('the switchboard shows all ten, switches one off, and refuses one without a template', async () => {
		await stage.simulator.control.changeTemplate('sponsor_welcome', 'en', { status: 'PENDING' });
		await openSwitchboard();
		await screenshot(editor.page, 'switchboard');
		const text = await editor.page.locator('table').innerText();
		assert.match(text, /Sponsor welcome[^]*not approved \(pending\)/);
		assert.match(text, /Ticket reassigned[^]*20\d\d, \d\d:\d\d/, 'when it sent last');
		await box('Sponsor welcome').uncheck();
		assert.match(await save(), /switched off/i);

		await openSwitchboard();
		await box('Sponsor welcome').check();
		assert.match(await save(), /Not everything[^]*not approved \(pending\)/);
		await screenshot(editor.page, 'switchboard-refused');
	});

	const box = (label) => editor.page.getByLabel(label, { exact: true });

	async function openSwitchboard() {
		const { page } = editor;
		await page.goto(`${stage.n8n.url}/form/whatsapp-events-switchboard`);
		// n8n asks once whether the page may use one's login.
		const allow = page.getByText('Allow access');
		await allow.or(page.locator('#submit-btn')).first().waitFor();
		if (await allow.isVisible()) await allow.click();
		await page.locator('#submit-btn').click();
		await page.locator('table').waitFor();
	}

	async function save() {
		await editor.page.locator('#submit-btn').click();
		await editor.page.getByText(/Saved|Not everything/).waitFor();
		return await editor.page.locator('body').innerText();
	}

	const act = async (platform, action, body) =>
		await json(`${stage.simulator.url}/sim/ticketing/${platform}/${action}`, 'POST', body);

	const workflow = async (name) =>
		await stage.n8n.rest('GET', `/rest/workflows/${stage.workflows[name].id}`);

	async function askPretalx() {
		const { nodes } = await workflow('speaker');
		const { name } = nodes.find(
			(node) => node.type.endsWith('.scheduleTrigger') && node.name.includes('pretalx'),
		);
		const { id } = stage.workflows.speaker;
		await finished(stage.n8n, await stage.n8n.runByHand(id, name));
	}

	/** The newest run of a flow, once it is over. */
	async function runOf(name) {
		for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(500)) {
			const [newest] = await stage.n8n.executions(stage.workflows[name].id);
			if (newest?.status === 'success') return await finished(stage.n8n, newest.id);
		}
		throw new Error(`The flow ${name} has not run`);
	}
});
