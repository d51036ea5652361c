import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Editor } from './support/editor.mjs';
import { openStage, screenshot } from './support/stage.mjs';

const translation = (language, text) => ({
	name: 'workshops_open',
	language,
	category: 'MARKETING',
	parameter_format: 'NAMED',
	status: 'APPROVED',
	components: [
		{
			type: 'BODY',
			text,
			example: {
				body_text_named_params: [
					{ param_name: 'first_name', example: 'Ann' },
					{ param_name: 'event_name', example: 'Test Conf' },
				],
			},
		},
		{
			type: 'FOOTER',
			text: language === 'ja' ? '配信停止はSTOPと返信' : 'Reply STOP to stop promotions',
		},
	],
});

const TEMPLATES = [
	translation(
		'en',
		'Hi {{first_name}}, the workshops of *{{event_name}}* are open for booking now.',
	),
	translation('ja', '{{first_name}}さん、*{{event_name}}*のワークショップの予約を開始しました。'),
];

/** 140 people: 12 bad numbers, 8 who have not agreed, 6 doubles, 4 without a name. 110 get it. */
const PEOPLE = Array.from({ length: 140 }, (_, i) => {
	const phone = i < 12 ? `+81 ${i}` : i >= 134 ? number(i - 100) : number(i);
	const name = i >= 20 && i < 24 ? '' : `"Guest ${i}, ""G${i}"""`;
	const agreed = i >= 12 && i < 20 ? 'no' : 'yes';
	return [name, phone, i % 3 === 0 ? 'ja' : '', i % 5 === 0 ? 'VIP' : 'Standard', agreed].join(';');
});
const READY = 110;
const LEFT_OUT = [12, 8, 6, 4];

function number(i) {
	return i % 4 === 0 ? `+49 1512 ${String(3_000_000 + i)}` : `+81 90-${String(10_000_000 + i)}`;
}

const CSV = `\ufeffFull Name;Mobile;Language;Ticket;Marketing Consent\r\n${PEOPLE.join('\r\n')}\r\n`;

