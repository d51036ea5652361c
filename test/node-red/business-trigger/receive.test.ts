import { connect } from 'node:net';
import { accountNode, flowOf } from '../desk';
import {
	bodyOf,
	fixture,
	PATH,
	sign,
	statuses,
	statusOf,
	triggerNode,
	useTriggerDesk,
	warnings,
} from './desk';

const desk = useTriggerDesk({ settings: { apiMaxLength: '2mb' } });
beforeEach(async () => await desk.deploy([triggerNode()]));

/** Fixtures have ids of their own; a copy of one with another id is no repeat. */
let last = 0;
const fresh = (name: string) =>
	JSON.parse(JSON.stringify(fixture(name)).replaceAll('wamid.', `wamid.${++last}x`)) as object;

const count = (outputs: unknown[][]) => outputs.map((messages) => messages.length);

describe('the handshake', () => {
	const shake = async (query: string) => {
		const answer = await fetch(`${desk.url}?${query}`);
		return { status: answer.status, body: await answer.text() };
	};

	test('is answered with the challenge, as text', async () => {
		const answer = await fetch(
			`${desk.url}?hub.mode=subscribe&hub.verify_token=demo_verify_token&hub.challenge=1158201444`,
		);

		expect(answer.status).toBe(200);
		expect(await answer.text()).toBe('1158201444');
		expect(answer.headers.get('content-type')).toContain('text/plain');
	});

	test.each([
		'hub.mode=subscribe&hub.verify_token=guessed&hub.challenge=1',
		'hub.mode=subscribe&hub.challenge=1',
		'hub.mode=unsubscribe&hub.verify_token=demo_verify_token&hub.challenge=1',
		'hub.verify_token[]=demo_verify_token&hub.mode=subscribe&hub.challenge=1',
		'',
	])('is refused with 403 and nothing else: %s', async (query) => {
		expect(await shake(query)).toEqual({ status: 403, body: '' });
		expect(warnings(await desk.nodeRed.take())).toHaveLength(1);
	});

	test('of another path is 404', async () => {
		const answer = await fetch(
			`${desk.nodeRed.url}/whatsapp-events/whatsapp/other?hub.mode=subscribe`,
		);
		expect(answer.status).toBe(404);
	});
});

describe('the signature', () => {
	const body = () => JSON.stringify(fresh('status-delivered'));

	test('is checked over the bytes as they came', async () => {
		const raw = body().replace(/:/g, ' : ').replace('delivered', '\\u0064elivered');
		const { status, outputs } = await desk.post(raw);

		expect(status).toBe(200);
		expect(count(outputs)).toEqual([0, 1, 0, 0]);
	});

	test.each([
		['none', undefined],
		['another app’s', sign(JSON.stringify(fixture('status-delivered')), 'another secret')],
		['that of another body', sign('{}')],
		['one that is no signature', 'sha256=abc'],
		['sha1', 'sha1=0000'],
	])('is refused with 401 when it is %s', async (_, signature) => {
		const raw = JSON.stringify(fixture('status-delivered'));
		const answer = await fetch(desk.url, {
			method: 'POST',
			headers: signature ? { 'X-Hub-Signature-256': signature } : {},
			body: raw,
		});
		const taken = await desk.nodeRed.take();

		expect([answer.status, await answer.text()]).toEqual([401, '']);
		// Told in the log, and not to Catch: a forger must not fill the flow's error handling.
		expect(taken.sent).toEqual([]);
		expect(warnings(taken)).toEqual([
			expect.stringMatching(/^A webhook call was refused with 401: /),
		]);
	});

	test('of an account without app secret is never valid', async () => {
		await desk.deploy([triggerNode()], 'full', { credentials: { appSecret: '' } });
		const { status, taken } = await desk.post(body(), { 'X-Hub-Signature-256': sign(body(), '') });

		expect(status).toBe(401);
		expect(taken.sent).toEqual([]);
	});

	test('of a trigger without account is never valid', async () => {
		await desk.nodeRed.deploy(flowOf(triggerNode()));
		expect(statusOf(await desk.nodeRed.take())).toEqual({
			fill: 'red',
			shape: 'ring',
			text: 'no account',
		});

		expect((await desk.post(body())).status).toBe(401);
		expect((await fetch(`${desk.url}?hub.mode=subscribe&hub.verify_token=`)).status).toBe(403);
	});
});

