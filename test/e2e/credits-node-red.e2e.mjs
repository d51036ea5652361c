import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { setUpDemo } from '../../scripts/lib/demo-node-red.mjs';
import { json, register, registrationOf, waitForStatus } from '../../scripts/lib/demo.mjs';
import { startNodeRed } from '../../scripts/lib/embedded-node-red.mjs';
import { startSimulator } from '../../simulator/index.ts';
import { NodeRedEditor } from './support/node-red-editor.mjs';
import { screenshot } from './support/stage.mjs';

const TAB = 'tab-credits';

/** A tab with what the shipped flows do not show. */
const nodes = () => [
	{ id: TAB, type: 'tab', label: 'Credits' },
	{
		...{ id: 'inject-list', type: 'inject', z: TAB, name: 'List', props: [{ p: 'payload' }] },
		...{ repeat: '', once: false, payload: '[]', payloadType: 'json', x: 120, y: 100 },
		wires: [['cr-send']],
	},
	{
		...{ id: 'cr-send', type: 'whatsapp-send-template', z: TAB, name: 'Waits' },
		...{ account: 'whatsapp-events-account', template: 'badge_pickup:en', templateType: 'list' },
		...{ to: 'payload.to', toType: 'msg', variablesFrom: 'message' },
		...{ variablesJson: 'payload.variables', variablesJsonType: 'msg' },
		...{ deliveryKey: 'payload.deliveryKey', deliveryKeyType: 'msg', messagesPerSecond: 80 },
		...{ concurrency: 20, timeout: 30, includeInput: false, keepWaiting: true },
		...{ beforeSending: 'nothing', creditCheck: '', lookAgainMinutes: 10 },
		...{ variables: [], x: 320, y: 100, wires: [['cr-sent'], ['cr-not-sent']] },
	},
	debug('cr-sent', 540, 80),
	debug('cr-not-sent', 540, 140),
	{
		...{ id: 'cr-guard', type: 'whatsapp-check-credits', z: TAB, name: 'Pays for all' },
		...{ account: 'whatsapp-events-account', operation: 'guard', outputs: 2 },
		...{ balanceFrom: 'prepaid', guardBy: 'planned', recipients: 'payload', recipientsType: 'msg' },
		...{ template: '', templateType: 'list', whenUnknown: 'low', creditPrice: 2, days: 30 },
		...{ averagePrice: 0.008, currency: 'USD', cards: [], x: 340, y: 220 },
		wires: [['cr-sent'], ['cr-not-sent']],
	},
	notification(
		'cr-guarded',
		'with-guard',
		{ beforeSending: 'credit', creditCheck: 'cr-guard' },
		300,
	),
	notification('cr-free', 'without-guard', { beforeSending: 'nothing' }, 360),
];

const debug = (id, x, y) => ({
	...{ id, type: 'debug', z: TAB, name: id, active: true, tosidebar: true, complete: 'payload' },
	...{ targetType: 'msg', x, y, wires: [] },
});

const notification = (id, name, more, y) => ({
	...{ id, type: 'whatsapp-notification', z: TAB, name, account: 'whatsapp-events-account' },
	...{ notification: name, template: 'badge_pickup:en', templateType: 'list' },
	...{ recipients: 'payload', recipientsType: 'msg', columns: [], values: [], quietFrom: '' },
	...{ quietUntil: '', messagesPerSecond: 40, chunkSize: 50, marketingMessages: 'off' },
	...{ lookAgainMinutes: 10, x: 340, y, wires: [['cr-sent'], ['cr-not-sent']], ...more },
});

const guest = (from) => (_none, at) => ({
	to: `+8190${from + at}`,
	phone: `+8190${from + at}`,
	first_name: `Guest ${at}`,
	variables: { first_name: `Guest ${at}` },
	deliveryKey: `credits-${from + at}`,
});

const guests = (count, from) => Array.from({ length: count }, guest(from));

const OPERATIONS = [
	...['balance', 'spend', 'health', 'estimate', 'price', 'guard', 'bookPurchase', 'page'],
];

