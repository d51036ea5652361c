import { createHmac } from 'node:crypto';
import { exampleBody } from '../../../examples/read-example';
import { startSimulator, type Simulator } from '../../../simulator/index';
import { flowOf } from '../desk';
import { useNodeRed } from '../runtime/node-red';

const SECRET = 'a long secret of the organiser';

const holder = useNodeRed({ settings: { apiMaxLength: '1mb' } });
let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
	await holder.nodeRed.take();
});
afterEach(async () => await simulator.close());

const triggerNode = (more: object = {}) => ({
	id: 'trigger',
	type: 'whatsapp-event-trigger',
	z: 'tab',
	name: '',
	platform: 'generic',
	path: 'registrations',
	automations: ['attendee.registration_confirmed', 'buyer.registration_confirmed'],
	mapping: {},
	event: { name: 'Test Conf', timeZone: 'Asia/Tokyo', venue: 'Tokyo Forum' },
	options: {},
	credentials: { secret: SECRET },
	wires: [['sent'], ['not-sent']],
	...more,
});

const url = () => `${holder.nodeRed.url}/whatsapp-events/event/registrations`;

const deploy = async (more: object = {}) => {
	await holder.nodeRed.deploy(flowOf(triggerNode(more)));
	const { statuses } = await holder.nodeRed.take();
	return statuses.findLast(({ node }) => node === 'trigger')?.status;
};

async function take() {
	const taken = await holder.nodeRed.take();
	const of = (port: number) =>
		taken.sent
			.filter((message) => message.node === 'trigger' && message.port === port)
			.map(({ msg }) => msg);
	return { ...taken, messages: of(0), leftOut: of(1) };
}

async function register(platform: string, more: object = {}) {
	const answer = await fetch(`${simulator.url}/sim/ticketing/${platform}/register`, {
		method: 'POST',
		body: JSON.stringify({
			buyer: {
				firstName: 'Aiko',
				lastName: 'Tanaka',
				email: 'aiko@example.org',
				phone: '+819012345678',
			},
			target: url(),
			secret: SECRET,
			...more,
		}),
	});
	const { calls } = (await answer.json()) as { calls: Array<{ status: number }> };
	return { answers: calls.map(({ status }) => status), ...(await take()) };
}

const post = async (body: string | object, headers: Record<string, string> = {}) => {
	const { status } = await fetch(url(), {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', 'X-Webhook-Secret': SECRET, ...headers },
		body: typeof body === 'string' ? body : JSON.stringify(body),
	});
	return { status, ...(await take()) };
};

/** The captured body of a ticket server, of this moment and with an id of its own. */
function registration(id: string, more: object = {}) {
	const body = exampleBody('generic/registration') as { tickets: object[] };
	const tickets = body.tickets.map((ticket) => ({ ...ticket, ticket_token: id }));
	return { ...body, tickets, timestamp: new Date().toISOString(), ...more };
}

describe.each([
	['tito', 'attendee', 'Aiko'],
	// Its orders name the buyer, and its attendee webhooks are another address.
	['zoho-backstage', 'buyer', 'Aiko'],
	['generic', 'attendee', 'Aiko'],
])('a registration at %s', (platform, audience, firstName) => {
	test('becomes the message to send', async () => {
		expect(await deploy({ platform })).toEqual({ fill: 'grey', shape: 'ring', text: 'waiting' });
		const { answers, messages, leftOut } = await register(platform);

		expect(new Set(answers)).toEqual(new Set([200]));
		expect(messages).toHaveLength(1);
		expect(messages[0]).toMatchObject({
			topic: `${audience}.registration_confirmed`,
			payload: {
				to: expect.stringContaining('9012345678'),
				template: `${audience}_registration_confirmation`,
				variables: { first_name: firstName },
				deliveryKey: expect.stringContaining(':registration_confirmed:'),
			},
		});
		expect(leftOut).toEqual([]);
		expect(JSON.stringify(messages)).not.toContain(SECRET);
	});

	test('that is reported five times at once is one message', async () => {
		await deploy({ platform });
		const { answers, messages } = await register(platform, { repeat: 5 });

		expect(answers).toEqual(Array(5).fill(200));
		expect(messages).toHaveLength(1);
	});

	test('with a wrong secret is refused with 401, in the log only', async () => {
		await deploy({ platform });
		const { answers, messages, sent, log } = await register(platform, { badSignature: true });

		expect(answers).toEqual([401]);
		expect([messages, sent]).toEqual([[], []]);
		expect(log).toEqual([
			expect.objectContaining({
				level: 30,
				msg: expect.stringMatching(/^A webhook call was refused with 401: /),
			}),
		]);
		expect(JSON.stringify(log)).not.toContain(SECRET);
	});
});