describe('a batch', () => {
	test('is split into single updates on four outputs', async () => {
		const parts = ['message-text', 'status-delivered', 'template-approved', 'account-alert'];
		const entry = parts.flatMap((name) => (fresh(name) as { entry: object[] }).entry);
		const { status, outputs } = await desk.post({ object: 'whatsapp_business_account', entry });

		expect(status).toBe(200);
		expect(count(outputs)).toEqual([1, 1, 1, 1]);
		expect(outputs.map(([payload]) => payload?.kind)).toEqual([
			'message',
			'status',
			expect.stringContaining('template'),
			expect.any(String),
		]);
	});

	test('of 1,000 updates in one call is 1,000 messages', async () => {
		const { status, outputs } = await desk.post(bodyOf('messages', statuses(1000)));

		expect(status).toBe(200);
		expect(count(outputs)).toEqual([0, 1000, 0, 0]);
		expect(new Set(outputs[1]?.map(({ messageId }) => messageId)).size).toBe(1000);
	});

	test('of which a part makes no sense passes the rest on, and tells a few of the problems', async () => {
		const good = (fresh('status-delivered') as { entry: object[] }).entry;
		const bad = Array.from({ length: 20 }, (_, i) => (i % 2 ? null : { id: 1, changes: 'none' }));
		const { status, outputs, taken } = await desk.post({
			object: 'whatsapp_business_account',
			entry: [...bad, ...good],
		});

		expect(status).toBe(200);
		expect(count(outputs)).toEqual([0, 1, 0, 0]);
		expect(warnings(taken).length).toBeGreaterThan(0);
		expect(warnings(taken).length).toBeLessThanOrEqual(5);
	});

	test('carries Meta’s own JSON only when it is asked for', async () => {
		expect((await desk.post(fresh('message-text'))).outputs[0]?.[0]).not.toHaveProperty('raw');

		await desk.deploy([triggerNode({ includeRaw: true })]);
		expect((await desk.post(fresh('message-text'))).outputs[0]?.[0]).toMatchObject({
			raw: { type: 'text' },
		});
	});
});

describe('filters', () => {
	test('start nothing for the updates that are not wanted', async () => {
		await desk.deploy([triggerNode({ updates: ['templates'] })]);

		expect(count((await desk.post(fresh('message-text'))).outputs)).toEqual([0, 0, 0, 0]);
		expect(count((await desk.post(fresh('template-rejected'))).outputs)).toEqual([0, 0, 1, 0]);
	});

	test('start nothing for the statuses that are not wanted', async () => {
		await desk.deploy([triggerNode({ statuses: ['failed'] })]);

		expect(count((await desk.post(fresh('status-delivered'))).outputs)).toEqual([0, 0, 0, 0]);
		expect(count((await desk.post(fresh('status-failed'))).outputs)).toEqual([0, 1, 0, 0]);
	});

	test('of one number leave the others out', async () => {
		await desk.deploy([triggerNode({ scope: 'number' })], 'full', { phoneNumberId: '42' });

		expect(count((await desk.post(fresh('status-delivered'))).outputs)).toEqual([0, 0, 0, 0]);
	});
});

describe('repeats', () => {
	test('are answered 200 and dropped, also within one call', async () => {
		const body = fresh('status-delivered') as { entry: object[] };
		const twice = { ...body, entry: [...body.entry, ...body.entry] };

		expect(count((await desk.post(twice)).outputs)).toEqual([0, 1, 0, 0]);
		const { status, outputs } = await desk.post(body);
		expect([status, count(outputs)]).toEqual([200, [0, 0, 0, 0]]);
	});

	test('are known across a deployment', async () => {
		const body = fresh('message-text');
		await desk.post(body);
		await desk.deploy([triggerNode({ name: 'changed' })]);

		expect(count((await desk.post(body)).outputs)).toEqual([0, 0, 0, 0]);
	});
});

describe('a body', () => {
	test.each([
		['no JSON', 'name=Aiko'],
		['empty', ''],
		['a list', '[]'],
		['null', 'null'],
		['of another object', '{"object":"page","entry":[]}'],
	])('that is %s is answered 400', async (_, raw) => {
		const { status, taken } = await desk.post(raw);

		expect(status).toBe(400);
		expect(taken.sent).toEqual([]);
	});

	test('larger than apiMaxLength is answered 413, and is no error of the flow', async () => {
		const { status, taken } = await desk.post(
			bodyOf('messages', statuses(1, 'sent', 'x'.repeat(2_100_000))),
		);

		expect(status).toBe(413);
		// Anybody can send one: it must neither fill Catch nodes nor paint the node red.
		expect(taken.sent).toEqual([]);
		expect(statusOf(taken)).toBeUndefined();
		expect(warnings(taken)).toEqual([
			expect.stringMatching(/^A webhook call was refused with 413: .*2097152 bytes/),
		]);
	});

	test('that breaks off is no error of the flow', async () => {
		const { port, hostname } = new URL(desk.url);
		await new Promise<void>((resolve) => {
			const socket = connect(Number(port), hostname, () => {
				socket.write(`POST ${PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf`);
				setTimeout(() => socket.destroy(), 50);
			});
			socket.on('close', () => resolve());
		});
		const taken = await desk.nodeRed.takeUntil(({ log }) => log.length > 0);

		expect(taken.sent).toEqual([]);
		expect(statusOf(taken)).toBeUndefined();
		expect(warnings(taken)).toEqual([expect.stringMatching(/broke off/)]);
	});
});

