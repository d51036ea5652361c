import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { readFlow } from '../../scripts/lib/demo-n8n.mjs';
import { register, registrationOf, subscribed } from '../../scripts/lib/demo.mjs';
import { Editor } from './support/editor.mjs';
import { eventually } from './support/eventually.mjs';
import { finished } from './support/executions.mjs';
import { openStage, screenshot } from './support/stage.mjs';

const PHONE = '819012345678';

describe('opt-outs and replies, in a real n8n', () => {
	let stage;
	let credentials;
	const workflows = {};

	before(
		async () => {
			stage = await openStage();
			const [{ id, name }] = (await stage.n8n.rest('GET', '/rest/credentials')).filter(
				({ type }) => type === 'whatsAppBusinessApi',
			);
			credentials = { whatsAppBusinessApi: { id, name } };
			workflows['delivery-status'] = stage.workflows['delivery-status'];
			for (const flow of ['opt-outs', 'forward-replies', 'forget-a-person']) {
				workflows[flow] = await stage.n8n.createWorkflow(await readFlow(flow), credentials);
			}
		},
		{ timeout: 10 * 60_000 },
	);

	after(async () => await stage?.close());

	test('the shipped flows are drawn as they were meant', async () => {
		const editor = await Editor.open(stage.browser, stage.n8n);
		for (const [name, { id }] of Object.entries(workflows)) {
			await editor.openWorkflow(id);
			await screenshot(editor.page, `flow-${name}`);
		}
		await editor.page.close();
	});

	test('Delivery status: STOP becomes a row of a table it makes itself; what else they write is a reply', async () => {
		await onPhone('text', { text: 'Where does the shuttle stop?' });
		await onPhone('text', { text: 'STOP' });
		const [row] = await ran('delivery-status', (run) => run.items('Write Down the Choice'));
		assert.match(row.person, /^[0-9a-f]{20}$/);
		assert.deepEqual([row.choice, row.by], ['stop', 'word']);
		const replies = await ran('delivery-status', (run) => run.items('Reply From a Person'));
		assert.deepEqual(
			replies.map(({ text }) => text),
			['Where does the shuttle stop?'],
		);
		assert.deepEqual(await send(), [['skipped', 'opted_out']]);
		await onPhone('text', { text: 'START' });
		await ran('delivery-status', (run) =>
			run.items('Write Down the Choice').filter(({ choice }) => choice === 'start'),
		);
		assert.deepEqual(await send(), [['accepted', undefined]]);
		// WhatsApp reports to one address per app.
		await stage.n8n.unpublish(stage.workflows['delivery-status']);
	});

	test('Opt-outs: STOP becomes a row, and Send Template sends that person no marketing', async () => {
		await publish('opt-outs');
		await onPhone('text', { text: 'Where does the shuttle stop?' });
		await onPhone('text', { text: 'STOP' });
		const rows = await ran('opt-outs', (run) => run.items('Write Down the Choice'));
		assert.equal(rows.length, 1);
		assert.match(rows[0].person, /^[0-9a-f]{20}$/);
		assert.deepEqual([rows[0].choice, rows[0].by], ['stop', 'word']);

		assert.deepEqual(await send(), [['skipped', 'opted_out']]);
		await onPhone('text', { text: 'START' });
		await ran('opt-outs', (run) =>
			run.items('Write Down the Choice').filter(({ choice }) => choice === 'start'),
		);
		assert.deepEqual(await send(), [['accepted', undefined]]);
		await stage.n8n.unpublish(workflows['opt-outs']);
	});

	test('Forward replies: what somebody writes reaches the team, with a copy; STOP is written down', async () => {
		await publish('forward-replies');
		await onPhone('text', { text: 'Is there parking?', name: 'Aiko Tanaka' });
		const [told] = await ran('forward-replies', (run) => run.items('Tell Your Team'));
		assert.equal(told.message, 'Aiko Tanaka (…5678) wrote: Is there parking?');
		assert.equal(told.link, `https://wa.me/${PHONE}`);
		const [copy] = await ran('forward-replies', (run) => run.items('Keep a Copy'));
		assert.match(copy.person, /^[0-9a-f]{20}$/);

		await onPhone('text', { text: '配信停止' });
		const [row] = await ran('forward-replies', (run) => run.items('Write Down the Choice'));
		assert.equal(row.choice, 'stop');
		assert.equal(row.person, copy.person);
	});

	test('Forget a person: removes the copies, keeps the opt-out, and says so', async () => {
		// Nobody hears WhatsApp's reports now: two messages stay on their way.
		for (const [firstName, phone] of [
			['Aiko', '+81 90-1234-5678'],
			['Ken', '+81 80-9876-5432'],
		]) {
			const person = registrationOf({ firstName, lastName: 'Tanaka', phone });
			await register(stage.simulator.url, 'generic', person);
		}
		const { id } = stage.workflows.registration;
		await eventually(
			async () =>
				(await stage.n8n.executions(id)).filter(({ status }) => status === 'success').length === 2,
		);
		assert.match(
			await forget('+81 90-1234-5678'),
			/Removed of …5678:.*Replies: 1 Messages that wait: 1 Kept, as a hash/,
		);
		assert.deepEqual(await waiting(), ['+81 80-9876-5432']);
		assert.match(await forget('+81 90-1234-5678'), /Replies: 0 Messages that wait: 0 Kept/);
		assert.deepEqual(await send(), [['skipped', 'opted_out']]);
		assert.match(await forget('12'), /Nothing was removed .*is not a phone number\. Go back/);
	});

	test('Forget a person: their rows of a notification go, and those of others stay', async () => {
		await notified(['+81 90-1234-5678', '+81 80-9876-5432']);
		assert.deepEqual(await results(), ['+819012345678', '+818098765432']);
		const page = await forget('+81 90-1234-5678');
		assert.match(page, /Done .*Results of notifications: 1 Replies: 0/);
		assert.deepEqual(await results(), ['+818098765432']);
	});

	test('Forget a person: what could not be removed is said', async () => {
		// A table of their own that happens to have this name.
		await runStep(tableStep('create', 'whatsapp_waiting', 'a'));
		await runStep(tableStep('delete', 'whatsapp_waiting'));
		await runStep(tableStep('create', 'whatsapp_waiting', 'something_else'));
		const page = await forget('+81 90-1234-5678');
		assert.match(page, /Not everything was removed/);
		assert.match(
			page,
			/Messages that wait: could not be removed\..*rows of whatsapp_waiting by hand/,
		);
		assert.match(page, /Results of notifications: 0 Replies: 0/);
	});

	test('Forget a person: a session is kept without them, and its other speakers stay', async () => {
		const remembered = await session([
			{ name: 'Aiko Tanaka', phone: '+81 90-1234-5678' },
			{ name: 'Ken Sato', phone: '+81 80-9876-5432' },
		]);
		assert.match(remembered, /Aiko.*Ken/);
		assert.match(await forget('+81 90-1234-5678'), /Sessions they speak in: 1 /);
		const left = await session([]);
		assert.match(left, /Ken Sato/);
		assert.doesNotMatch(left, /Aiko|1234/);
		assert.match(await forget('+81 90-1234-5678'), /Sessions they speak in: 0 /);
	});

	/** Checks a notification for these people in the shipped flow, which writes everybody down. */
	async function notified(phones) {
		const page = await stage.browser.newPage();
		await page.goto(`${stage.n8n.url}/form/whatsapp-notification-new`);
		await page.getByLabel('Title', { exact: true }).fill('Parking');
		await page.getByLabel('Template', { exact: true }).fill('parking_information');
		const rows = phones.map((phone, i) => `Guest ${i};${phone}`).join('\n');
		await page.locator('input[type=file]').setInputFiles({
			...{ name: 'guests.csv', mimeType: 'text/csv' },
			buffer: Buffer.from(`Name;Phone\n${rows}\n`),
		});
		await page.locator('#submit-btn').click();
		await page.waitForURL(/webhook\/whatsapp-notification\?notification=/, { timeout: 90_000 });
		await page.close();
	}

	/** The numbers in a table. */
	const numbersIn = async (table) => {
		const rows = await runStep({
			...{ resource: 'row', operation: 'get', returnAll: true, filters: {} },
			dataTableId: { __rl: true, mode: 'name', value: table },
		});
		return rows.flatMap(({ to }) => to ?? []);
	};
	const results = async () => await numbersIn('whatsapp_notification_results');
	const waiting = async () => await numbersIn('whatsapp_waiting');

	const tableStep = (operation, tableName, column) => ({
		...{ resource: 'table', operation, tableName },
		dataTableId: { __rl: true, mode: 'name', value: tableName },
		columns: { column: [{ name: column, type: 'string' }] },
		options: { createIfNotExists: true },
	});

	/** One step of n8n's Data Table; the items that come out. */
	async function runStep(parameters) {
		const position = [0, 0];
		const { id } = await stage.n8n.createWorkflow(
			{
				name: `Step ${Date.now()}`,
				nodes: [
					{
						...{ id: 'a', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1 },
						...{ position, parameters: {} },
					},
					{
						...{ id: 'b', name: 'Step', type: 'n8n-nodes-base.dataTable', typeVersion: 1.1 },
						...{ position, parameters, alwaysOutputData: true },
					},
				],
				connections: { Start: { main: [[{ node: 'Step', type: 'main', index: 0 }]] } },
				settings: { executionOrder: 'v1' },
			},
			credentials,
		);
		const run = await finished(stage.n8n, await stage.n8n.runByHand(id, 'Start'));
		return run.items('Step');
	}

	/** Remembers the speakers of a session as the shipped flows do, if there are any; the rows, as text. */
	async function session(speakers) {
		const { nodes } = await readFlow('registration');
		const named = (name) => nodes.find((node) => node.name === name);
		const notice = {
			...{ id: 's-1', source: 'our-forms', type: 'session.updated', test: false },
			occurredAt: new Date().toISOString(),
			event: { id: 'conf', name: 'Conf' },
			...{ session: { id: 'a', title: 'Talk' }, speakers },
		};
		const position = [0, 0];
		const rows = {
			...{ id: 'r', name: 'Rows', type: 'n8n-nodes-base.dataTable', typeVersion: 1.1, position },
			parameters: {
				...{ resource: 'row', operation: 'get', returnAll: true, filters: {} },
				dataTableId: { __rl: true, mode: 'name', value: 'whatsapp_last_seen' },
			},
			...{ alwaysOutputData: true, executeOnce: true },
		};
		const to = (node) => [{ node, type: 'main', index: 0 }];
		const steps = ['Create the Table of What Was Seen', 'The Notice', 'Event Messages'];
		const flow = {
			name: `Session ${Date.now()}`,
			nodes: [
				{
					...{ id: 'a', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1 },
					...{ position, parameters: {} },
				},
				named('Create the Table of What Was Seen'),
				{
					...{
						id: 'n',
						name: 'The Notice',
						type: 'n8n-nodes-base.set',
						typeVersion: 3.4,
						position,
					},
					parameters: { mode: 'raw', jsonOutput: JSON.stringify(notice), options: {} },
				},
				{
					...{ id: 'e', name: 'Event Messages', typeVersion: 1, position },
					type: 'n8n-nodes-whatsapp-events.whatsAppEventMessages',
					parameters: {
						...{ operation: 'plan', source: 'notice', handOut: 'messages', compare: true },
						...{ seenBefore: '[]', options: {} },
						automations: ['speaker.added_to_session'],
					},
				},
				named('Remember What Was Seen'),
				rows,
			],
			connections: {
				Start: { main: [to(speakers.length > 0 ? steps[0] : 'Rows')] },
				[steps[0]]: { main: [to(steps[1])] },
				[steps[1]]: { main: [to(steps[2])] },
				[steps[2]]: { main: [[], [], to('Remember What Was Seen')] },
				'Remember What Was Seen': { main: [to('Rows')] },
			},
			settings: { executionOrder: 'v1' },
		};
		const { id } = await stage.n8n.createWorkflow(flow, credentials);
		const run = await finished(stage.n8n, await stage.n8n.runByHand(id, 'Start'));
		return JSON.stringify(run.items('Rows'));
	}

	/** Makes the tables, and publishes: now WhatsApp reports here. */
	async function publish(flow) {
		const workflow = workflows[flow];
		await finished(stage.n8n, await stage.n8n.runByHand(workflow.id, 'Start Here'));
		await stage.n8n.publish(workflow);
		await stage.n8n.webhooksReady(workflow);
		const { credentials: account } = stage.simulator;
		await subscribed({ ...account });
	}

	async function onPhone(what, body) {
		const answer = await fetch(`${stage.simulator.url}/sim/phones/${PHONE}/${what}`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(body),
		});
		assert.ok(answer.ok);
	}

	/** What the newest runs of a workflow came to, as soon as one of them has something to say. */
	async function ran(flow, read) {
		for (let tries = 0; tries < 100; tries++) {
			for (const { id, status } of await stage.n8n.executions(workflows[flow].id)) {
				if (status !== 'success') continue;
				const found = read(await finished(stage.n8n, id));
				if (found.length > 0) return found;
			}
			await sleep(200);
		}
		throw new Error(`Nothing came of ${flow}`);
	}

	/** Marketing for this one person, with the rows of the table as the guide says. */
	async function send() {
		stage.simulator.control.putTemplates([
			{
				...{ name: 'newsletter', language: 'en', category: 'MARKETING', status: 'APPROVED' },
				components: [{ type: 'BODY', text: 'Tickets are on sale.' }],
			},
		]);
		const position = [0, 0];
		const flow = {
			name: `Newsletter ${Date.now()}`,
			nodes: [
				{
					...{ id: 'a', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1 },
					...{ position, parameters: {} },
				},
				{
					...{ id: 'b', name: 'Opt-outs', type: 'n8n-nodes-base.dataTable', typeVersion: 1.1 },
					position,
					alwaysOutputData: true,
					executeOnce: true,
					parameters: {
						...{ resource: 'row', operation: 'get', returnAll: true, filters: {} },
						dataTableId: { __rl: true, mode: 'name', value: 'whatsapp_opt_outs' },
					},
				},
				{
					...{ id: 'c', name: 'Send', typeVersion: 1, position, executeOnce: true },
					type: 'n8n-nodes-whatsapp-events.whatsAppSendTemplate',
					parameters: {
						template: { __rl: true, mode: 'name', value: 'newsletter:en' },
						to: '+81 90-1234-5678',
						variablesFrom: 'item',
						variablesJson: '{}',
						options: { optedOut: "={{ $('Opt-outs').all() }}" },
					},
				},
			],
			connections: {
				Start: { main: [[{ node: 'Opt-outs', type: 'main', index: 0 }]] },
				'Opt-outs': { main: [[{ node: 'Send', type: 'main', index: 0 }]] },
			},
			settings: { executionOrder: 'v1' },
		};
		const { id } = await stage.n8n.createWorkflow(flow, credentials);
		const run = await finished(stage.n8n, await stage.n8n.runByHand(id, 'Start'));
		return [...run.items('Send'), ...run.items('Send', 1)].map(({ outcome, reason }) => [
			outcome,
			reason,
		]);
	}

	async function forget(phone) {
		const { id } = workflows['forget-a-person'];
		await stage.n8n.runByHand(id, 'Whom to Forget');
		const form = new FormData();
		form.set('field-0', phone);
		const answer = await fetch(`${stage.n8n.url}/form-test/whatsapp-events-forget`, {
			method: 'POST',
			body: form,
		});
		const told = await answer.text();
		assert.ok(answer.ok, told);
		const { formWaitingUrl } = JSON.parse(told);
		// The run waits for somebody to look at its last page.
		for (let tries = 0; tries < 50; tries++) {
			const [newest] = await stage.n8n.executions(id);
			if (newest.status === 'waiting') break;
			await sleep(200);
		}
		const page = await (await fetch(formWaitingUrl)).text();
		return page
			.replace(/<style[\s\S]*?<\/style>|<script[\s\S]*?<\/script>|<[^>]+>/g, ' ')
			.replace(/\s+/g, ' ');
	}
});
