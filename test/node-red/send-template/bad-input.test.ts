import {
	accountNode,
	flowOf,
	outcomes,
	people,
	person,
	phone,
	sendNode,
	useNodeRedDesk,
} from '../desk';

const desk = useNodeRedDesk();

/** What somebody sees below the node: a red ring, and a text that fits beside it. */
const red = (text: string) => {
	expect(text.length).toBeLessThanOrEqual(20);
	return { fill: 'red', shape: 'ring', text };
};

const deployWithAccount = async (
	account: Record<string, unknown> | undefined,
	send: object = {},
) => {
	const nodes = account ? [accountNode(desk.simulator, account)] : [];
	await desk.nodeRed.deploy(flowOf(...nodes, sendNode(send)));
	return await desk.nodeRed.take();
};

afterEach(() => expect(desk.nodeRed.isAlive).toBe(true));

describe('the account', () => {
	test.each([
		['is not chosen', accountNode, { account: '' }],
		['was deleted', undefined, {}],
		['is a node of another type', undefined, { account: 'caught' }],
	])('%s: the node says so at once, and each message goes to Catch', async (_, account, send) => {
		const deployed = await deployWithAccount(account && {}, send);
		expect(deployed.statuses).toContainEqual({ node: 'send', status: red('no account') });

		const payload = person();
		const { error, catches, delivered, refused } = await desk.send(payload, { mine: 1 });

		expect(error).toMatchObject({ code: 'account_missing' });
		expect(catches).toEqual([
			expect.objectContaining({
				payload,
				mine: 1,
				error: expect.objectContaining({
					code: 'account_missing',
					message: expect.stringMatching(/^No account is chosen.*choose one\.$/),
					source: expect.objectContaining({ id: 'send' }),
				}),
			}),
		]);
		expect([...delivered, ...refused]).toEqual([]);
	});

	test.each([
		['token', { credentials: { accessToken: '' } }, 'Access Token'],
		['token but blanks', { credentials: { accessToken: '  ' } }, 'Access Token'],
		['number', { phoneNumberId: '' }, 'Phone Number ID'],
		['account id', { businessAccountId: undefined }, 'WhatsApp Business Account ID'],
	])('has no %s', async (_, account, missing) => {
		const deployed = await deployWithAccount(account);
		expect(deployed.statuses).toContainEqual({
			node: 'send',
			status: red('account incomplete'),
		});

		const { catches } = await desk.send(person());

		expect(catches[0]?.error).toMatchObject({
			code: 'account_incomplete',
			message: `The account has no ${missing}. Open the account and fill it in.`,
		});
		expect(desk.simulator.control.calls()).toEqual([]);
	});

	test('has a wrong token: nobody is lost, and one error names the token', async () => {
		await deployWithAccount({ credentials: { accessToken: 'WRONG' } });
		const { catches, refused } = await desk.send(people(3));

		expect(outcomes(refused)).toEqual(Array(3).fill(['unsent', 'token_refused']));
		expect(catches).toHaveLength(1);
		expect(catches[0]?.error).toMatchObject({
			code: 'token_refused',
			cause: { class: 'auth', code: 190, fbtraceId: expect.any(String) },
		});
		expect(JSON.stringify([catches[0]?.error, refused])).not.toContain('WRONG');
	});

	test('has a wrong token for one message: the status tells', async () => {
		await deployWithAccount({ credentials: { accessToken: 'WRONG' } });

		expect((await desk.send(person())).status).toEqual(red('token refused'));
	});

	test('has an address where nobody listens', async () => {
		await deployWithAccount({ apiUrl: 'http://127.0.0.1:9' });
		const { catches, refused, status } = await desk.send(person());

		expect(outcomes(refused)).toEqual([['unsent', 'template_unreadable']]);
		expect(status).toEqual(red('template unreadable'));
		expect(catches[0]?.error).toMatchObject({
			code: 'template_unreadable',
			message: expect.stringContaining('ECONNREFUSED'),
		});
	});

	test.each(['no address at all', 'ftp://files.example.org', 'http://', '//'])(
		'has an address that is none: %s',
		async (apiUrl) => {
			await deployWithAccount({ apiUrl });
			const { refused, error } = await desk.send(people(2));

			expect(outcomes(refused)).toEqual(Array(2).fill(['unsent', 'template_unreadable']));
			expect(error).toBeDefined();
		},
	);
});

