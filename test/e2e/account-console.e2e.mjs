import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { startSimulator } from '../../simulator/index.ts';
import { subscribe } from '../../simulator/testing/caller.ts';
import { startReceiver } from '../../simulator/testing/receiver.ts';
import { screenshot } from './support/stage.mjs';

const FIELDS = [
	...['account_update', 'account_alerts', 'account_review_update', 'business_capability_update'],
	...['phone_number_quality_update', 'phone_number_name_update'],
];
const PLACES = ['money', 'standing', 'stripe', 'providers'];

describe('the account: money, standing with Meta, payments and balances, in a real browser', () => {
	let simulator;
	let receiver;
	let browser;
	let page;

	before(async () => {
		simulator = await startSimulator({
			settings: { statuses: { sentMs: 1, deliveredMs: 2 }, webhooks: { retryMs: [50] } },
		});
		receiver = await startReceiver();
		browser = await launchBrowser();
		const viewport = { width: 1440, height: 900 };
		page = await (await browser.newContext({ locale: 'en', viewport })).newPage();
		page.setDefaultTimeout(10_000);
		await page.goto(`${simulator.url}/#account`);
	});

	after(async () => {
		await browser?.close();
		await simulator?.close();
		await receiver?.close();
	});

	const place = (name) => page.getByTestId(`account-${name}-place`);
	const press = (testId) => page.getByTestId(testId).first().click();
	const outcome = () => page.locator('main:not([hidden])').getByTestId('outcome');
	const said = async (text) => await outcome().getByText(text).waitFor();
	const state = async (part) => await (await fetch(`${simulator.url}/sim/${part}`)).json();

	async function open(name) {
		await page.getByTestId(`account-${name}`).click();
		await place(name).waitFor();
	}

	/** The webhooks that came of it, parsed. */
	async function told(count, action) {
		const before = receiver.calls.length;
		await action();
		await receiver.received(before + count);
		return receiver.calls
			.slice(before)
			.map(({ raw, headers }) => ({ headers, ...JSON.parse(raw) }));
	}

	const changesOf = (calls) => calls.flatMap(({ entry }) => entry[0].changes);

	test('prepaid, topped up, used up to the last message, and topped up again', async () => {
		await page.getByTestId('nav-account').click();
		await press('funding-prepaid');
		const balance = page.getByTestId('balance');
		await page.getByTestId('top-up-amount').fill('0.03');
		await press('set-balance');
		await balance.getByText('$0.03').waitFor();
		const sent = await Promise.all(
			['+819011112222', '+819011113333', '+819011114444', '+819011115555'].map(send),
		);
		assert.ok(sent.every(({ ok }) => ok));
		await place('money')
			.getByText(/[1-9]\d* delivered, [1-9]\d* of them charged/)
			.waitFor();
		await eventually(async () => (await outcomes()).failed === 2);
		assert.deepEqual(await outcomes(), { delivered: 2, failed: 2, codes: [131042] });
		const { balance: left, spent } = await state('money');
		assert.ok(Math.abs(left + spent - 0.03) < 1e-9 && left > 0, `${left} left, ${spent} spent`);
		await page.getByTestId('top-up-amount').fill('20');
		await press('top-up');
		await said('What failed for lack of money can be sent again.');
		await balance.getByText(/^\$20\.\d\d/).waitFor();
		await page
			.getByTestId('account-money')
			.getByText(/\$20\.\d\d left/)
			.waitFor();
		await screenshot(page, 'account-money');
	});

	test('no payment method, refused at once', async () => {
		await press('funding-none');
		await page.getByTestId('refuse').check();
		await eventually(async () => (await state('money')).refuse);
		const { error } = await (await send('+819011116666')).json();
		assert.equal(error.code, 131042);
		await press('funding-card');
		await page.getByTestId('refuse').waitFor({ state: 'hidden' });
		assert.ok((await send('+819011116666')).ok);
	});

	test('a ban before anybody listens says which field to subscribe', async () => {
		await open('standing');
		await press('account-ban');
		await said('account_update');
		await press('account-reinstate');
		await page.locator('[data-testid=account-ban]:enabled').waitFor();
		await subscribe(simulator, receiver.url, FIELDS);
	});

	test('a ban and its end, with the webhooks that tell them', async () => {
		const [banned] = changesOf(await told(1, () => press('account-ban')));
		assert.equal(banned.field, 'account_update');
		assert.equal(banned.value.event, 'DISABLED_UPDATE');
		await said('The account is banned');
		await said(/account_update · DISABLED_UPDATE/);
		assert.equal((await (await send('+819011112222')).json()).error.code, 131031);
		await page.getByTestId('account-standing').first().getByText('Blocked').waitFor();
		await screenshot(page, 'account-banned');
		const [reinstated] = changesOf(await told(1, () => press('account-reinstate')));
		assert.equal(reinstated.value.ban_info.waba_ban_state, 'REINSTATE');
		await said('The account is reinstated');
		assert.ok((await send('+819011112222')).ok);
	});

	test('a restriction for so many days', async () => {
		await page.getByTestId('restrict-days').fill('7');
		const [restricted] = changesOf(await told(1, () => press('account-restrict')));
		assert.equal(restricted.value.event, 'ACCOUNT_RESTRICTION');
		const [{ expiration }] = restricted.value.restriction_info;
		const days = (Number(expiration) * 1000 - Date.now()) / 86_400_000;
		assert.ok(Math.abs(days - 7) < 0.1, `${days} days`);
		await place('standing')
			.getByText(/MESSAGING\s+until /)
			.waitFor();
		assert.equal((await state('account')).restrictions.length, 1);
		await press('account-lift');
		await said('The restrictions are lifted');
		assert.deepEqual((await state('account')).restrictions, []);
	});

	test('the quality of the number and the messaging limit', async () => {
		await press('account-quality-red');
		await said('The quality is now: Low');
		await place('standing')
			.getByText(/ · RED · /)
			.waitFor();
		await place('standing').getByLabel('New limit').selectOption('TIER_2K');
		const calls = changesOf(await told(1, () => press('account-tier')));
		assert.ok(calls.some(({ value }) => JSON.stringify(value).includes('TIER_2K')));
		await said('The messaging limit has changed');
		await place('standing').getByText('2,000 people in 24 hours').first().waitFor();
		await screenshot(page, 'account-standing');
	});

	test('a payment page is left, and paid', async () => {
		await open('stripe');
		await place('stripe').getByText('No workflow has asked for one yet.').waitFor();
		await page.getByTestId('stripe-endpoint').fill(receiver.url);
		await page.getByTestId('stripe-secret').fill('whsec_test');
		await press('save-endpoint');
		await said('Saved');
		const { url, cancel_url: back } = await checkout();
		const buyer = await page.context().newPage();
		await buyer.goto(url);
		await buyer.getByRole('heading', { name: '$80.00' }).waitFor();
		await screenshot(buyer, 'account-pay-page');
		const before = receiver.calls.length;
		await buyer.getByTestId('stripe-cancel').click();
		await buyer.waitForURL(back);
		assert.equal(receiver.calls.length, before);
		await buyer.goto(url);
		const [paid] = await told(1, () => buyer.getByTestId('stripe-pay').click());
		assert.equal(paid.type, 'checkout.session.completed');
		assert.equal(paid.data.object.payment_status, 'paid');
		await buyer.waitForURL(/paid=cs_test_/);
		await buyer.close();
	});

	test('an event is sent again, five at once, and forged', async () => {
		await place('stripe').getByText('checkout.session.completed').waitFor();
		const again = await told(1, () => press('stripe-again'));
		await said('Sent again');
		const five = await told(5, () => press('stripe-at-once'));
		assert.equal(new Set([...again, ...five].map(({ id }) => id)).size, 1);
		await place('stripe').getByText('Forge it').click();
		receiver.statuses = [400];
		await told(1, () => press('stripe-forge-signature'));
		await said('The workflow refused it, as it should.');
		const [forged] = await told(1, () => press('stripe-forge-amount'));
		assert.equal(forged.data.object.amount_total, 80_000);
		await said('The workflow did not refuse it.');
		await screenshot(page, 'account-stripe');
	});

	test('money that comes later, and money that does not', async () => {
		await checkout();
		await page.locator('[data-testid=stripe-session][data-status=open]').waitFor();
		const [later] = await told(1, () => press('stripe-pay-later'));
		assert.equal(later.data.object.payment_status, 'unpaid');
		const [failed] = await told(1, () => press('stripe-async-fail'));
		assert.equal(failed.type, 'checkout.session.async_payment_failed');
	});

	test('what a provider says of its balance, and what goes wrong there', async () => {
		await open('providers');
		const twilio = page.locator('[data-testid=provider][data-provider=twilio]');
		await twilio.getByLabel(/^Balance in/).fill('12.5');
		await twilio.getByLabel(/^Balance in/).press('Tab');
		await twilio.getByText('$12.50').waitFor();
		await twilio.getByLabel('What goes wrong').selectOption('refused');
		await eventually(async () => (await provider('twilio')).fault === 'refused');
		await twilio.getByTestId('provider-empty').click();
		await twilio.getByText('$0.00').waitFor();
		assert.equal((await provider('twilio')).amount, 0);
		await screenshot(page, 'account-providers');
	});

	test('it works by keyboard alone', async () => {
		const link = page.getByTestId('account-standing').first();
		await link.focus();
		await page.keyboard.press('Enter');
		await place('standing').waitFor();
		await page.getByTestId('account-ban').focus();
		await told(1, () => page.keyboard.press('Enter'));
		await said('The account is banned');
		const around = await page.evaluate(() => document.activeElement?.closest('article') !== null);
		assert.ok(around, 'the focus is lost with the button that greyed itself out');
		await page.keyboard.press('Tab');
		assert.equal(
			await page.evaluate(() => document.activeElement?.dataset.testid),
			'account-reinstate',
		);
		await told(1, () => page.keyboard.press('Enter'));
		await said('The account is reinstated');
	});

	test('on a narrow screen nothing is cut off, in English', async () => {
		await page.setViewportSize({ width: 400, height: 800 });
		await seeEveryPlace(page, 'en');
	});

	test('nor in Japanese, in the dark', async () => {
		const viewport = { width: 400, height: 800 };
		const context = await browser.newContext({ viewport, colorScheme: 'dark', locale: 'ja' });
		await seeEveryPlace(await context.newPage(), 'ja-dark');
		await context.close();
	});

	async function seeEveryPlace(narrow, name) {
		for (const at of PLACES) {
			await narrow.goto(`${simulator.url}/#account/${at}`);
			await narrow.getByTestId(`account-${at}-place`).waitFor();
			await narrow.evaluate(() => {
				for (const one of document.querySelectorAll('details')) one.open = true;
			});
			assert.deepEqual(await narrow.evaluate(cutOff), [], at);
			await screenshot(narrow, `account-${at}-narrow-${name}`);
		}
	}

	/** Runs in the page: what ends outside of it, and text that is wider than its element. */
	function cutOff() {
		const shown = [...document.querySelectorAll('main:not([hidden]) *, aside *')].filter(
			(one) => one.checkVisibility() && !one.closest('.visually-hidden'),
		);
		return shown
			.filter((one) => {
				const { left, right } = one.getBoundingClientRect();
				const clips = getComputedStyle(one).overflowX !== 'visible' && !one.matches('input');
				return (
					left < -1 || right > innerWidth + 1 || (clips && one.scrollWidth > one.clientWidth + 1)
				);
			})
			.map((one) => `${one.tagName} ${one.className}: ${one.textContent.slice(0, 60)}`);
	}

	/** What became of the messages on all phones. */
	async function outcomes() {
		const { phones } = await state('phones');
		const messages = phones.flatMap((phone) => phone.messages);
		const failed = messages.filter(({ status }) => status === 'failed');
		return {
			delivered: messages.filter(({ status }) => /delivered|read/.test(status)).length,
			failed: failed.length,
			codes: [...new Set(failed.map(({ error }) => error.code))],
		};
	}

	async function provider(id) {
		return (await state('providers')).providers.find((one) => one.id === id);
	}

	/** A payment page as a workflow asks for one: 40 credits. */
	async function checkout() {
		const { secretKey } = await state('stripe');
		const answer = await fetch(`${simulator.url}/v1/checkout/sessions`, {
			method: 'POST',
			headers: { Authorization: `Bearer ${secretKey}` },
			body: new URLSearchParams({
				mode: 'payment',
				'line_items[0][price_data][currency]': 'usd',
				'line_items[0][price_data][unit_amount]': '200',
				'line_items[0][price_data][product_data][name]': 'WhatsApp credits',
				'line_items[0][quantity]': '40',
				success_url: `${simulator.url}/sim/money?paid={CHECKOUT_SESSION_ID}`,
				cancel_url: `${simulator.url}/sim/money?cancelled`,
			}),
		});
		assert.equal(answer.status, 200);
		return await answer.json();
	}

	/** One template message, which is charged once it is delivered. */
	async function send(to) {
		const { accessToken, apiUrl, apiVersion, phoneNumberId } = simulator.credentials;
		const values = { first_name: 'Aiko', event_name: 'Test Conf', event_date: '1 December' };
		const parameters = Object.entries({ ...values, venue: 'Hall 4', ticket_name: 'VIP' }).map(
			([parameter_name, text]) => ({ type: 'text', parameter_name, text }),
		);
		return await fetch(`${apiUrl}/${apiVersion}/${phoneNumberId}/messages`, {
			method: 'POST',
			headers: { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' },
			body: JSON.stringify({
				...{ messaging_product: 'whatsapp', to, type: 'template' },
				template: {
					...{ name: 'attendee_registration_confirmation', language: { code: 'en' } },
					components: [{ type: 'body', parameters }],
				},
			}),
		});
	}
});

async function eventually(check) {
	for (let tries = 0; tries < 50; tries += 1) {
		if (await check()) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error('It did not happen in time');
}
