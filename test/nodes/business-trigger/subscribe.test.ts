import {
	appId,
	appSecret,
	businessAccountId,
	engineFor,
	NODE,
	parameters,
	phoneNumberId,
	useHookDesk,
	verifyToken,
} from './desk';

const desk = useHookDesk();

/** What another workflow, or another program, set up before. */
const held = {
	app: async (url: string) =>
		await desk.graph(
			'POST',
			`${appId}/subscriptions`,
			{
				object: 'whatsapp_business_account',
				callback_url: url,
				verify_token: 'theirs',
				fields: ['messages'],
			},
			`${appId}|${appSecret}`,
		),
	account: async (url?: string) =>
		await desk.graph(
			'POST',
			`${businessAccountId}/subscribed_apps`,
			url ? { override_callback_uri: url, verify_token: 'theirs' } : {},
		),
	number: async (url: string) =>
		await desk.graph('POST', phoneNumberId, {
			webhook_configuration: { override_callback_uri: url, verify_token: 'theirs' },
		}),
};

describe('publishing', () => {
	test('subscribes the app with the chosen fields, and the account to the app', async () => {
		expect(await desk.hook('checkExists')).toBe(false);
		expect(await desk.hook('create', { outputs: ['statuses', 'templates'] })).toBe(true);

		const { app, fields, account, accountOverride, numberOverride } = await desk.subscriptions();
		expect({ app, account, accountOverride, numberOverride }).toEqual({
			app: desk.production,
			account: true,
		});
		expect(fields).toEqual([
			'messages',
			'message_template_status_update',
			'message_template_quality_update',
			'message_template_components_update',
			'template_category_update',
		]);
		expect(desk.n8n.handshakes[0]?.path).toContain(`hub.verify_token=${verifyToken}`);
	});

	test('is known to be done afterwards', async () => {
		await desk.hook('create');

		expect(await desk.hook('checkExists')).toBe(true);
	});

	test.each(['app', 'account', 'number'] as const)('for the %s can be repeated', async (scope) => {
		await desk.hook('create', { scope });
		expect(await desk.hook('checkExists', { scope })).toBe(true);
		expect(await desk.hook('create', { scope })).toBe(true);
		expect(await desk.hook('checkExists', { scope })).toBe(true);
	});

	test('with more kinds of updates than before is not done yet, and then subscribes them', async () => {
		await desk.hook('create', { outputs: ['statuses'] });
		expect(await desk.hook('checkExists', { outputs: ['statuses', 'account'] })).toBe(false);
		await desk.hook('create', { outputs: ['statuses', 'account'] });

		expect((await desk.subscriptions()).fields).toContain('account_update');
	});

	test('at another address than before is not done yet', async () => {
		await desk.hook('create');

		expect(await desk.hook('checkExists', {}, `${desk.production}/other`)).toBe(false);
	});

	test('while the account is not subscribed is not done yet', async () => {
		await desk.hook('create');
		await desk.graph('DELETE', `${businessAccountId}/subscribed_apps`);

		expect(await desk.hook('checkExists')).toBe(false);
	});

	test('leaves an override of the account alone that somebody else set', async () => {
		await held.account(desk.other.url);
		await desk.hook('create');

		expect(await desk.subscriptions()).toMatchObject({
			app: desk.production,
			accountOverride: desk.other.url,
		});
	});

	test('for the account sets its override, beside another workflow of the app', async () => {
		await held.app(desk.other.url);
		await desk.hook('create', { scope: 'account' });

		expect(await desk.subscriptions()).toMatchObject({
			app: desk.other.url,
			account: true,
			accountOverride: desk.production,
		});
	});

	test('for the number sets its override, beside the app’s and the account’s', async () => {
		await held.app(desk.other.url);
		await held.account(desk.other.url);
		await desk.hook('create', { scope: 'number' });

		expect(await desk.subscriptions()).toMatchObject({
			app: desk.other.url,
			accountOverride: desk.other.url,
			numberOverride: desk.production,
		});
	});

	test('for the number of an app without any subscription subscribes app and account too', async () => {
		await desk.hook('create', { scope: 'number' });

		expect(await desk.subscriptions()).toMatchObject({
			app: desk.production,
			account: true,
			numberOverride: desk.production,
		});
	});

	test('replaces an address of this workflow’s own test that was left behind', async () => {
		await held.app(desk.test);
		await desk.hook('create');

		expect((await desk.subscriptions()).app).toBe(desk.production);
	});
});

