import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { json, register, registrationOf } from '../../scripts/lib/demo.mjs';
import { Editor } from './support/editor.mjs';
import { eventually } from './support/eventually.mjs';
import { finished } from './support/executions.mjs';
import { openStage, screenshot } from './support/stage.mjs';

const CHECK = 'n8n-nodes-whatsapp-events.whatsAppCheckCredits';
const TEMPLATE = 'attendee_registration_confirmation';

/** One step for each dialog that is looked at. */
const DIALOGS = {
	Balance: { operation: 'balance', source: 'meta' },
	'Own Credits': { operation: 'balance', source: 'prepaid' },
	Provider: { operation: 'balance', source: 'provider' },
	Spend: { operation: 'spend' },
	Estimate: { operation: 'estimate' },
	Price: { operation: 'price' },
	Guard: { operation: 'guard', balanceSource: 'meta', enoughFor: 'days' },
	Health: { operation: 'health' },
	'By Stripe': { operation: 'bookPurchase' },
	'By Hand': { operation: 'bookPurchase', paidBy: 'hand' },
	Page: { operation: 'page' },
};

const press = async (page, place, testId) => {
	await page.goto(`${page.url().split('#')[0]}#${place}`);
	await page.locator(`[data-testid="${testId}"]`).first().click();
	await page.waitForTimeout(500);
};

/** What Meta does to an account on the page of the simulator, and how it is undone. */
const TROUBLES = [
	{
		what: 'ban',
		stop: async (page) => await press(page, 'account/standing', 'account-ban'),
		resume: async (page) => await press(page, 'account/standing', 'account-reinstate'),
		stopped: /disabled|banned|blocked/i,
		alerts: { stop: /disabled|banned/i },
	},
	{
		what: 'restriction',
		stop: async (page) => await press(page, 'account/standing', 'account-restrict'),
		resume: async (page) => await press(page, 'account/standing', 'account-lift'),
		// Told by no webhook: the look of every hour finds it.
		looks: true,
		stopped: /restrict/i,
		alerts: { stop: /restrict/i },
	},
	{
		what: 'pause',
		stop: async (page) => await press(page, `templates/${TEMPLATE}/en`, 'action-pause'),
		resume: async (page) => await press(page, `templates/${TEMPLATE}/en`, 'action-unpause'),
		stopped: /paused/i,
		alerts: { stop: /paused/i },
	},
];

