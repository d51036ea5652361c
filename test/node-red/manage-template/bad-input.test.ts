import { definition, outcomes, useManageDesk } from './desk';

const desk = useManageDesk();

describe('the account', () => {
	test.each([
		['is not chosen', { account: '' }, {}, 'account_missing', 'no account'],
		['was deleted', { account: 'gone' }, {}, 'account_missing', 'no account'],
		[
			'has no token',
			{},
			{ credentials: { accessToken: '' } },
			'account_incomplete',
			'account incomplete',
		],
		['has no id', {}, { businessAccountId: ' ' }, 'account_incomplete', 'account incomplete'],
	])('%s: each message goes to Catch', async (_, more, account, code, text) => {
		await desk.deploy(more, account);
		const payload = definition();
		const { error, catches, done, attention, status } = await desk.run(payload, { mine: 1 });

		expect(error).toMatchObject({ code });
		expect(catches).toEqual([
			expect.objectContaining({
				payload,
				mine: 1,
				error: expect.objectContaining({ code, message: expect.stringMatching(/\.$/) }),
			}),
		]);
		expect([done, attention]).toEqual([[], []]);
		expect(status).toBe(text);
	});

	test('with a token that expired: one word to Catch, whatever the list is', async () => {
		desk.simulator.control.change({ token: { state: 'expired' } } as never);
		const { catches, done, attention, status } = await desk.run([
			definition('a_one'),
			definition('b_two'),
		]);

		expect(catches.map(({ error }) => error)).toEqual([
			expect.objectContaining({ code: 'graph_auth', message: expect.stringContaining('expired') }),
		]);
		expect([done, attention]).toEqual([[], []]);
		expect(status).toBe('failed: see Catch');
		expect(JSON.stringify(catches)).not.toContain(desk.simulator.credentials.accessToken);
	});

	test('at an address where nobody is', async () => {
		await desk.deploy({}, { apiUrl: 'http://127.0.0.1:9' });
		const { error } = await desk.run(definition());

		expect(error?.message).toMatch(/could not be reached|ECONNREFUSED/);
	});
});

describe('a message', () => {
	test.each([[undefined], [null], [7], [true], [Buffer.from('x')]])(
		'with %p in place of a definition is the flow’s mistake',
		async (payload) => {
			const { error, done, attention, status } = await desk.run(payload);

			expect(error).toMatchObject({
				code: 'input_invalid',
				message: expect.stringMatching(/^msg\.payload is .*no template definition/),
			});
			expect([done, attention, status]).toEqual([[], [], 'no definition']);
		},
	);

	test.each([
		['{ not json'],
		[''],
		[{}],
		[{ name: 'x' }],
		['"text"'],
		[{ definition: { definition: {} } }],
	])(
		'with %j has a definition that is none: Needs Attention says what is wrong',
		async (payload) => {
			const { error, attention } = await desk.run(payload);

			expect(error).toBeUndefined();
			expect(outcomes(attention)).toEqual([['refused', 'definition_invalid']]);
			expect(attention[0]?.payload.whatToDo).toMatch(/\w/);
		},
	);

	test('of which one entry is no definition: the others go on', async () => {
		const { done, attention } = await desk.run([definition('a_one'), null, definition('b_two')]);

		expect(outcomes(done)).toEqual([['created'], ['created']]);
		expect(outcomes(attention)).toEqual([['refused', 'definition_invalid']]);
		expect(attention[0]?.parts).toMatchObject({ index: 1, count: 3 });
	});

	test('that holds itself does no harm', async () => {
		await desk.deploy({ wait: true, waitMinutes: 600, includeInput: true });
		const own: Record<string, unknown> = { ...definition() };
		own.self = own;
		const { error, status } = await desk.run([own, definition('b_two')]);

		expect(error?.code).not.toBe('failed');
		expect(status).toBeDefined();
	});

	test.each([['getStatus'], ['get'], ['delete']])(
		'%s without a name is told',
		async (operation) => {
			await desk.deploy({ operation });
			for (const payload of ['', undefined, {}]) {
				const { error, attention } = await desk.run(payload);
				expect(error).toBeUndefined();
				expect(attention[0]?.payload).toMatchObject({ outcome: 'refused' });
			}
		},
	);
});

test('an expression that cannot be parsed: the node says so, and each message goes to Catch', async () => {
	const { statuses } = await desk.deploy({ definition: '$sum(', definitionType: 'jsonata' });
	expect(statuses).toContainEqual({
		node: 'manage',
		status: { fill: 'red', shape: 'ring', text: 'wrong expression' },
	});
	expect((await desk.run(definition())).error).toMatchObject({ code: 'expression_invalid' });
});

test.each([
	[
		'an older flow that lacks the newer fields',
		{
			definitionFrom: undefined,
			definitionType: undefined,
			timeout: undefined,
			waitHours: undefined,
		},
	],
	['numbers out of range', { timeout: -5, waitMinutes: 'x', waitHours: 0, limit: 'many' }],
])('%s works', async (_, more) => {
	await desk.deploy(more);
	expect(outcomes((await desk.run(definition())).done)).toEqual([['created']]);
});
