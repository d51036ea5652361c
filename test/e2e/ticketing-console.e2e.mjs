import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { startSimulator } from '../../simulator/index.ts';
import { startReceiver } from '../../simulator/testing/receiver.ts';
import { screenshot } from './support/stage.mjs';

describe('the organiser’s side of the ticketing platforms, in a real browser', () => {
	let simulator;
	let receiver;
	let browser;
	let page;

	before(async () => {
		simulator = await startSimulator({ settings: { ticketing: { retryMs: [50] } } });
		receiver = await startReceiver();
		browser = await launchBrowser();
		const viewport = { width: 1440, height: 900 };
		page = await (await browser.newContext({ locale: 'en', viewport })).newPage();
		page.setDefaultTimeout(10_000);
		await page.goto(`${simulator.url}/#ticketing`);
	});

	after(async () => {
		await browser?.close();
		await simulator?.close();
		await receiver?.close();
	});

	const press = (name, within = desk()) =>
		within.getByRole('button', { name, exact: true }).click();
	const desk = () => page.getByTestId('platform');
	const order = (at = 0) => desk().getByTestId('order').nth(at);
	const ticket = (name) => order().getByRole('group', { name: `Ticket of ${name}` });
	const outcome = () => page.locator('main:not([hidden])').getByTestId('outcome');
	const newest = () => desk().getByTestId('delivery').first();

	/** Does it; the calls that came of it, and what the page said. */
	async function calls(count, action) {
		const before = receiver.calls.length;
		const told = Number((await outcome().getAttribute('data-told')) ?? 0);
		await action();
		await page
			.locator(`main:not([hidden]) [data-testid=outcome][data-told='${told + 1}']`)
			.waitFor();
		await receiver.received(before + count);
		return receiver.calls.slice(before).map(({ raw, headers }) => ({ headers, raw }));
	}

	const bodyOf = ([call]) => JSON.parse(call.raw);

	async function open(name) {
		await page.getByRole('link', { name }).click();
		await page.getByRole('heading', { level: 2, name }).waitFor();
	}

	async function listen(suffix = '') {
		await press('Add an address…');
		await desk().getByLabel('Webhook address').fill(`${receiver.url}${suffix}`);
		await desk().getByLabel('Secret', { exact: true }).fill('s3cret');
		await press('Save address');
		await desk().getByTestId('address').getByText(`${receiver.url}${suffix}`).waitFor();
	}

	async function fillPerson([first, last, phone], within = desk()) {
		await within.getByLabel('First name').first().fill(first);
		await within.getByLabel('Last name').first().fill(last);
		await within.getByLabel('E-mail').first().fill(`${first.toLowerCase()}@example.com`);
		await within.getByLabel('Phone (WhatsApp)').first().fill(phone);
	}

	test('a platform to which nobody listens says what to do, and learns an address', async () => {
		await open('Tito');
		await desk().getByText('No flow listens yet.').waitFor();
		await screenshot(page, 'ticketing-nobody-listens');
		await press('Register an example');
		await outcome().getByText('Add its address').waitFor();
		await listen();
		await page.getByRole('link', { name: /Tito.*One address listens/ }).waitFor();
	});

	test('a buyer registers for somebody else, in a language, without marketing', async () => {
		const sent = await calls(2, async () => {
			await press('Register…');
			await fillPerson(['Aiko', 'Tanaka', '+81 90 1234 5678']);
			await desk().getByLabel('Language').first().selectOption('ja');
			await desk().getByLabel('Marketing messages').selectOption('false');
			await desk().getByLabel('Number').fill('2');
			await desk().getByLabel('The buyer attends').uncheck();
			const second = desk().getByRole('group', { name: 'Ticket 2', exact: true });
			await second.getByLabel('First name').fill('Ben');
			await second.getByLabel('Last name').fill('Lee');
			await second.getByLabel('Phone (WhatsApp)').fill('+44 7700 900123');
			await screenshot(page, 'ticketing-register');
			await press('Register');
		});
		assert.deepEqual(sent.map(({ raw }) => JSON.parse(raw).first_name).sort(), ['Aiko', 'Ben']);
		for (const { headers } of sent) assert.ok(headers['tito-signature']);
		await outcome().getByText('Aiko Tanaka is registered.').waitFor();
		await ticket('Ben Lee').waitFor();
		const [{ buyer }] = (await state()).orders;
		assert.deepEqual([buyer.locale, buyer.consent], ['ja', false]);
	});

	test('a ticket changes hands, changes otherwise, is cancelled; then the whole order', async () => {
		const reassigned = await calls(1, async () => {
			await press('Reassign…', ticket('Ben Lee'));
			await fillPerson(['Mia', 'Olsen', '+47 406 12 345'], ticket('Ben Lee'));
			await press('Reassign ticket');
		});
		assert.equal(reassigned[0].headers['x-webhook-name'], 'ticket.reassigned');
		assert.equal(bodyOf(reassigned).first_name, 'Mia');
		await outcome().getByText('The ticket belongs to Mia Olsen now.').waitFor();
		await outcome()
			.getByText(/ticket\.reassigned answered 200 in \d+ ms/)
			.waitFor();

		const changed = await calls(1, () => press('Change something else', ticket('Mia Olsen')));
		assert.equal(changed[0].headers['x-webhook-name'], 'ticket.updated');
		assert.equal(bodyOf(changed).first_name, 'Mia');

		const voided = await calls(1, () => press('Cancel ticket', ticket('Mia Olsen')));
		assert.equal(voided[0].headers['x-webhook-name'], 'ticket.voided');
		await ticket('Mia Olsen').getByText('Cancelled').waitFor();
		for (const name of ['Reassign…', 'Change something else', 'Cancel ticket']) {
			assert.ok(await ticket('Mia Olsen').getByRole('button', { name }).isDisabled(), name);
		}
		assert.equal(await ticket('Aiko Tanaka').getByText('Cancelled').isVisible(), false);

		await calls(1, () => press('Cancel order', order()));
		await ticket('Aiko Tanaka').getByText('Cancelled').waitFor();
		await screenshot(page, 'ticketing-cancelled');
	});

	test('what is sent again is the same; a forgery is recognisably none', async () => {
		const original = receiver.calls.at(-1).raw;
		const again = await calls(1, () => press('Send again', newest()));
		assert.equal(again[0].raw, original);
		await outcome().getByText('Nobody should get a second message').waitFor();

		await press('Trouble', newest());
		const five = await calls(5, () => press('Five at once', newest()));
		assert.deepEqual(
			five.map(({ raw }) => raw),
			Array(5).fill(original),
		);
		await press('Trouble', newest());
		await calls(3, () => press('Three times', newest()));

		receiver.statuses = [401];
		await press('Trouble', newest());
		assert.equal(await newest().getByRole('button', { name: 'Foreign host' }).count(), 0);
		const forged = await calls(1, () => press('Forged signature', newest()));
		assert.equal(forged[0].raw, original);
		assert.notEqual(forged[0].headers['tito-signature'], again[0].headers['tito-signature']);
		await outcome().getByText('refused it, as it should').waitFor();
		await newest().getByText('Forged signature').first().waitFor();
		await page.getByRole('link', { name: /^Tito.*One address listens$/ }).waitFor();
		await screenshot(page, 'ticketing-forged');

		await press('Trouble', newest());
		const cut = await calls(1, () => press('Truncated', newest()));
		assert.ok(original.startsWith(cut[0].raw) && cut[0].raw.length < original.length);
		await outcome().getByText('it should have been refused').waitFor();
	});

	test('a webhook that failed is seen to be tried again', async () => {
		receiver.statuses = [500, 200];
		await calls(2, () => press('Register an example'));
		await outcome().getByText('The workflow stopped with an error').waitFor();
		await newest().getByText('try 2').waitFor();
	});

	test('what a platform does not report is greyed out, with the reason', async () => {
		const website = desk().getByRole('region', { name: 'Website' });
		const button = website.getByRole('button', { name: 'Publish website' });
		assert.ok(await button.isDisabled());
		const note = page.locator(`[id="${await button.getAttribute('aria-describedby')}"]`);
		assert.match(await note.innerText(), /Tito does not report the published website.*These do: /);
	});

	test('speakers, sponsors and the website, where they are reported', async () => {
		await open('Any ticketing server (JSON)');
		await listen('/generic');
		const keynote = desk().getByRole('group', { name: 'Opening keynote' });
		await calls(1, async () => {
			await press('Add speaker…', keynote);
			await fillPerson(['Chloe', 'Dubois', '+33 6 39 98 12 34'], keynote);
			await press('Add speaker', keynote);
		});
		await calls(1, () =>
			press('Remove', keynote.getByRole('group', { name: 'Speaker Chloe Dubois' })),
		);
		await keynote.getByText('No speakers yet.').waitFor();

		const sponsors = desk().getByRole('region', { name: 'Sponsors' });
		for (const company of ['Acme', 'Globex']) {
			await calls(1, async () => {
				await press('Propose…', sponsors);
				await sponsors.getByLabel('Company').fill(company);
				await press('Fill in an example', sponsors);
				await press('Propose sponsorship', sponsors);
			});
		}
		const sponsor = (company) => sponsors.getByRole('group', { name: `Sponsor ${company}` });
		await calls(1, () => press('Deny', sponsor('Acme')));
		await sponsor('Acme').getByText('Denied').waitFor();
		await calls(1, () => press('Confirm', sponsor('Globex')));
		await sponsor('Globex').getByText('Confirmed').waitFor();
		await calls(1, () => press('Publish website'));
		await desk().getByText('The website is live.').waitFor();
		await screenshot(page, 'ticketing-sponsors');
	});

	test('Zoho Backstage reports each attendee, too, if the organiser chose so', async () => {
		await open('Zoho Backstage');
		await listen('/zoho');
		const register = (attendees) =>
			calls(attendees ? 3 : 1, async () => {
				await press('Register…');
				await press('Fill in an example');
				await desk().getByLabel('Number').fill('2');
				await desk().getByLabel('Report each attendee, too').setChecked(attendees);
				await press('Register');
			});
		const both = await register(true);
		assert.equal(both.filter(({ raw }) => JSON.parse(raw).attendee).length, 2);
		assert.equal((await register(false)).length, 1);
	});

	test('several addresses are folded away, and who comes back is where they left', async () => {
		await open('Zoho Backstage');
		await listen('/another');
		const address = desk().getByTestId('address').first();
		assert.equal(await address.isVisible(), true); // it was the second a moment ago
		await page.reload();
		await open('Zoho Backstage');
		await desk().getByText('2 addresses', { exact: true }).waitFor();
		assert.equal(await address.isVisible(), false);
		await page.getByRole('link', { name: /Zoho Backstage.*2 addresses listen/ }).waitFor();
		const content = page.locator('.ticketing-main:not([hidden]) > .templates-content');
		const left = await content.evaluate((one) => {
			one.scrollTo(0, 100);
			return one.scrollTop;
		});
		assert.ok(left > 0);
		await page.getByTestId('nav-phones').click();
		await page.getByTestId('nav-ticketing').click();
		await page.getByRole('heading', { level: 2, name: 'Zoho Backstage' }).waitFor();
		assert.equal(await content.evaluate((one) => one.scrollTop), left);
		await page.getByTestId('nav-phones').click();
		await page.getByTestId('nav-ticketing').click();
		await page.getByRole('link', { name: 'Tito' }).click();
		await page.getByTestId('nav-phones').click();
		await page.getByTestId('nav-ticketing').click();
		await page.getByRole('heading', { level: 2, name: 'Tito' }).waitFor();
	});

	test('a platform that is asked says where, and sends nothing', async () => {
		await open('pretalx');
		await desk().getByText('Where your workflow asks').waitFor();
		await desk().getByText(`${simulator.url}/ticketing/pretalx`).waitFor();
		const keynote = desk().getByRole('group', { name: 'Opening keynote' });
		await calls(0, async () => {
			await press('Add speaker…', keynote);
			await press('Fill in an example', keynote);
			await press('Add speaker', keynote);
		});
		await outcome().getByText('this platform has no webhooks').waitFor();
	});

	test('the event is changed, in the time of its place', async () => {
		await page.getByTestId('open-event').click();
		const form = page.getByTestId('event-form');
		await form.getByLabel('Name of the event').fill('Other Conf');
		await form.getByLabel('Time zone').fill('Europe/Berlin');
		await form.getByLabel('Begins').fill('2027-03-28T09:00');
		await press('Save event', form);
		await page.getByRole('link', { name: 'Other Conf' }).waitFor();
		const { event } = await state();
		assert.deepEqual(
			[event.name, event.startsAt, event.timeZone],
			['Other Conf', '2027-03-28T09:00:00+02:00', 'Europe/Berlin'],
		);
	});

	test('it works by keyboard alone, and leads to the phones', async () => {
		await open('Tito');
		const button = ticket('').getByRole('button', { name: 'Reassign…' }).first();
		await button.focus();
		await page.keyboard.press('Enter');
		assert.equal(await page.evaluate(() => document.activeElement?.name), 'firstName');
		await page.keyboard.press('Escape');
		assert.equal(await button.evaluate((one) => one === document.activeElement), true);
		await calls(1, async () => {
			await page.keyboard.press('Tab');
			await page.keyboard.press('Tab');
			await page.keyboard.press('Enter'); // Cancel ticket, which greys itself out
		});
		const [id, role] = await page.evaluate(() => [
			document.activeElement?.dataset.testid,
			document.activeElement?.getAttribute('role'),
		]);
		assert.deepEqual([id, role], ['ticket', 'group']);
		await page.getByRole('link', { name: 'See the phones' }).click();
		await page.getByRole('heading', { level: 2, name: 'No messages yet' }).waitFor();
	});

	test('on a narrow screen, in Japanese, in the dark, nothing is cut off', async () => {
		const context = await browser.newContext({
			viewport: { width: 400, height: 800 },
			colorScheme: 'dark',
			locale: 'ja',
		});
		const small = await context.newPage();
		await small.goto(`${simulator.url}/#ticketing`);
		await small.getByRole('link', { name: /Tito/ }).click();
		await small.getByRole('button', { name: '登録…' }).click();
		await small.getByRole('main').getByLabel('枚数').fill('2');
		const width = await small.evaluate(() =>
			Math.max(
				...[...document.querySelectorAll('main:not([hidden]) *')].map(
					(one) => one.getBoundingClientRect().right,
				),
			),
		);
		assert.ok(width <= 400, `something ends at ${width}`);
		await screenshot(small, 'ticketing-narrow-ja-dark');
		await small.getByRole('link', { name: 'プラットフォーム一覧に戻る' }).click();
		await small.getByRole('link', { name: /pretix/ }).waitFor();
		await context.close();
	});

	async function state() {
		return await (await fetch(`${simulator.url}/sim/ticketing`)).json();
	}
});