describe('the template', () => {
	test.each([
		['is not chosen', '', 'template_missing', 'no template'],
		['does not exist', 'no_such_template:en', 'template_unknown', 'template unknown'],
		[
			'has no such language',
			'attendee_registration_confirmation:sw',
			'template_language',
			'language missing',
		],
		['is __proto__', '__proto__', 'template_unknown', 'template unknown'],
	])('%s', async (_, template, reason, text) => {
		await desk.deploy(sendNode({ template }));
		const { refused, status, catches } = await desk.send(person());

		expect(outcomes(refused)).toEqual([['skipped', reason]]);
		expect(status).toEqual(red(text));
		expect(catches[0]?.error).toMatchObject({
			code: reason,
			message: expect.stringMatching(/\.$/),
		});
	});

	test.each([
		['REJECTED', 'template_not_approved', 'not approved'],
		['PENDING', 'template_not_approved', 'not approved'],
		['PAUSED', 'template_paused', 'template paused'],
	])('is %s', async (status, reason, text) => {
		const name = 'attendee_registration_confirmation';
		desk.simulator.control.changeTemplate(name, 'en', { status });
		const sending = await desk.send(person());

		expect(outcomes(sending.refused)).toEqual([['skipped', reason]]);
		expect(sending.status).toEqual(red(text));
		expect(sending.catches[0]?.error.code).toBe(reason);
	});

	test('is refused by WhatsApp after it was read: the rest is not tried, and one error tells', async () => {
		await desk.deploy(sendNode({ concurrency: 1 }));
		desk.simulator.control.change({
			faults: [{ path: '/messages', kind: 'error', code: 132001, httpStatus: 404 }],
		});
		const { refused, catches } = await desk.send(people(4));

		expect(outcomes(refused)).toEqual([
			['rejected', 'refused'],
			...Array(3).fill(['unsent', 'template_refused']),
		]);
		expect(catches).toHaveLength(1);
	});
});