describe('publishing where another address holds the subscription', () => {
	test.each(['app', 'account', 'number'] as const)(
		'of the %s changes nothing and names the holder',
		async (scope) => {
			await held[scope](desk.other.url);
			const before = [await desk.subscriptions(), desk.changes()];

			await expect(desk.hook('create', { scope })).rejects.toMatchObject({
				message: expect.stringContaining(desk.other.url),
			});
			expect([await desk.subscriptions(), desk.changes()]).toEqual(before);
		},
	);

	test.each(['app', 'account', 'number'] as const)(
		'of the %s replaces it when told to take over',
		async (scope) => {
			await held[scope](desk.other.url);
			await desk.hook('create', { scope, options: { takeOver: true } });

			expect(await desk.hook('checkExists', { scope })).toBe(true);
		},
	);

	test('tells to unpublish, to narrow, or to take over', async () => {
		await held.app(desk.other.url);
		const error = await desk.hook('create').catch((failure: Error) => failure);

		expect(sentenceOf(error)).toMatch(/Unpublish.*The Account.*Take Over the Subscription/s);
	});
});

describe('unpublishing', () => {
	test.each(['app', 'account', 'number'] as const)(
		'takes the address of the %s out',
		async (scope) => {
			await desk.hook('create', { scope });
			expect(await desk.hook('delete', { scope })).toBe(true);

			const { app, accountOverride, numberOverride } = await desk.subscriptions();
			expect([app, accountOverride, numberOverride]).toEqual([undefined, undefined, undefined]);
			expect(await desk.hook('checkExists', { scope })).toBe(false);
		},
	);

	test('leaves what others hold', async () => {
		await held.app(desk.other.url);
		await held.account(desk.other.url);
		await desk.hook('create', { scope: 'number' });
		await desk.hook('delete', { scope: 'number' });

		expect(await desk.subscriptions()).toMatchObject({
			app: desk.other.url,
			account: true,
			accountOverride: desk.other.url,
		});
	});

	test('after another address took over changes nothing', async () => {
		await desk.hook('create');
		await held.app(desk.other.url);
		const before = await desk.subscriptions();
		await desk.hook('delete');

		expect(await desk.subscriptions()).toEqual(before);
	});
});

describe('a credential', () => {
	test.each([
		['App ID', { appId: '' }, 'The credential has no App ID'],
		['App Secret', { appSecret: ' ' }, 'The credential has no App Secret'],
		['either', { appId: '', appSecret: '' }, 'The credential has no App ID and no App Secret'],
	])('without %s says so, and where it is found', async (_, missing, message) => {
		const engine = engineFor({ ...desk.simulator.credentials, ...missing });
		for (const method of ['checkExists', 'create'] as const) {
			await expect(
				engine.hook(NODE, method, parameters(), { webhookUrl: desk.production }),
			).rejects.toMatchObject({ message, description: expect.stringContaining('App settings') });
		}
		expect(desk.changes()).toEqual([]);
	});

	test('with a wrong app secret says what WhatsApp says, without the secret', async () => {
		const engine = engineFor({ ...desk.simulator.credentials, appSecret: 'wrong secret' });
		const error = await engine
			.hook(NODE, 'create', parameters(), { webhookUrl: desk.production })
			.catch((failure: Error) => failure);

		expect(sentenceOf(error)).toMatch(/Reading the subscription of the app.*190/s);
		expect(sentenceOf(error)).not.toContain('wrong secret');
	});

	test('whose secret is being renewed subscribes with the first of the two', async () => {
		const engine = engineFor({ ...desk.simulator.credentials, appSecret: `${appSecret}, old one` });

		expect(await engine.hook(NODE, 'create', parameters(), { webhookUrl: desk.production })).toBe(
			true,
		);
	});
});

describe('an address WhatsApp cannot reach', () => {
	test.each([
		'http://n8n.example.com/webhook/x',
		'https://localhost:5678/webhook/x',
		'https://127.0.0.1/webhook/x',
		'https://10.0.0.7/webhook/x',
		'https://192.168.1.2/webhook/x',
		'https://172.16.0.9/webhook/x',
		'https://172.31.255.1/webhook/x',
		'https://[::1]/webhook/x',
		'https://n8n/webhook/x',
	])('(%s) is said before anything is asked of WhatsApp', async (webhookUrl) => {
		const engine = engineFor({ apiUrl: 'https://graph.facebook.com' });

		await expect(engine.hook(NODE, 'create', parameters(), { webhookUrl })).rejects.toMatchObject({
			message: `WhatsApp cannot reach ${webhookUrl}`,
			description: expect.stringContaining('WEBHOOK_URL'),
		});
	});

	test('of WhatsApp that n8n cannot reach is said in words', async () => {
		const engine = engineFor({ apiUrl: 'http://127.0.0.1:9' });

		await expect(
			engine.hook(NODE, 'create', parameters(), { webhookUrl: desk.production }),
		).rejects.toMatchObject({ message: expect.stringContaining('WhatsApp could not be reached') });
	});

	test('that does not answer the handshake changes nothing', async () => {
		desk.n8n.challenge = () => ({ status: 403, body: 'Forbidden' });

		await expect(desk.hook('create')).rejects.toThrow(/Subscribing the app/);
		expect(await desk.subscriptions()).toMatchObject({ app: undefined, account: false });
	});
});

const sentenceOf = (error: unknown) => {
	const { message, description } = error as { message: string; description?: string };
	return `${message} ${description ?? ''}`;
};