describe('credits and account health, in a real n8n', () => {
	let stage;
	let editor;
	let page;
	let simulatorPage;
	let url;

	before(
		async () => {
			stage = await openStage();
			url = stage.simulator.url;
			editor = await Editor.open(stage.browser, stage.n8n);
			const context = await stage.browser.newContext({ viewport: { width: 1280, height: 1000 } });
			page = await context.newPage();
			simulatorPage = await context.newPage();
			for (const one of [page, simulatorPage]) one.setDefaultTimeout(60_000);
			await simulatorPage.goto(`${url}/#account`);
		},
		{ timeout: 10 * 60_000 },
	);

	after(async () => await stage?.close());

	test('the shipped flows are drawn as they were meant', async () => {
		for (const flow of [
			...['buy-credits', 'watch-account', 'low-credit-alert', 'send-what-waits', 'credits-page'],
			...['registration', 'delivery-status'],
		]) {
			await editor.openWorkflow(stage.workflows[flow].id);
			await screenshot(editor.page, `flow-${flow}`);
		}
	});

	test('every operation has a dialog of its own', async () => {
		const workflow = await stage.n8n.createWorkflow(dialogs(), await credentials());
		await editor.openWorkflow(workflow.id);
		for (const name of [...Object.keys(DIALOGS), 'Send Template']) {
			await editor.openNode(name);
			await screenshot(editor.page, `dialog-${name.toLowerCase().replace(/ /g, '-')}`);
			await editor.closeNode();
		}
	});

	for (const { what, stop, resume, looks, stopped, alerts } of TROUBLES) {
		test(`${what}: told once, nothing leaves, and afterwards what waited does`, async () => {
			const person = nextPerson();
			const before = await told();
			await stop(simulatorPage);
			const [alert] = await newly(before, 1);
			assert.match(alert.title + alert.message, alerts.stop);

			await register(url, 'generic', registrationOf(person));
			const [one] = await eventually(waiting);
			assert.match(one.why, stopped);
			assert.equal(sentTo(person).length, 0);
			// Whether it can send is looked at first: nothing is handed back.
			await runNow();
			assert.equal((await waiting()).length, 1);
			assert.equal((await told()).length, before.length + 1);
			await screenshot(simulatorPage, `console-${what}`);

			await resume(simulatorPage);
			if (looks) {
				const { id } = stage.workflows['watch-account'];
				await finished(stage.n8n, await stage.n8n.runByHand(id, 'Look Now'));
			}
			await newly(before, 2);
			await eventually(async () => {
				await runNow();
				return sentTo(person).length > 0;
			});
			await eventually(async () => (await rows('whatsapp_waiting')).length === 0);
			await runNow();
			assert.equal(sentTo(person).length, 1);
			assert.equal(stage.simulator.control.stats().messages.twice, 0);
		});
	}

	test('credits are bought through the form and Stripe’s page, and booked once', async () => {
		await buy({ look: true });
		await eventually(async () => (await rows('whatsapp_purchases')).length === 1);
		await page.reload();
		await page.getByText('is left of your own credits').waitFor();
		await screenshot(page, 'buy-paid');
		const [row] = await rows('whatsapp_purchases');
		assert.deepEqual([row.credits, row.amount, row.currency, row.by], [40, 80, 'USD', 'stripe']);
	});

	test('a payment told again and a forged one book nothing', async () => {
		const { events } = await json(`${url}/sim/stripe`);
		const paid = events.find(({ type }) => type === 'checkout.session.completed').id;
		const resend = async (body) =>
			(await json(`${url}/sim/stripe/events/${paid}/resend`, 'POST', body)).calls;
		const statuses = async (body) => (await resend(body)).map(({ status }) => status);
		assert.deepEqual(await statuses({ repeat: 3 }), [200, 200, 200]);
		for (const forge of ['signature', 'old', 'amount', 'unsigned']) {
			assert.deepEqual(await statuses({ forge }), [401], forge);
		}
		assert.equal((await rows('whatsapp_purchases')).length, 1);
	});

	test('a payment told five times at the same instant is one row, and told once', async () => {
		const { endpoint } = await json(`${url}/sim/stripe`);
		await json(`${url}/sim/stripe/endpoint`, 'PUT', { url: null });
		await buy();
		await json(`${url}/sim/stripe/endpoint`, 'PUT', endpoint);
		const { events } = await json(`${url}/sim/stripe`);
		assert.equal(events[0].calls.length, 0);
		const before = (await thanked()).length;
		const at = `${url}/sim/stripe/events/${events[0].id}/resend`;
		const { calls } = await json(at, 'POST', { repeat: 5 });
		assert.deepEqual([...new Set(calls.map(({ status }) => status))], [200]);
		await sleep(2000);
		assert.equal((await rows('whatsapp_purchases')).length, 2);
		assert.equal((await thanked()).length, before + 1);
	});

	test('the page of credits shows it', async () => {
		for (const colorScheme of ['light', 'dark']) {
			await page.emulateMedia({ colorScheme });
			await page.goto(`${stage.n8n.url}/webhook/whatsapp-credits`);
			await page.locator('canvas').first().waitFor();
			await page.waitForTimeout(1000);
			await page.screenshot({ path: `build/e2e/credits-page-${colorScheme}.png`, fullPage: true });
		}
		assert.match(await page.locator('body').innerText(), /\$\d+\.\d\d/);
		// Own credits are bought in the form of this n8n.
		await page.emulateMedia({ colorScheme: 'light' });
		await page.getByText('Buy credits', { exact: true }).click();
		await page.waitForURL(`${stage.n8n.url}/form/whatsapp-credits-buy`);
		await page.getByLabel('Credits').waitFor();
	});

	test('who is billed by Meta is told so, and led to Meta’s page', async () => {
		const workflow = await changed('buy-credits', 'Balance', { source: 'meta' });
		await page.emulateMedia({ colorScheme: 'light' });
		await page.goto(`${stage.n8n.url}/form/whatsapp-credits-buy`);
		await page.getByLabel('Credits').fill('40');
		await page.locator('#submit-btn').click();
		await page.getByText('WhatsApp bills this account directly').waitFor();
		await page.waitForTimeout(500);
		await screenshot(page, 'buy-at-meta');
		const runs = await stage.n8n.executions(workflow.id);
		assert.ok(runs.length > 0);
	});

	test('low credit is told once until there is enough again', async () => {
		const alert = async () => {
			const { id } = stage.workflows['low-credit-alert'];
			const run = await finished(stage.n8n, await stage.n8n.runByHand(id, 'Try It Now'));
			return run.items('Tell Your Team');
		};
		assert.equal((await alert()).length, 0);
		await changed('low-credit-alert', 'Guard', { enoughFor: 'amount', amount: 500 });
		const [low] = await alert();
		assert.match(low.message, /\$500\.00/);
		assert.equal((await alert()).length, 0);
		await changed('low-credit-alert', 'Guard', { enoughFor: 'amount', amount: 5 });
		assert.equal((await alert()).length, 0);
		await changed('low-credit-alert', 'Guard', { enoughFor: 'amount', amount: 500 });
		assert.equal((await alert()).length, 1);
	});

	/** Through the form and the page of Stripe, as far as the page one comes back to. */
	async function buy({ look = false } = {}) {
		const looked = async (name) => look && (await screenshot(page, name));
		await page.goto(`${stage.n8n.url}/form/whatsapp-credits-buy`);
		await page.getByLabel('Credits').fill('40');
		await looked('buy-form');
		await page.locator('#submit-btn').click();
		await page.getByText('Total', { exact: true }).waitFor();
		await page.waitForTimeout(500);
		await looked('buy-total');
		assert.match(await page.locator('body').innerText(), /\$80\.00[\s\S]*10,?000 messages/);
		await page.locator('#submit-btn').click();
		await page.locator('[data-testid="stripe-pay"]').waitFor();
		await looked('buy-stripe');
		await page.locator('[data-testid="stripe-pay"]').click();
		await page.waitForURL(/webhook\/whatsapp-credits-paid/);
	}

	test('accepted and then not paid for: it waits, and goes once there is money, to everybody once', async () => {
		const [first, second, third] = [nextPerson(), nextPerson(), nextPerson()];
		// Utility to Japan costs 0.0113: enough for one.
		await json(`${url}/sim/money`, 'PATCH', { funding: 'prepaid', balance: 0.0113 });
		await register(url, 'generic', registrationOf(first));
		await eventually(async () => (await reached()).includes(digits(first)));
		for (const person of [second, third]) await register(url, 'generic', registrationOf(person));
		const unpaid = await eventually(async () => {
			const rest = await waiting();
			return rest.length === 2 && rest;
		});
		for (const { why } of unpaid) assert.match(why, /pa(y|id)|charge|credit|eligib/i);
		// The other one may have been held back: by then it was known that there is no money.
		const tries = async () => (await waiting()).map(({ delivery_key }) => delivery_key);
		assert.ok((await tries()).some((key) => /:try-2:[0-9a-f]{20}$/.test(key)));
		// Tried again without money, one alone shows that there is none, and both wait on.
		const again = /:try-([3-9]|\d\d+):/;
		await eventually(async () => {
			await runNow();
			return (await tries()).some((key) => again.test(key));
		}, 180_000);
		await eventually(async () => (await tries()).length === 2);
		assert.equal((await tries()).filter((key) => again.test(key)).length, 1);

		await json(`${url}/sim/money/topup`, 'POST', { amount: 10 });
		await eventually(async () => {
			await runNow();
			return (
				(await reached()).includes(digits(second)) && (await reached()).includes(digits(third))
			);
		});
		await eventually(async () => (await rows('whatsapp_waiting')).length === 0);
		await runNow();
		const got = (await reached()).filter((to) => [first, second, third].map(digits).includes(to));
		assert.equal(got.length, 3, 'nobody twice');
		await json(`${url}/sim/money`, 'PATCH', { funding: 'card' });
	});

	/** Messages that wait; those on their way stand in the same table. */
	const waiting = async () => (await rows('whatsapp_waiting')).filter(({ why }) => why);

	/** Whom messages were charged for, once for each message. */
	const reached = async () =>
		(await json(`${url}/sim/money/charges?limit=1000`)).charges.map(({ to }) => to);

	/** What the flow that watches the account told so far. */
	const told = async () => await toldBy('watch-account');

	/** The payments of which the team was told. */
	const thanked = async () => await toldBy('buy-credits');

	async function toldBy(flow) {
		const all = [];
		for (const { id, status } of await stage.n8n.executions(stage.workflows[flow].id)) {
			if (status === 'success') {
				all.push(...(await finished(stage.n8n, id)).items('Tell Your Team'));
			}
		}
		return all;
	}

	/** Waits until so many were told besides those before, and that no more come. */
	async function newly(before, count) {
		await eventually(async () => (await told()).length >= before.length + count);
		await sleep(2000);
		const all = await told();
		assert.equal(all.length, before.length + count, JSON.stringify(all));
		return all.slice(0, count);
	}

	const sentTo = ({ phone }) =>
		stage.simulator.control
			.phones()
			.filter(({ waId }) => waId === digits({ phone }))
			.flatMap(({ messages }) => messages.filter(({ direction }) => direction === 'business'));

	/** Hands back what waits, if it can be sent. */
	async function runNow() {
		const { id } = stage.workflows['send-what-waits'];
		await finished(stage.n8n, await stage.n8n.runByHand(id, 'Now'));
	}

	let reader;

	/** The rows of a Data Table. */
	async function rows(table) {
		reader ??= await stage.n8n.createWorkflow(readerOf());
		const { nodes, connections, settings, name } = reader;
		const [start, read] = nodes;
		const dataTableId = { __rl: true, mode: 'name', value: table };
		reader = await stage.n8n.rest('PATCH', `/rest/workflows/${reader.id}`, {
			...{ name, connections, settings, versionId: reader.versionId },
			nodes: [start, { ...read, parameters: { ...read.parameters, dataTableId } }],
		});
		const run = await finished(stage.n8n, await stage.n8n.runByHand(reader.id, 'Start'));
		return run.items('Rows').filter(({ id }) => id !== undefined);
	}

	/** A shipped flow with other fields in one step, published again. */
	async function changed(flow, step, fields) {
		const { id } = stage.workflows[flow];
		const { nodes, connections, settings, name, versionId } = await stage.n8n.rest(
			...['GET', `/rest/workflows/${id}`],
		);
		const saved = await stage.n8n.rest('PATCH', `/rest/workflows/${id}`, {
			...{ name, connections, settings, versionId },
			nodes: nodes.map((node) =>
				node.name === step ? { ...node, parameters: { ...node.parameters, ...fields } } : node,
			),
		});
		await stage.n8n.publish(saved);
		await sleep(1000);
		return saved;
	}

	async function credentials() {
		const all = await stage.n8n.rest('GET', '/rest/credentials');
		return Object.fromEntries(all.map(({ id, name, type }) => [type, { id, name }]));
	}
});

