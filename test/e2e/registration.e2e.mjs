import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { json, register, registrationOf, waitForStatus } from '../../scripts/lib/demo.mjs';
import { openStage, screenshot } from './support/stage.mjs';

describe('a registration becomes a WhatsApp message, in a real n8n', () => {
	let stage;
	let phonePage;

	before(
		async () => {
			stage = await openStage();
			const context = await stage.browser.newContext({ viewport: { width: 1440, height: 900 } });
			phonePage = await context.newPage();
			await phonePage.goto(stage.simulator.url);
		},
		{ timeout: 10 * 60_000 },
	);

	after(async () => await stage?.close());

	const aiko = registrationOf({ firstName: 'Aiko', lastName: 'Tanaka', phone: '+81 90-1234-5678' });

	test('any ticketing server: first name and ticket as on its own page', async () => {
		await register(stage.simulator.url, 'generic', aiko);
		const message = await waitForStatus(stage.simulator.url, '819012345678', 'read');
		assert.match(message.body, /Hi Aiko,/);
		assert.match(message.body, /Test Conf/);
		assert.match(message.body, /General admission/);

		const bubble = phonePage.locator(
			'[data-testid="phone"][data-wa-id="819012345678"] [data-testid="bubble"]',
		);
		await bubble.first().waitFor();
		assert.match(
			await bubble.first().locator('[data-testid="bubble-body"]').innerText(),
			/Hi Aiko/,
		);
		await phonePage.locator('[data-testid="bubble"][data-status="read"]').first().waitFor();
		await screenshot(phonePage, 'phone-read');
	});

	test('the status flow has run for sent, delivered and read', async () => {
		const [phone] = (await json(`${stage.simulator.url}/sim/phones`)).phones;
		const [message] = phone.messages;
		const seen = await statusesOf(message.id);
		assert.deepEqual([...seen].sort(), ['delivered', 'read', 'sent']);
	});

	test('a Tito payload', async () => {
		await register(
			stage.simulator.url,
			'tito',
			registrationOf({ firstName: 'Ben', lastName: 'Lee', phone: '+44 7700 900123' }),
		);
		const message = await waitForStatus(stage.simulator.url, '447700900123', 'read');
		assert.match(message.body, /Hi Ben/);
	});

	test('a Zoho Backstage order', async () => {
		await register(
			stage.simulator.url,
			'zoho-backstage',
			registrationOf({ firstName: 'Carla', lastName: 'Ruiz', phone: '+34 612 345 678' }),
		);
		const message = await waitForStatus(stage.simulator.url, '34612345678', 'read');
		assert.match(message.body, /Hi Carla/);
	});

	test('the same webhook five times at once sends one message', async () => {
		const dora = registrationOf({
			firstName: 'Dora',
			lastName: 'Klein',
			phone: '+49 151 23456789',
			repeat: 5,
		});
		const { calls } = await register(stage.simulator.url, 'generic', dora);
		const address = ({ url }) => url.includes('registration');
		assert.deepEqual(
			calls.filter(address).map((call) => call.status),
			[200, 200, 200, 200, 200],
		);
		await waitForStatus(stage.simulator.url, '4915123456789', 'read');
		await sleep(2000);
		assert.equal((await messagesOf('4915123456789')).length, 1);
	});

	test('four tickets on one phone give one message, with the count and the names', async () => {
		const names = ['Emi', 'Fumi', 'Goro', 'Hana'];
		const phone = '+81 80-1111-2222';
		await register(stage.simulator.url, 'zoho-backstage', {
			...registrationOf({ firstName: 'Emi', lastName: 'Sato', phone }),
			tickets: names.map((firstName) => ({
				firstName,
				lastName: 'Sato',
				email: `${firstName}@example.com`,
				phone,
				ticketName: 'General',
			})),
		});
		await waitForStatus(stage.simulator.url, '818011112222', 'read');
		const messages = await messagesOf('818011112222');
		assert.equal(messages.length, 1);
		assert.match(messages[0].body, /4 ticket/);
	});

	test('a tap on the phone comes back as a reply', async () => {
		const phone = phonePage.locator('[data-testid="phone"][data-wa-id="819012345678"]');
		if (!(await phone.isVisible()))
			await phonePage.locator('[data-testid="phone-row"][data-wa-id="819012345678"]').click();
		await phone.locator('[data-testid="bubble-button"]').first().click();
		await eventually(async () =>
			(await executionTexts(stage.workflows['delivery-status'].id)).some((text) =>
				text.includes('I have a question'),
			),
		);
		await screenshot(phonePage, 'phones-with-reply');
	});

	test('a forged webhook is refused and starts nothing', async () => {
		const before = (await stage.n8n.executions(stage.workflows.registration.id)).length;
		const answer = await register(stage.simulator.url, 'tito', {
			...registrationOf({ firstName: 'Mallory', lastName: 'X', phone: '+1 202 555 0143' }),
			badSignature: true,
		});
		assert.equal(answer.calls[0].status, 401);
		await sleep(500);
		assert.equal((await stage.n8n.executions(stage.workflows.registration.id)).length, before);
	});

	test('the page works on a phone and in the dark, too', async () => {
		const context = await stage.browser.newContext({
			viewport: { width: 390, height: 844 },
			colorScheme: 'dark',
		});
		const page = await context.newPage();
		await page.goto(`${stage.simulator.url}/#819012345678`);
		await page.locator('[data-testid="bubble"]').first().waitFor();
		const overflows = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
		assert.equal(overflows, false);
		await screenshot(page, 'phone-narrow-dark');
		await context.close();
	});

	test('somebody registers with the form on the page', async () => {
		await phonePage.locator('[data-testid="open-register"]').first().click();
		const form = phonePage.locator('[data-testid="register-form"]');
		await form.locator('[name="platform"]').selectOption('generic');
		await form.locator('[name="firstName"]').fill('Ivo');
		await form.locator('[name="lastName"]').fill('Novak');
		await form.locator('[name="email"]').fill('ivo@example.com');
		await form.locator('[name="phone"]').fill('+420 601 123 456');
		await screenshot(phonePage, 'register-form');
		await form.locator('[type="submit"]').click();
		await waitForStatus(stage.simulator.url, '420601123456', 'read');
	});

	async function messagesOf(waId) {
		const { phones } = await json(`${stage.simulator.url}/sim/phones`);
		return (
			phones
				.find((phone) => phone.waId === waId)
				?.messages.filter((m) => m.direction === 'business') ?? []
		);
	}

	/** The statuses of one message that the status flow has run for. */
	async function statusesOf(messageId) {
		const seen = new Set();
		await eventually(async () => {
			for (const text of await executionTexts(stage.workflows['delivery-status'].id)) {
				// The key of a notification: the workflow's own text names the statuses, too.
				for (const [, status] of text.matchAll(new RegExp(`status:${messageId}:(\\w+)`, 'g')))
					seen.add(status);
			}
			return seen.size === 3;
		});
		return seen;
	}

	async function executionTexts(workflowId) {
		const executions = await stage.n8n.executions(workflowId);
		return await Promise.all(
			executions.map(async ({ id }) =>
				JSON.stringify(await stage.n8n.rest('GET', `/rest/executions/${id}`)),
			),
		);
	}
});

async function eventually(check, timeoutMs = 30_000) {
	const deadline = Date.now() + timeoutMs;
	while (!(await check())) {
		if (Date.now() > deadline) throw new Error('It did not happen in time');
		await sleep(300);
	}
}