describe('credits and account health in Node-RED', () => {
	let temp;
	let simulator;
	let nodeRed;
	let browser;
	/** What has left a node, by its id and output. */
	const sent = [];

	const sim = async (method, end, body) => await json(`${simulator.url}/sim/${end}`, method, body);
	const accepted = () => simulator.control.stats().messages.accepted;
	const from = (id, port = 0) =>
		sent.filter((one) => one.id === id && one.port === port).map(({ msg }) => msg);
	const until = async (enough, what, ms = 30_000) => {
		for (const end = Date.now() + ms; !(await enough()); await sleep(100)) {
			if (Date.now() > end) assert.fail(`In vain: ${what}`);
		}
	};
	const push = (id, msg) => nodeRed.RED.nodes.getNode(id).receive(msg);
	const charges = async () => (await sim('GET', 'money/charges?limit=1000')).charges;

	before(
		async () => {
			temp = await mkdtemp(path.join(os.tmpdir(), 'whatsapp-events-e2e-'));
			simulator = await startSimulator({ port: 0 });
			nodeRed = await startNodeRed({ userDir: temp });
			const flows = await setUpDemo(nodeRed, simulator.url);
			await nodeRed.deploy([...flows, ...nodes()]);
			nodeRed.RED.hooks.add('onSend.e2e', (events) => {
				// What goes on changes the message.
				for (const { source, msg } of events) sent.push({ ...source, msg: { ...msg } });
			});
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

	test('a ban is told once, sending stops, and reinstating sends what waited', async () => {
		const page = await openConsole();
		await page.getByTestId('account-ban').click();
		await until(() => from('wac-health').length > 0, 'an alert');
		push('cr-send', { payload: guests(5, 30_000_000) });
		await until(() => from('cr-send', 1).length === 5, 'five that wait');
		push('wac-hourly', {});
		await sleep(1_000);
		assert.equal(from('wac-health').length, 1, 'one alert, however often it is told');
		assert.equal(from('wac-health')[0].payload.severity, 'blocked');
		assert.ok(from('cr-send', 1).every(({ payload }) => payload.waiting));
		assert.equal(accepted(), 0);
		await screenshot(page, 'credits-node-red-console');
		await page.getByTestId('account-reinstate').click();
		await until(() => from('cr-send', 0).length === 5, 'the five that waited');
		await until(() => from('wac-health').length === 2, 'the good news');
		assert.equal(accepted(), 5);
		await page.context().close();
	});

	test('a restriction stops sending, and its end lets it go on', async () => {
		sent.length = 0;
		const before = accepted();
		const page = await openConsole();
		await page.getByTestId('account-restrict').click();
		await until(() => from('wac-health').length === 1, 'an alert of the restriction');
		push('cr-send', { payload: guests(3, 31_000_000) });
		await until(() => from('cr-send', 1).length === 3, 'three that wait');
		// Meta tells nobody when it ends early: somebody says resume, or it is looked at.
		await page.getByTestId('account-lift').click();
		await until(
			async () => (await sim('GET', 'account')).restrictions.length === 0,
			'it is lifted',
		);
		await page.context().close();
		const editor = await NodeRedEditor.open(browser, nodeRed.url, 'en-US');
		await editor.showTab(TAB);
		await screenshot(editor.page, 'credits-node-red-waiting');
		await editor.page.context().close();
		// A deployment looks after it at once.
		await nodeRed.deploy((await nodeRed.RED.runtime.flows.getFlows({})).flows, 'full');
		await until(() => accepted() - before === 3, 'the three that waited');
	});

	test('a paused template is told once, its registration waits, and arrives once when it is back', async () => {
		sent.length = 0;
		// The end of the restriction, which nobody has told.
		push('wac-hourly', {});
		await until(() => from('wac-text').length === 1, 'what the test before has left');
		sent.length = 0;
		const before = accepted();
		const page = await openSimulator('templates/attendee_registration_confirmation/en');
		await page.getByTestId('action-pause').click();
		await until(() => from('wac-text').length === 1, 'an alert of the pause');
		const [pause] = from('wac-text');
		assert.match(pause.topic, /paused/);
		assert.match(pause.payload, /attendee_registration_confirmation/);
		await register(
			simulator.url,
			'generic',
			registrationOf({ firstName: 'Ben', lastName: 'Lee', phone: '+49 151 23456789' }),
		);
		await until(() => from('reg-send', 1).length === 1, 'a registration that waits');
		const [waits] = from('reg-send', 1);
		assert.equal(waits.payload.reason, 'template_paused');
		assert.equal(waits.payload.waiting, true);
		push('wac-hourly', {});
		await sleep(1_000);
		assert.equal(from('wac-text').length, 1, 'one alert, however often it is looked at');
		assert.equal(accepted(), before);
		const editor = await NodeRedEditor.open(browser, nodeRed.url, 'en-US');
		await editor.showTab('whatsapp-events-registration');
		await editor.status('reg-send').filter({ hasText: '1 wait for their template' }).waitFor();
		await screenshot(editor.page, 'credits-node-red-paused');
		await editor.page.context().close();
		await page.getByTestId('action-unpause').click();
		const message = await waitForStatus(simulator.url, '4915123456789', 'read');
		assert.match(message.body, /Hi Ben/);
		await until(() => from('wac-text').length === 2, 'the good news');
		await sleep(1_000);
		assert.equal(accepted() - before, 1, 'once');
		await page.context().close();
	});

	test('credits are bought on the page of Stripe, once, and a forged payment books nothing', async () => {
		sent.length = 0;
		const page = await (await browser.newContext()).newPage();
		page.setDefaultTimeout(30_000);
		await page.goto(`${nodeRed.url}/buy-credits`);
		await screenshot(page, 'credits-node-red-buy-form');
		await page.locator('input[name="credits"]').fill('1');
		await page.locator('button').click();
		await page.waitForURL(/stripe/);
		await screenshot(page, 'credits-node-red-stripe');
		await page.getByRole('button', { name: /^Pay(?! later)/ }).click();
		await page.getByText('Thank you').first().waitFor();
		await until(() => from('buy-book').length === 1, 'the purchase');
		await page.reload();
		await page
			.getByText(/\$[12]\.\d\d/)
			.first()
			.waitFor();
		await screenshot(page, 'credits-node-red-thanks');
		const { events } = await sim('GET', 'stripe');
		const resend = async (body) => {
			const { calls } = await sim('POST', `stripe/events/${events[0].id}/resend`, body);
			return calls.map(({ status }) => status);
		};
		assert.deepEqual(await resend({ repeat: 3 }), [200, 200, 200]);
		for (const forge of ['signature', 'old', 'amount', 'unsigned']) {
			assert.deepEqual(await resend({ forge }), [401], forge);
		}
		await sleep(500);
		assert.equal(from('buy-book').length, 1, 'booked once');
		assert.equal(from('buy-book')[0].payload.credits, 1);
		await page.context().close();
	});

	test('money for 30 and a notification to 100: nothing with a guard; without, exactly the missing ones later', async () => {
		sent.length = 0;
		const before = accepted();
		// Utility to Japan costs 0.0113.
		await sim('PATCH', 'money', { funding: 'prepaid', balance: 30 * 0.0113 });
		const { purchases } = await dialog('credits/purchases');
		for (const { paymentId } of purchases) await dialog('credits/purchases/remove', { paymentId });
		await dialog('credits/purchases/add', {
			purchase: { credits: '0.17', amount: '0.339', currency: 'USD' },
		});
		const list = guests(100, 40_000_000);
		await command('cr-guarded', 'check', { recipients: list });
		await command('cr-guarded', 'send');
		await until(async () => (await command('cr-guarded', 'state')).progress === 'stopped', 'Low');
		assert.equal(accepted(), before, 'nothing has left');
		const low = await command('cr-guarded', 'state');
		assert.equal(low.waiting + low.unsent, 100);
		await command('cr-guarded', 'stop');

		await command('cr-free', 'check', { recipients: list });
		await command('cr-free', 'send');
		await until(async () => (await command('cr-free', 'state')).progress === 'stopped', 'a halt');
		await sleep(2_000);
		const paid = new Set((await charges()).map(({ to }) => to)).size;
		const halted = await command('cr-free', 'state');
		assert.equal(halted.progress, 'stopped');
		assert.ok(halted.note, 'it says why');
		await sim('POST', 'money/topup', { amount: 10 });
		await dialog('credits/purchases/add', {
			purchase: { credits: '5', amount: '10', currency: 'USD' },
		});
		await until(
			async () => (await command('cr-free', 'state')).progress === 'finished',
			'the end',
			90_000,
		);
		await until(async () => (await command('cr-free', 'state')).failed === 0, 'nobody left');
		const reached = async () =>
			(await charges()).map((charge) => charge.to).filter((phone) => /8190400000/.test(phone));
		await until(async () => new Set(await reached()).size === 100, 'everybody gets it');
		const to = await reached();
		assert.equal(to.length, 100, 'and nobody twice');
		assert.ok(paid < 100, `${paid} were paid for before`);
		assert.equal((await command('cr-guarded', 'state')).progress, 'stopped', 'stopped by hand');
	});

	/** Where one plays Meta. */
	const openConsole = async () => {
		const page = await openSimulator('account/standing');
		await page.getByTestId('account-ban').waitFor();
		return page;
	};
	const openSimulator = async (place) => {
		const page = await (
			await browser.newContext({ viewport: { width: 1280, height: 900 } })
		).newPage();
		page.setDefaultTimeout(30_000);
		await page.goto(`${simulator.url}/#${place}`);
		return page;
	};
	const post = async (end, body) =>
		await json(`${nodeRed.url}/whatsapp-events/${end}`, 'POST', body);
	const dialog = async (end, body = {}) =>
		await post(end, { id: 'whatsapp-events-account', ...body });
	const command = async (id, asked, body = {}) => await post(`notification/${id}/${asked}`, body);

	for (const language of ['en-US', 'ja']) {
		test(`each operation has its dialog (${language})`, async () => {
			const editor = await NodeRedEditor.open(browser, nodeRed.url, language);
			const { page } = editor;
			const shot = async (name) => {
				await editor.settle();
				await screenshot(page, `credits-node-red-${name}-${language}`);
			};
			await editor.showTab(TAB);
			await editor.edit('cr-guard');
			for (const operation of OPERATIONS) {
				await page.locator('#node-input-operation').selectOption(operation);
				await page.locator('#node-input-operation').scrollIntoViewIfNeeded();
				const now = page.locator('#wae-look-now');
				if (await now.isVisible()) {
					await now.click();
					await page.locator('#wae-look-result .wae-busy').waitFor({ state: 'detached' });
					await page.locator('#wae-look-result > *').first().waitFor();
				}
				await shot(`dialog-${operation}`);
			}
			await page.locator('#node-input-operation').selectOption('price');
			await page.locator('#node-input-balanceFrom').selectOption('prepaid');
			await page.locator('.wae-fold > summary').first().click();
			await page.locator('#node-input-taxPercent').fill('10');
			await page.locator('#wae-look-result tfoot').filter({ hasText: '88' }).waitFor();
			await page.locator('#node-input-operation').selectOption('bookPurchase');
			await page.locator('#wae-purchases-table tbody tr').first().waitFor();
			const rows = await page.locator('#wae-purchases-table tbody tr').count();
			await page.locator('#wae-purchase-add').click();
			await page.locator('#wae-purchase-credits').fill('12');
			await page.locator('#wae-purchase-amount').fill('24');
			await page.locator('#wae-purchase-note').fill('Invoice 7');
			await page.locator('#wae-purchase-save').scrollIntoViewIfNeeded();
			await shot('purchase-form');
			await page.locator('#wae-purchase-save').click();
			const line = page.locator('#wae-purchases-table tr', { hasText: 'Invoice 7' });
			await line.waitFor();
			await line.locator('button').click();
			await shot('purchase-remove');
			assert.equal(await page.locator('#wae-purchases-table tbody tr').count(), rows + 2);
			await page.locator('#wae-purchase-remove-really').click();
			await line.waitFor({ state: 'detached' });
			await page.locator('#node-dialog-cancel').click();
			await editor.settle();

			await editor.edit('cr-send');
			await page.locator('.wae-fold > summary').first().click();
			await page.locator('#node-input-beforeSending').selectOption('credit');
			await page.locator('#node-input-lookAgainMinutes').scrollIntoViewIfNeeded();
			await shot('send-template');
			await page.locator('#node-dialog-cancel').click();
			for (const flow of ['buy-credits', 'watch-account', 'low-credit-alert', 'credits-page']) {
				await editor.showTab(`whatsapp-events-${flow}`);
				await shot(`flow-${flow}`);
			}
			await editor.showTab('whatsapp-events-buy-credits');
			await editor.edit('buy-book');
			await shot('payments');
			await page
				.locator('#node-input-lookup-provider, #node-input-btn-provider-edit')
				.first()
				.click();
			await page
				.locator('#node-config-input-provider option[value="twilio"]')
				.waitFor({ state: 'attached' });
			await shot('provider-stripe');
			await page.locator('#node-config-input-provider').selectOption('twilio');
			await page.locator('#node-config-input-twilio_accountSid').waitFor();
			await shot('provider-twilio');
			await page.evaluate(() => document.documentElement.classList.add('nr-theme-dark'));
			await shot('provider-dark');
			assert.deepEqual(editor.errors, []);
			await page.context().close();
		});
	}

	test('the page of credits', async () => {
		for (const colorScheme of ['light', 'dark']) {
			const context = await browser.newContext({
				colorScheme,
				viewport: { width: 1280, height: 1000 },
			});
			const page = await context.newPage();
			await page.goto(`${nodeRed.url}/credits`);
			await page.locator('.wan-page').waitFor();
			await sleep(500);
			await screenshot(page, `credits-node-red-page-${colorScheme}`);
			await context.close();
		}
	});
});
