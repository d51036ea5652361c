import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { appSecret, businessAccountId, phoneNumberId, postForItems, useHookDesk } from './desk';

const desk = useHookDesk();
const run = promisify(execFile);

const listen = async (more = {}) => await desk.hook('create', more, desk.test);
const stop = async (more = {}) => await desk.hook('delete', more, desk.test);

describe('a test with real updates', () => {
	test('subscribes while listening, where nobody else does', async () => {
		expect(await desk.hook('checkExists', {}, desk.test)).toBe(false);
		expect(await listen()).toBe(true);
		expect((await desk.subscriptions()).app).toBe(desk.test);

		await stop();
		expect((await desk.subscriptions()).app).toBeUndefined();
	});

	test.each(['app', 'account', 'number'] as const)(
		'for the %s changes nothing while the published workflow holds it',
		async (scope) => {
			await desk.hook('create', { scope });
			const before = [await desk.subscriptions(), desk.changes()];

			await expect(listen({ scope })).rejects.toMatchObject({
				message: expect.stringContaining(desk.production),
			});
			await stop({ scope });
			expect([await desk.subscriptions(), desk.changes()]).toEqual(before);
			expect(await desk.hook('checkExists', { scope })).toBe(true);
		},
	);

	test.each([
		['number', 'app'],
		['number', 'account'],
		['account', 'app'],
	] as const)(
		'for the %s takes nothing from what is published for the %s',
		async (narrow, wide) => {
			await desk.hook('create', { scope: wide });
			const before = [await desk.subscriptions(), desk.changes()];

			await expect(listen({ scope: narrow, options: { takeOver: true } })).rejects.toMatchObject({
				message: expect.stringContaining(desk.production),
			});
			expect([await desk.subscriptions(), desk.changes()]).toEqual(before);
		},
	);

	test('takes nothing over, even when the option says so', async () => {
		await desk.hook('create');

		await expect(listen({ options: { takeOver: true } })).rejects.toThrow();
		expect((await desk.subscriptions()).app).toBe(desk.production);
	});

	test('that finds the subscription held names a sample, and gives a command whose signature holds', async () => {
		await desk.hook('create');
		const error = (await listen().catch((failure: Error) => failure)) as Error & {
			description: string;
		};

		expect(error.message).toContain('A Sample');
		expect(error.description).toContain(`curl -X POST '${desk.test}'`);
		expect(error.message + error.description).not.toContain(appSecret);
		const command = error.description.slice(error.description.indexOf('curl'));
		await run('sh', ['-c', command]);
		const [call] = await desk.n8n.received(1);
		expect(call?.path).toBe(new URL(desk.test).pathname);
		const items = await postForItems(
			desk.engine,
			call?.raw,
			{},
			{
				rawBody: Buffer.from(call?.raw ?? ''),
				headers: { 'x-hub-signature-256': String(call?.headers['x-hub-signature-256']) },
			},
		);
		expect(items?.statuses).toMatchObject([
			{ status: 'delivered', businessAccountId, phoneNumberId },
		]);
	});
});

describe('a test with a sample', () => {
	test.each(['messages', 'statuses', 'templates', 'account'] as const)(
		'of %s posts one signed sample to the test address, and changes nothing at WhatsApp',
		async (sample) => {
			await desk.hook('create');
			const before = [await desk.subscriptions(), desk.changes()];
			const more = { testWith: 'sample', sample };

			expect(await desk.hook('checkExists', more, desk.test)).toBe(false);
			expect(await listen(more)).toBe(true);
			const [call] = await desk.n8n.received(1);
			await stop(more);

			expect(call?.path).toBe(new URL(desk.test).pathname);
			const items = await postForItems(
				desk.engine,
				call?.raw,
				{},
				{
					rawBody: Buffer.from(call?.raw ?? ''),
					headers: { 'x-hub-signature-256': String(call?.headers['x-hub-signature-256']) },
				},
			);
			expect(items?.[sample]).toHaveLength(1);
			expect([await desk.subscriptions(), desk.changes()]).toEqual(before);
			expect(desk.n8n.calls).toHaveLength(1);
		},
	);

	test('that cannot be posted is a line in the log', async () => {
		await listen({ testWith: 'sample' });
		await desk.n8n.close();
		await new Promise((resolve) => setTimeout(resolve, 1000));

		expect(desk.engine.log.lines).toContainEqual(
			expect.objectContaining({
				level: 'warn',
				message: expect.stringContaining('The sample could not be posted'),
			}),
		);
		expect(desk.engine.log.text).not.toContain(appSecret);
	});
});

test('a test with a signed request of one’s own changes nothing and posts nothing', async () => {
	await desk.hook('create');
	const before = [await desk.subscriptions(), desk.changes()];

	expect(await listen({ testWith: 'signed' })).toBe(true);
	await stop({ testWith: 'signed' });

	expect([await desk.subscriptions(), desk.changes()]).toEqual(before);
	expect(desk.n8n.calls).toEqual([]);
});

test('the request to copy is signed with the secret of the credential', async () => {
	const { emptyFieldsNotice } = await desk.engine.loadOptions<{ emptyFieldsNotice: string }>(
		'whatsAppBusinessTrigger',
		'resourceMapping',
		'getSignedRequest',
		{},
	);

	// As somebody copies it from the page.
	const shown = emptyFieldsNotice
		.replace(/<[^>]*>/g, '')
		.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
	const command = shown.slice(shown.indexOf('curl'));
	await run('sh', ['-c', command.replace('TEST_URL', desk.test)]);
	const [call] = await desk.n8n.received(1);
	const items = await postForItems(
		desk.engine,
		call?.raw,
		{},
		{
			rawBody: Buffer.from(call?.raw ?? ''),
			headers: { 'x-hub-signature-256': String(call?.headers['x-hub-signature-256']) },
		},
	);
	expect(items?.statuses).toHaveLength(1);
});

test('the published workflow gets the statuses of what it sent', async () => {
	await desk.hook('create');
	desk.simulator.control.change({ statuses: { sentMs: 5, deliveredMs: 10, readMs: 15 } });
	await desk.graph('POST', `${phoneNumberId}/messages`, {
		messaging_product: 'whatsapp',
		to: '+819012345678',
		type: 'template',
		template: { name: 'hello_world', language: { code: 'en_US' } },
		biz_opaque_callback_data: 'order-1',
	});

	const calls = await desk.n8n.received(3);
	const items = [];
	for (const { raw, headers } of calls) {
		items.push(
			await postForItems(
				desk.engine,
				raw,
				{},
				{
					rawBody: Buffer.from(raw),
					headers: { 'x-hub-signature-256': String(headers['x-hub-signature-256']) },
				},
			),
		);
	}
	const told = items.map((item) => [item?.statuses[0]?.deliveryKey, item?.statuses[0]?.status]);
	// They go out at nearly the same time, so their order is anybody's guess.
	expect(told.sort()).toEqual([
		['order-1', 'delivered'],
		['order-1', 'read'],
		['order-1', 'sent'],
	]);
});
