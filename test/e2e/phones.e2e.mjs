import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { startSimulator } from '../../simulator/index.ts';
import { namedBody, sendTemplate } from '../../simulator/testing/caller.ts';
import * as families from '../../simulator/testing/families.ts';
import { screenshot } from './support/stage.mjs';

const { action, body, card, carousel, code, header, offer, product, productCard } = families;
const guest = namedBody({ first_name: 'Ann' });
const event = namedBody({ first_name: 'Ann', event_name: 'Test Conf' });

describe('every family of template, on the phones of a real browser', () => {
	let simulator;
	let browser;
	let page;
	let people = 0;

	before(async () => {
		simulator = await startSimulator({ settings: { pairLimit: { enabled: false } } });
		browser = await launchBrowser();
		const permissions = ['clipboard-read', 'clipboard-write'];
		const context = await browser.newContext({
			permissions,
			locale: 'en',
			viewport: { width: 1440, height: 900 },
		});
		page = await context.newPage();
		await page.goto(simulator.url);
	});

	after(async () => {
		await browser?.close();
		await simulator?.close();
	});

	/** Sends a template to a phone of its own; that phone on the page, once it shows the message. */
	async function phoneWith(name, components) {
		const waId = `8190${20_000_000 + (people += 1)}`;
		const { json } = await sendTemplate(simulator, name, components, { to: `+${waId}` });
		assert.equal(json.error, undefined);
		const phone = page.locator(`[data-testid="phone"][data-wa-id="${waId}"]`);
		await phone.getByTestId('bubble').first().waitFor();
		return phone;
	}

	const button = (place, type) =>
		place.locator(`[data-testid="bubble-button"][data-type="${type}"]`);

	test('a limited-time offer counts down, and its code is copied', async () => {
		const end = families.until(Date.now() + 50 * 60_000);
		const phone = await phoneWith('last_tickets_offer', [...offer(), end]);
		assert.match(await phone.getByTestId('offer').innerText(), /Last tickets[^]*Code: LAST20/);
		assert.match(await phone.getByTestId('offer-left').innerText(), /^Ends in (50|49) min$/);
		await button(phone, 'COPY_CODE').click();
		await phone.getByText('Copied: LAST20').waitFor();
		assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'LAST20');
		await screenshot(page, 'phone-offer');
	});

	test('a carousel scrolls, and a tap on a card answers with its payload', async () => {
		const cards = carousel([card(0), card(1), card(2)]);
		const phone = await phoneWith('event_carousel', [body('Ann'), cards]);
		const last = phone.getByTestId('card').nth(2);
		await last.scrollIntoViewIfNeeded();
		assert.ok((await phone.getByTestId('cards').evaluate((row) => row.scrollLeft)) > 100);
		await screenshot(page, 'phone-carousel');
		await button(last, 'QUICK_REPLY').click();
		await phone.locator('[data-direction="user"]').waitFor();
		const [{ messages }] = simulator.control.phones();
		assert.equal(messages.at(-1).body, 'Tell me more');
	});

	test('a one-time code is copied, or handed to an app', async () => {
		const copied = await phoneWith('login_code', code('481516'));
		await button(copied, 'OTP').click();
		await copied.getByText('Copied: 481516').waitFor();
		const handed = await phoneWith('login_code_one_tap', code('234200'));
		assert.equal(await button(handed, 'OTP').innerText(), 'Autofill');
		await button(handed, 'OTP').click();
		await handed.getByText('Hands the code 234200 to the app').waitFor();
		assert.equal(await page.evaluate(() => navigator.clipboard.readText()), '481516');
	});

	test('products open in a sheet, which Escape closes', async () => {
		const sections = [families.section('To wear', 'shirt-blue', 'own-7')];
		const phone = await phoneWith('merch_items', [guest, action('mpm', { sections })]);
		await button(phone, 'MPM').click();
		const sheet = phone.getByTestId('sheet');
		assert.match(await sheet.innerText(), /To wear[^]*Test Conf shirt, blue[^]*\$25\.00[^]*own-7/);
		await screenshot(page, 'phone-products');
		await page.keyboard.press('Escape');
		await sheet.waitFor({ state: 'detached' });
		await button(phone, 'MPM').click();
		await sheet.getByRole('button', { name: 'Close' }).click();
		await sheet.waitFor({ state: 'detached' });
	});

	test('the catalog and products show what they sell', async () => {
		const catalog = await phoneWith('merch_catalog', [event]);
		assert.match(await catalog.getByTestId('product').innerText(), /shirt, blue/);
		const values = namedBody({ first_name: 'Ann', discount: '15 percent', code: 'SHIRT15' });
		const shirt = await phoneWith('merch_shirt', [header(product()), values]);
		assert.match(await shirt.getByTestId('product').innerText(), /\$25\.00/);
		const two = carousel([productCard(0), productCard(1, 'mug-white')]);
		const cards = await phoneWith('merch_cards', [body('Ann'), two]);
		assert.match(await cards.getByTestId('card').nth(1).innerText(), /mug/);
	});

	test('a flow names its form and its data', async () => {
		const given = { flow_token: 'order-42', flow_action_data: { name: 'Ann' } };
		const phone = await phoneWith('feedback_flow', [event, action('flow', given)]);
		await button(phone, 'FLOW').click();
		const facts = await phone.getByTestId('sheet').innerText();
		assert.match(facts, /1354795268451905[^]*FEEDBACK[^]*order-42[^]*"name": "Ann"/);
	});

	test('what failed cannot be tapped, on no card', async () => {
		simulator.control.change({ recipients: { [`8190${20_000_001 + people}`]: { fail: 131026 } } });
		const cards = carousel([card(0), card(1), card(2)]);
		const phone = await phoneWith('event_carousel', [body('Ann'), cards]);
		await phone.locator('[data-status="failed"]').waitFor();
		assert.equal(await button(phone, 'QUICK_REPLY').first().isDisabled(), true);
	});
});