describe('a message', () => {
	const cyclic: Record<string, unknown> = { ...person() };
	cyclic.self = cyclic;

	test.each([
		['no payload', undefined, 'empty'],
		['null', null, 'empty'],
		['a text', '+81 90-1234-5678', 'a string'],
		['a number', 819012345678, 'a number'],
		['true', true, 'a boolean'],
		['a Buffer', Buffer.from('{"to":"+819012345678"}'), 'a Buffer'],
	])('with %s as its payload is a mistake of the flow', async (_, payload, is) => {
		const { catches, delivered, refused, status } = await desk.send(payload, { mine: 1 });

		expect(catches).toEqual([expect.objectContaining({ mine: 1 })]);
		expect(catches[0]?.payload).toEqual(payload);
		expect(catches[0]?.error).toMatchObject({
			code: 'input_invalid',
			message: `msg.payload is ${is}, but To is read from msg.payload.to. Send an object with this field, or a list of them.`,
		});
		expect([...delivered, ...refused]).toEqual([]);
		expect(status).toEqual(red('wrong msg.payload'));
	});

	test('whose payload holds itself is sent like any other', async () => {
		const { delivered, error } = await desk.send(cyclic);

		expect(error).toBeUndefined();
		expect(outcomes(delivered)).toEqual([['accepted', undefined]]);
	});

	test('whose values hold themselves is left out, and the rest of the list goes on', async () => {
		const loop: Record<string, unknown> = { first_name: 'Aiko' };
		loop.venue = loop;
		const entries = [person(phone(1), { variables: loop as never }), person(phone(2))];
		const { delivered, refused } = await desk.send(entries);

		expect(outcomes(delivered)).toEqual([['accepted', undefined]]);
		expect(outcomes(refused)).toEqual([['skipped', expect.any(String)]]);
	});

	test('with an empty list does nothing, and says so', async () => {
		const { error, delivered, refused, status } = await desk.send([]);

		expect([error, delivered, refused]).toEqual([undefined, [], []]);
		expect(status).toEqual({ fill: 'grey', shape: 'ring', text: 'empty list' });
	});

	test('with a list that is half nonsense sends the other half', async () => {
		const entries = [
			null,
			person(phone(1)),
			undefined,
			'text',
			42,
			[person(phone(9))],
			Buffer.from('x'),
			person(phone(2), { variables: 'no JSON' as never }),
			person(phone(3), { variables: [1, 2] as never }),
			person(phone(4), { variables: 7 as never }),
			person(phone(5), { to: { phone: phone(5) } as never }),
			person(phone(6)),
		];
		const { delivered, refused, catches } = await desk.send(entries);

		expect(delivered.map(({ msg }) => (msg.parts as { index: number }).index)).toEqual([1, 11]);
		const reasons = refused.map(({ msg }) => [
			(msg.parts as { index: number }).index,
			msg.payload.reason,
		]);
		expect(reasons.sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual([
			[0, 'phone_missing'],
			[2, 'phone_missing'],
			[3, 'phone_missing'],
			[4, 'phone_missing'],
			[5, 'phone_missing'],
			[6, 'phone_missing'],
			[7, 'input_invalid'],
			[8, 'variable_missing'],
			[9, 'input_invalid'],
			[10, 'phone_missing'],
		]);
		expect(catches).toHaveLength(1);
		expect(catches[0]?.error.code).toBe('input_invalid');
		expect(catches[0]?.payload).toHaveLength(entries.length);
		expect(desk.stats).toMatchObject({ accepted: 2 });
	});

	test('with names of built-in properties changes nothing but its own values', async () => {
		const variables = JSON.parse(
			`{"__proto__": {"polluted": true}, "constructor": "x", "toString": "y",
			"first_name": "Aiko", "event_name": "E", "event_date": "D", "venue": "V", "ticket_name": "T"}`,
		) as never;
		const entry = JSON.parse(
			'{"__proto__": {"to": "+819099999999"}, "constructor": null}',
		) as object;
		const { delivered, error } = await desk.send([
			{ ...entry, ...person(phone(1), { variables }) },
		]);

		expect(error).toBeUndefined();
		expect(outcomes(delivered)).toEqual([['accepted', undefined]]);
		expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
	});

	test('keeps the request of HTTP In on its way through', async () => {
		const { delivered } = await desk.send(person(), { req: { url: '/a' }, res: { _res: 1 } });

		expect(delivered[0]?.msg).toMatchObject({ req: { url: '/a' }, res: { _res: 1 } });
	});
});

describe('an expression', () => {
	test.each([
		['To', { to: '$$$(', toType: 'jsonata' }],
		[
			'a variable',
			{ variablesFrom: 'fields', variables: [{ id: 'a', value: ')', type: 'jsonata' }] },
		],
		['the values', { variablesJson: '{', variablesJsonType: 'json' }],
	])('of %s that cannot be parsed is named when a message comes', async (_, more) => {
		await desk.nodeRed.deploy(flowOf(accountNode(desk.simulator), sendNode(more)));
		const { statuses } = await desk.nodeRed.take();
		expect(statuses).toContainEqual({ node: 'send', status: red('wrong expression') });

		const { catches } = await desk.send(person());

		expect(catches[0]?.error).toMatchObject({
			code: 'expression_invalid',
			message: expect.stringMatching(/^A field of this node cannot be read: \S/),
		});
		expect(catches[0]?.error.message).not.toContain('[object');
	});

	test('that fails for one entry leaves only that one out', async () => {
		await desk.deploy(
			sendNode({ to: '$string(payload.to) & $substring(payload.bad, 1)', toType: 'jsonata' }),
		);
		const { delivered, refused, catches } = await desk.send([
			person(phone(1)),
			person(phone(2), { bad: [] }),
			person(phone(3), { bad: 7 }),
		]);

		expect(delivered).toHaveLength(1);
		expect(outcomes(refused)).toEqual(Array(2).fill(['skipped', 'input_invalid']));
		expect(refused[0]?.msg.payload.message).not.toContain('[object');
		expect(catches).toHaveLength(1);
	});

	test.each(['flow', 'global'])(
		'reads the %s context, where nothing is nothing',
		async (toType) => {
			await desk.deploy(sendNode({ to: 'nobody.set.this', toType }));

			expect(outcomes((await desk.send(person())).refused)).toEqual([['skipped', 'phone_missing']]);
		},
	);
});
