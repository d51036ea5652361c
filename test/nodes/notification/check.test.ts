import { useNotificationDesk } from './desk';

const desk = useNotificationDesk();
const aiko = { name: 'Aiko', phone: '+81 90-1234-5678', locale: 'ja' };

test('rows of a table are checked, and come out as rows Send Template can send', async () => {
	const { ready, leftOut, summary } = await desk.check([
		{ id: 1, ...aiko, createdAt: 'x' },
		{ id: 2, name: 'B', phone: '12' },
	]);
	expect(ready).toMatchObject([
		{
			notification: 'workshops-1',
			key: expect.stringMatching(/^workshops-1:notification:1:[0-9a-f]{20}$/),
			state: 'waiting',
			to: '+819012345678',
			template: 'workshops_open',
			language: 'ja',
			deliveryKey: 'workshops-1:notification:1',
			country: 'JP',
		},
	]);
	expect(JSON.parse(ready[0]?.variables as string)).toMatchObject({
		first_name: 'Aiko',
		event_name: 'Test Conf',
	});
	expect(leftOut).toMatchObject([{ row: 2, state: 'left_out', reason: 'phone_invalid', to: '…' }]);
	expect(summary).toMatchObject({ people: 2, ready: 1, leftOut: 1, consentUnknown: true });
	expect(summary.html).toContain('Aikoさん、Test Confのワークショップの予約を開始しました。');
	expect(desk.simulator.control.stats().messages.accepted).toBe(0);

	await desk.send(ready);
	expect(desk.simulator.control.phones()[0]?.messages[0]?.body).toBe(
		'Aikoさん、Test Confのワークショップの予約を開始しました。',
	);
});

test.each([
	['a CSV file', { recipientsFrom: 'file' }],
	['a CSV file that comes in', { recipientsFrom: 'items' }],
	['CSV as text', { recipientsFrom: 'field', recipients: '={{ $json.csv }}' }],
	['rows of an expression', { recipientsFrom: 'field', recipients: '={{ $json.rows }}' }],
	['rows as JSON', { recipientsFrom: 'field', recipients: '={{ JSON.stringify($json.rows) }}' }],
])('recipients may be %s', async (_what, more) => {
	const csv = 'Full Name;Handy\r\nAiko;"+81 90-1234-5678"\r\n';
	const item = {
		json: { csv, rows: [aiko] },
		binary: {
			data: { data: Buffer.from(csv).toString('base64'), mimeType: 'text/csv', fileName: 'a.csv' },
		},
	};
	const { ready } = await desk.check([item], more);
	expect(ready.map(({ to, name }) => [to, name])).toEqual([['+819012345678', 'Aiko']]);
});

test('columns, ticket types and the default country are as the fields say', async () => {
	const columns = {
		column: [
			{ field: 'phone', header: 'Nummer' },
			{ field: 'variable', variable: 'first_name', header: 'Rufname' },
		],
	};
	const rows = [
		{ Nummer: '090 1234 5678', Rufname: 'Ai', Ticket: 'VIP' },
		{ Nummer: '090 1234 5679', Rufname: 'Ken', Ticket: 'Press' },
	];
	const { ready, summary } = await desk.check(rows, {
		columns,
		ticketTypes: 'vip, Staff',
		options: { defaultCountry: 'jp', language: 'en' },
	});
	expect(ready.map(({ to }) => to)).toEqual(['+819012345678']);
	expect(JSON.parse(ready[0]?.variables as string)).toMatchObject({ first_name: 'Ai' });
	expect(summary.notChosen).toBe(1);
});

test('a list without a column of phone numbers fails with a sentence', async () => {
	await expect(desk.check([{ name: 'A' }])).rejects.toMatchObject({
		message: expect.stringContaining('No column seems to hold phone numbers (columns: name)'),
	});
});

test('what is wrong comes out of the error output where the step is to go on', async () => {
	const { outputs } = await desk.check([{ name: 'A' }], {}, { onError: 'continueErrorOutput' });
	expect(outputs.slice(0, 3).flat()).toEqual([]);
	expect(outputs[3]?.[0]?.json).toMatchObject({
		error: expect.stringContaining('No column seems'),
	});
});

test('a refused token fails the step', async () => {
	desk.engine.credentials.whatsAppBusinessApi = {
		...desk.simulator.credentials,
		accessToken: 'wrong',
	};
	await expect(desk.check([aiko])).rejects.toMatchObject({
		message: expect.stringMatching(/access token/i),
	});
});

test('the page has its title, its language and its links', async () => {
	const { summary } = await desk.check([aiko], {
		options: {
			language: 'en',
			title: '予約開始',
			pageLanguage: 'ja',
			links: { link: [{ label: '送信', url: 'https://n8n.example/form' }] },
		},
	});
	expect(summary.html).toContain('<h1 class="wan-title" dir="auto">予約開始</h1>');
	expect(summary.html).toContain('<a href="https://n8n.example/form" class="wan-first">送信</a>');
});

test('the list of templates has each name once, with its languages', async () => {
	const list = await desk.engine.loadOptions<
		Promise<{ results: Array<{ name: string; value: string }> }>
	>(
		'whatsAppNotification',
		'listSearch',
		'searchTemplateNames',
		{ operation: 'check' },
		'workshops_open',
	);
	expect(list.results).toEqual([
		{ name: 'workshops_open · en, ja · marketing', value: 'workshops_open' },
	]);
});

test('an agent gets the numbers first', async () => {
	const { outputs } = await desk.check([aiko], {}, { asTool: true });
	expect(outputs[0]?.[0]?.json).toMatchObject({ people: 1 });
});

test('a template that is not there is said with the names of those that are approved', async () => {
	const template = { __rl: true, mode: 'name', value: 'nobody_knows' };
	await expect(desk.check([aiko], { template })).rejects.toMatchObject({
		message: expect.stringMatching(/no template “nobody_knows” .*workshops_open/),
	});
});