const digits = ({ phone }) => phone.replace(/\D/g, '');

let people = 0;

function nextPerson() {
	const n = ++people;
	return { firstName: `Person${n}`, lastName: 'Test', phone: `+81 90-7000-000${n}` };
}

const to = (node) => [[{ node, type: 'main', index: 0 }]];

const manual = {
	...{ id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1 },
	...{ position: [0, 0], parameters: {} },
};

function dialogs() {
	const steps = Object.entries(DIALOGS).map(([name, parameters], i) => ({
		...{ id: `step-${i}`, name, type: CHECK, typeVersion: 1, parameters },
		position: [240 + 220 * (i % 4), 180 * Math.floor(i / 4)],
	}));
	const send = {
		...{ id: 'send', name: 'Send Template', typeVersion: 1, position: [1200, 0] },
		type: 'n8n-nodes-whatsapp-events.whatsAppSendTemplate',
		parameters: {
			template: { __rl: true, mode: 'name', value: `${TEMPLATE}:en` },
			...{ variablesFrom: 'item', beforeSending: 'credit', balanceSource: 'prepaid' },
		},
	};
	const nodes = [manual, ...steps, send];
	const links = [...steps, send].map(({ name }) => ({ node: name, type: 'main', index: 0 }));
	return {
		...{ name: 'Dialogs', nodes, settings: { executionOrder: 'v1' } },
		connections: { Start: { main: [links] } },
	};
}

const readerOf = () => ({
	name: 'Reader',
	nodes: [
		manual,
		{
			...{ id: 'rows', name: 'Rows', type: 'n8n-nodes-base.dataTable', typeVersion: 1.1 },
			position: [240, 0],
			parameters: {
				...{ resource: 'row', operation: 'get', returnAll: true, filters: {} },
				dataTableId: { __rl: true, mode: 'name', value: 'whatsapp_waiting' },
			},
			...{ alwaysOutputData: true, onError: 'continueRegularOutput' },
		},
	],
	connections: { Start: { main: to('Rows') } },
	settings: { executionOrder: 'v1' },
});