describe('a path', () => {
	test('that another trigger has is refused, and belongs to the first', async () => {
		const taken = await desk.deploy([
			triggerNode(),
			triggerNode({ id: 'second', wires: [['sent'], [], [], []] }),
		]);

		expect(statusOf(taken, 'second')).toEqual({
			fill: 'red',
			shape: 'ring',
			text: 'path is taken',
		});
		expect(warnings(taken)).toEqual([]);
		const [caught] = taken.sent.filter(({ node }) => node === 'caught');
		expect(caught?.msg.error).toMatchObject({
			message: `Another node listens at ${PATH}. Give one of the two another path.`,
			code: 'path_taken',
			source: { id: 'second' },
		});
		expect(count((await desk.post(fresh('message-text'))).outputs)).toEqual([1, 0, 0, 0]);
	});

	test('is free again when its trigger is gone', async () => {
		await desk.deploy([triggerNode({ id: 'second', path: 'elsewhere' })]);
		expect((await fetch(desk.url, { method: 'POST' })).status).toBe(404);

		expect(statusOf(await desk.deploy([triggerNode()]))?.text).toBe('no public address');
	});
});

test.each([
	['which is wanted', ['sent', 'delivered', 'read', 'failed'], '1'],
	['which is left out', ['failed'], '2'],
])(
	'a delivery nobody knows the end of is a duplicate after its status has come, %s',
	async (...row) => {
		const [, wanted, id] = row;
		const { phoneNumberId } = desk.simulator.credentials;
		const send = {
			id: 'send',
			type: 'whatsapp-send-template',
			z: 'tab',
			account: 'account',
			template: 'attendee_registration_confirmation:en',
			to: 'payload.to',
			variablesFrom: 'message',
			variablesJson: 'payload.variables',
			deliveryKey: 'payload.deliveryKey',
			timeout: 1,
			wires: [['sent'], ['not-sent']],
		};
		const { person } = await import('../desk');
		await desk.deploy([triggerNode({ statuses: wanted }), send]);
		desk.simulator.control.change({ faults: [{ path: '/messages', kind: 'reset', times: 1 }] });
		const one = async () => {
			await desk.nodeRed.input('send', { payload: person(`+81905555000${id}`) });
			const { sent } = await desk.nodeRed.take();
			return sent.find(({ node }) => node === 'send')?.msg.payload;
		};
		const first = await one();
		expect(first).toMatchObject({ outcome: 'unknown', reason: 'no_answer' });
		expect(await one()).toMatchObject({ outcome: 'unknown', reason: 'unsettled_before' });

		const status = {
			messaging_product: 'whatsapp',
			metadata: { display_phone_number: '1', phone_number_id: phoneNumberId },
			statuses: [
				{
					id: `wamid.LATER${id}`,
					status: 'delivered',
					timestamp: '1763800000',
					recipient_id: `81905555000${id}`,
					biz_opaque_callback_data: first?.deliveryKey,
				},
			],
		};
		await desk.post(bodyOf('messages', status));

		expect(await one()).toMatchObject({ outcome: 'duplicate', reason: 'already_sent' });
	},
);

test('a sample goes the whole way of a real update', async () => {
	const sample = async (output?: string) => {
		const answer = await fetch(`${desk.nodeRed.url}/whatsapp-events/trigger/trigger/sample`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ output }),
		});
		return { status: answer.status, body: (await answer.json()) as object };
	};
	for (const [port, output] of ['messages', 'statuses', 'templates', 'account'].entries()) {
		expect(await sample(output)).toEqual({
			status: 200,
			body: { message: `A signed sample was sent: ${output}` },
		});
		const { sent } = await desk.nodeRed.take();
		expect(sent.filter(({ node }) => node === 'trigger').map((m) => m.port)).toEqual([port]);
	}
	// The kind the dialog chose.
	expect(await sample()).toMatchObject({ body: { message: expect.stringContaining('statuses') } });

	await desk.nodeRed.deploy(
		flowOf(accountNode(desk.simulator, { credentials: { appSecret: '' } }), triggerNode()),
	);
	expect(await sample()).toEqual({
		status: 400,
		body: { error: 'Put the App Secret into the account: it signs the sample.' },
	});
	await desk.nodeRed.deploy([]);
	expect((await sample()).status).toBe(404);
});