describe('a report', () => {
	test('that comes again after a deployment is dropped', async () => {
		await deploy();
		const body = registration('again');
		expect((await post(body)).messages).toHaveLength(1);
		await deploy({ name: 'changed' });

		const { status, messages, leftOut } = await post(body);
		expect([status, messages, leftOut]).toEqual([200, [], []]);
	});

	test('that leads to no message comes out of Left Out, with why', async () => {
		await deploy();
		const { messages, leftOut, statuses } = await post(registration('no-phone', { phone: '' }));

		expect(messages).toEqual([]);
		expect(leftOut.map(({ payload }) => payload)).toMatchObject([
			{ reason: 'phone_missing', message: expect.any(String), whatToDo: expect.any(String) },
		]);
		expect(statuses).toContainEqual({
			node: 'trigger',
			status: { fill: 'green', shape: 'dot', text: '0 to send · 1 not' },
		});
	});

	test('of something that is switched off is left out', async () => {
		await deploy({ automations: ['sponsor.welcomed'] });
		const { leftOut } = await post(registration('off'));

		expect(leftOut.map(({ payload }) => payload.reason)).toEqual(['switched_off']);
	});

	test('is verified over its bytes, in any spelling', async () => {
		await deploy({ platform: 'tito' });
		const raw = JSON.stringify(exampleBody('tito/ticket.completed'), null, 3);
		const { status } = await post(raw, {
			'Tito-Signature': createHmac('sha256', SECRET).update(raw).digest('base64'),
			'X-Webhook-Name': 'ticket.completed',
		});

		expect(status).toBe(200);
	});

	test.each([
		['no JSON', '{"name": ', 400],
		['empty', '', 400],
		['of nobody', '{}', 200],
		['null', 'null', 200],
		['a list of nonsense', '[null, 1, "x", []]', 200],
		['too large', `"${'x'.repeat(1_100_000)}"`, 413],
		['deeply nested', `${'['.repeat(5000)}${']'.repeat(5000)}`, 200],
		['built-in names', '{"__proto__":{"type":"registration.completed"},"constructor":1}', 200],
	])('that is %s is answered, and is no error of the flow', async (_, body, expected) => {
		await deploy();
		const { status, messages, caught, sent } = await post(body);

		expect(status).toBe(expected);
		expect([messages, caught, sent.filter(({ node }) => node === 'caught')]).toEqual([[], [], []]);
		expect(holder.nodeRed.isAlive).toBe(true);
	});
});

describe('a trigger', () => {
	test.each(['', '  ', undefined])('without a secret (%j) takes nothing', async (secret) => {
		// Node-RED keeps the password of a node it knows.
		await holder.nodeRed.deploy([]);
		const status = await deploy({ credentials: { secret } });

		expect(status).toEqual({ fill: 'red', shape: 'ring', text: 'no secret' });
		expect((await post(registration('open'), { 'X-Webhook-Secret': '' })).status).toBe(401);
		expect((await post(registration('open'))).status).toBe(401);
	});

	test('whose path is taken says so, and the first one keeps it', async () => {
		await holder.nodeRed.deploy(flowOf(triggerNode(), triggerNode({ id: 'second' })));
		const { statuses, sent } = await take();

		expect(statuses).toContainEqual({
			node: 'second',
			status: { fill: 'red', shape: 'ring', text: 'path is taken' },
		});
		expect(sent).toEqual([
			expect.objectContaining({
				node: 'caught',
				msg: expect.objectContaining({ error: expect.objectContaining({ code: 'path_taken' }) }),
			}),
		]);
		expect((await post(registration('first'))).messages).toHaveLength(1);
	});

	test('shares its path with a Business Trigger: their addresses differ', async () => {
		await deploy();
		const answer = await fetch(url().replace('/event/', '/whatsapp/'), { method: 'POST' });

		expect(answer.status).toBe(404);
	});
});