describe('a notification, in a real n8n', () => {
	let stage;
	let editor;
	let page;
	let reportUrl;

	before(
		async () => {
			stage = await openStage();
			stage.simulator.control.putTemplates(TEMPLATES);
			// As Meta does when much happens: several updates in one call.
			stage.simulator.control.change({ webhooks: { batch: 50 } });
			await inSmallChunks(stage);
			editor = await Editor.open(stage.browser, stage.n8n);
			page = await stage.browser.newPage({ viewport: { width: 1100, height: 1000 } });
		},
		{ timeout: 10 * 60_000 },
	);

	after(async () => await stage?.close());

	const sent = () => stage.simulator.control.stats().messages;

	test('the shipped flow is drawn as it was meant', async () => {
		await editor.openWorkflow(stage.workflows.notification.id);
		await screenshot(editor.page, 'flow-notification');
		await editor.openNode('Check Recipients');
		await screenshot(editor.page, 'notification-check-node');
		await editor.closeNode();
	});

	test('a list is handed in, and the page says who gets it before anything is sent', async () => {
		await openForm('whatsapp-notification-new');
		await fill('Title', 'Workshops are open');
		await fill('Event', 'Test Conf');
		await fill('Template', 'workshops_open');
		await fill('Language', 'en');
		await choose('Quiet hours', 'None');
		await page
			.locator('input[type=file]')
			.setInputFiles({ name: 'guests.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) });
		await page.screenshot({ path: 'build/e2e/notification-form.png', fullPage: true });
		await submit();
		await page.waitForURL(/webhook\/whatsapp-notification\?notification=/, { timeout: 90_000 });
		reportUrl = page.url();
		await page.getByText('Who is left out, and why').waitFor();
		await shots('notification-check');

		const text = await page.locator('body').innerText();
		for (const fact of [/140\s+on the list/, /110\s+will get it/, /30\s+are left out/])
			assert.match(text, fact);
		const rows = await page.locator('table').first().locator('tbody tr').allInnerTexts();
		assert.deepEqual(
			rows.map((row) => Number.parseInt(row, 10)),
			LEFT_OUT,
		);
		assert.equal(await page.locator('.wap-bubble').count(), 3);
		assert.match(text, /Germany/);
		assert.equal(sent().accepted, 0);
	});

	test('what is wrong with a list is said in the form', async () => {
		await openForm('whatsapp-notification-new');
		await fill('Title', 'Nobody');
		await fill('Template', 'workshops_open');
		await page.locator('input[type=file]').setInputFiles({
			name: 'a.csv',
			mimeType: 'text/csv',
			buffer: Buffer.from('Name;Fax\nA;1\n'),
		});
		await submit();
		await page.getByText('No column seems to hold phone numbers').waitFor({ timeout: 60_000 });
		await page.screenshot({ path: 'build/e2e/notification-form-problem.png' });
	});

	test('a template that is not there is answered with those that are, and one with a picture can be sent', async () => {
		await openForm('whatsapp-notification-new');
		await fill('Title', 'Doors');
		await fill('Template', 'doors_openly');
		await handIn();
		await submit();
		await page.getByText('Approved are:').waitFor({ timeout: 60_000 });

		stage.simulator.control.putTemplates([
			{
				...{ name: 'with_picture', language: 'en', category: 'UTILITY', status: 'APPROVED' },
				components: [
					{ type: 'HEADER', format: 'IMAGE' },
					{ type: 'BODY', text: 'The way in.' },
				],
			},
		]);
		await openForm('whatsapp-notification-new');
		await fill('Title', 'The way in');
		await fill('Template', 'with_picture');
		await fill('Picture, video or document', 'https://example.com/way-in.png');
		await handIn();
		await submit();
		await page.waitForURL(/webhook\/whatsapp-notification\?notification=/, { timeout: 90_000 });
		assert.match(await page.locator('body').innerText(), /1\s+will get it/);
	});

	test('it is sent after Send, stopped in between, and resumed: nobody gets it twice', async () => {
		stage.simulator.control.change({ latencyMs: 1000 });
		await page.goto(reportUrl);
		await page.getByRole('link', { name: 'Send…' }).click();
		await page.locator('form').waitFor();
		const about = await page.getByLabel('Which one', { exact: true }).inputValue();
		assert.match(about, /^Workshops are open · 110 people · \d/);
		await page.screenshot({ path: 'build/e2e/notification-send-form.png' });
		await submit();
		await page.waitForURL(/webhook\/whatsapp-notification\?/, { timeout: 60_000 });
		await eventually(() => sent().accepted > 10);
		await page.goto(reportUrl);
		await shots('notification-progress');

		await page.getByRole('link', { name: 'Stop…' }).click();
		await submit();
		await page.waitForURL(/webhook\/whatsapp-notification\?/, { timeout: 60_000 });
		await quiet(() => sent().accepted);
		assert.ok(sent().accepted < READY, `stopped after ${sent().accepted}`);
		await page.goto(reportUrl);
		await page.getByText('Stopped', { exact: false }).first().waitFor();
		await shots('notification-stopped');

		stage.simulator.control.change({ latencyMs: 0 });
		await page.getByRole('link', { name: 'Resume…' }).click();
		await submit();
		// n8n writes down each result by itself, which takes its time on a busy machine.
		await eventually(() => sent().accepted >= READY, 300_000);
		await quiet(() => sent().accepted);
		assert.equal(sent().accepted, READY);
		assert.equal(sent().twice, 0);
	});

	test('the report says what the check said, and how far the messages got', async () => {
		await eventually(async () => {
			const html = await (await fetch(reportUrl)).text();
			const has = (what) => html.includes(`<b>${READY}</b><span>${what}</span>`);
			return html.includes('Finished') && has('delivered') && has('read');
		}, 300_000);
		await page.goto(reportUrl);
		await shots('notification-report');
		const text = await page.locator('body').innerText();
		assert.match(text, /110 of 110/);
		const rows = await page.locator('table').first().locator('tbody tr').allInnerTexts();
		assert.deepEqual(
			rows.map((row) => Number.parseInt(row, 10)),
			LEFT_OUT,
		);
	});

	test('everybody is a line of the CSV, with the end of their number only', async () => {
		const answer = await fetch(`${reportUrl}&format=csv`);
		const csv = await answer.text();
		assert.match(answer.headers.get('content-type'), /text\/csv/);
		assert.match(
			answer.headers.get('content-disposition'),
			/attachment; filename="Workshops-are-open\.csv"/,
		);
		assert.equal(csv.trim().split('\r\n').length, 141);
		assert.doesNotMatch(csv, /\+?8190\d{8}/);
	});

	test('what has its time to send waits for it, and the step of every ten minutes begins it', async () => {
		const before = sent().accepted;
		await openForm('whatsapp-notification-new');
		await fill('Title', 'Parking');
		await fill('Template', 'parking_information');
		await fill('Time zone', 'UTC');
		await fill(
			'Send at',
			new Date(Date.now() + 60_000).toISOString().slice(0, 16).replace('T', ' '),
		);
		await choose('Quiet hours', 'None');
		await choose('Pages in', 'Japanese');
		const people = [500, 501, 502].map((i) => `Guest ${i};${number(i)}`).join('\n');
		await page.locator('input[type=file]').setInputFiles({
			name: 'guests.csv',
			mimeType: 'text/csv',
			buffer: Buffer.from(`Name;Phone\n${people}\n`),
		});
		await submit();
		await page.waitForURL(/webhook\/whatsapp-notification\?notification=/, { timeout: 90_000 });
		const url = page.url();
		await page.getByRole('link', { name: '送信…' }).click();
		await submit();
		await eventually(async () => /待機中.*現在/.test(await (await fetch(url)).text()));
		assert.equal(sent().accepted, before);

		const { nodes } = await stage.n8n.rest(
			'GET',
			`/rest/workflows/${stage.workflows.notification.id}`,
		);
		assert.ok(nodes.some(({ name }) => name === 'Every Ten Minutes'));
		await sleep(60_000);
		await stage.n8n.runByHand(stage.workflows.notification.id, 'Every Ten Minutes');
		await eventually(() => sent().accepted === before + 3, 120_000);
		await eventually(async () => /完了/.test(await (await fetch(url)).text()));
		await page.goto(url);
		await shots('notification-report-japanese');
	});

	test('a page that is not there says so', async () => {
		const answer = await fetch(reportUrl.replace(/notification=.*/, 'notification=nobody'));
		assert.equal(answer.status, 404);
	});

	async function openForm(form) {
		await page.goto(`${stage.n8n.url}/form/${form}`);
		await page.locator('form').waitFor();
	}

	/** A list with one person. */
	const handIn = async () =>
		await page.locator('input[type=file]').setInputFiles({
			...{ name: 'guests.csv', mimeType: 'text/csv' },
			buffer: Buffer.from('Name;Phone\nGuest;+81 90-1234-5678\n'),
		});

	const fill = async (label, value) => await page.getByLabel(label, { exact: true }).fill(value);
	const choose = async (label, value) =>
		await page.getByLabel(label, { exact: true }).selectOption(value);
	const submit = async () => await page.locator('#submit-btn').click();

	/** In both colours. */
	async function shots(name) {
		for (const colorScheme of ['light', 'dark']) {
			await page.emulateMedia({ colorScheme });
			await page.screenshot({ path: `build/e2e/${name}-${colorScheme}.png`, fullPage: true });
		}
		await page.emulateMedia({ colorScheme: 'light' });
	}
});

/** The shipped flow, with chunks small enough for a stop in between, published once more. */
async function inSmallChunks({ n8n, workflows }) {
	const { id } = workflows.notification;
	await n8n.unpublish({ id });
	const { nodes, connections, settings, name, versionId } = await n8n.rest(
		'GET',
		`/rest/workflows/${id}`,
	);
	const changed = nodes.map((node) =>
		node.name === 'Next Chunk'
			? { ...node, parameters: { ...node.parameters, chunkSize: 25 } }
			: node,
	);
	const saved = await n8n.rest('PATCH', `/rest/workflows/${id}`, {
		name,
		nodes: changed,
		connections,
		settings,
		versionId,
	});
	await n8n.publish(saved);
	// n8n publishes in the background.
	await eventually(async () => (await fetch(`${n8n.url}/form/whatsapp-notification-new`)).ok);
}

async function eventually(check, timeoutMs = 60_000) {
	const deadline = Date.now() + timeoutMs;
	while (!(await check())) {
		if (Date.now() > deadline) throw new Error('It did not happen in time');
		await sleep(300);
	}
}

/** Until a number has not changed for some seconds. */
async function quiet(value, forMs = 4000) {
	let last = value();
	let since = Date.now();
	while (Date.now() - since < forMs) {
		await sleep(200);
		if (value() !== last) [last, since] = [value(), Date.now()];
	}
}
