import { businessAccountId, useHookDesk, verifyToken } from './desk';

const desk = useHookDesk();

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
		await desk.hold.account(desk.other.url);
		await desk.hook('create');

		expect(await desk.subscriptions()).toMatchObject({
			app: desk.production,
			accountOverride: desk.other.url,
		});
	});

	test('for the account sets its override, beside another workflow of the app', async () => {
		await desk.hold.app(desk.other.url);
		await desk.hook('create', { scope: 'account' });

		expect(await desk.subscriptions()).toMatchObject({
			app: desk.other.url,
			account: true,
			accountOverride: desk.production,
		});
	});

	test('for the number sets its override, beside the app’s and the account’s', async () => {
		await desk.hold.app(desk.other.url);
		await desk.hold.account(desk.other.url);
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
		await desk.hold.app(desk.test);
		await desk.hook('create');

		expect((await desk.subscriptions()).app).toBe(desk.production);
	});
});

describe('publishing where another address holds the subscription', () => {
	test.each(['app', 'account', 'number'] as const)(
		'of the %s changes nothing and names the holder',
		async (scope) => {
			await desk.hold[scope](desk.other.url);
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
			await desk.hold[scope](desk.other.url);
			await desk.hook('create', { scope, options: { takeOver: true } });

			expect(await desk.hook('checkExists', { scope })).toBe(true);
		},
	);

	test('tells to unpublish, to narrow, or to take over', async () => {
		await desk.hold.app(desk.other.url);
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
		await desk.hold.app(desk.other.url);
		await desk.hold.account(desk.other.url);
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
		await desk.hold.app(desk.other.url);
		const before = await desk.subscriptions();
		await desk.hook('delete');

		expect(await desk.subscriptions()).toEqual(before);
	});
});

const sentenceOf = (error: unknown) => {
	const { message, description } = error as { message: string; description?: string };
	return `${message} ${description ?? ''}`;
};
