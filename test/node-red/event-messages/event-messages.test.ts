import { exampleBody } from '../../../examples/read-example';
import { flowOf } from '../desk';
import { useNodeRed } from '../runtime/node-red';

const holder = useNodeRed();
beforeEach(async () => {
	await holder.nodeRed.take();
	await deploy();
});

const node = (more: object = {}) => ({
	id: 'messages',
	type: 'whatsapp-event-messages',
	z: 'tab',
	name: '',
	source: 'notice',
	automations: ['attendee.registration_confirmed', 'buyer.registration_confirmed'],
	mapping: {},
	event: { name: 'Test Conf' },
	options: { maxAgeHours: 1_000_000 },
	wires: [['sent'], ['not-sent']],
	...more,
});

const deploy = async (more: object = {}) => {
	await holder.nodeRed.deploy(flowOf(node(more)));
	await holder.nodeRed.take();
};

async function plan(msg: object) {
	const error = await holder.nodeRed.input('messages', msg);
	const taken = await holder.nodeRed.take();
	const of = (port: number) =>
		taken.sent
			.filter((message) => message.node === 'messages' && message.port === port)
			.map((message) => message.msg);
	return {
		error,
		messages: of(0),
		leftOut: of(1),
		catches: taken.sent.filter((message) => message.node === 'caught').map(({ msg: m }) => m),
		status: taken.statuses.findLast((entry) => entry.node === 'messages')?.status,
	};
}

const notice = (id = '1', more: object = {}) => ({
	type: 'registration.completed',
	id,
	occurredAt: new Date().toISOString(),
	event: { id: 'conf', name: 'Test Conf' },
	order: { id },
	ticket: { id: `${id}-1` },
	attendee: { name: 'Aiko Tanaka', phone: '+819012345678' },
	...more,
});

describe('what comes in', () => {
	test('may be a notice: each message leaves by itself, with the rest of the message', async () => {
		const { messages, leftOut, error, status } = await plan({
			payload: notice(),
			topic: 'mine',
			more: { a: 1 },
		});

		expect(error).toBeUndefined();
		expect(leftOut).toEqual([]);
		expect(messages).toMatchObject([
			{
				topic: 'attendee.registration_confirmed',
				more: { a: 1 },
				payload: { to: '+819012345678', deliveryKey: 'conf:registration_confirmed:1:1' },
			},
		]);
		expect(status).toEqual({ fill: 'green', shape: 'dot', text: '1 to send · 0 not' });
	});

	test('may be a list, as a polled answer is', async () => {
		const { messages, leftOut } = await plan({
			payload: [notice('1'), notice('2'), notice('3', { attendee: { name: 'Nobody' } })],
		});

		expect(messages).toHaveLength(2);
		expect(leftOut.map(({ payload }) => payload.reason)).toEqual(['phone_missing']);
	});

	test('may be the body of a webhook behind HTTP In, whose request stays with the message', async () => {
		await deploy({ source: 'tito' });
		const req = { headers: { 'x-webhook-name': 'ticket.completed' }, query: {} };
		const res = { _res: { kept: true } };
		const { messages } = await plan({ payload: exampleBody('tito/ticket.completed'), req, res });

		expect(messages).toHaveLength(1);
		expect(messages[0]).toMatchObject({ payload: { to: '+81 90-1234-5678' }, req, res });
	});

	test('leads to nothing where the list is empty', async () => {
		const { messages, leftOut, error, status } = await plan({ payload: [] });

		expect([messages, leftOut, error]).toEqual([[], [], undefined]);
		expect(status).toEqual({ fill: 'grey', shape: 'dot', text: '0 to send · 0 not' });
	});
});

describe('what cannot be read', () => {
	test.each([
		['nothing', undefined],
		['null', null],
		['a text', '{"type":"registration.completed"}'],
		['a number', 5],
		['a Buffer', Buffer.from('{}')],
	])('%s goes to Catch, with the message as it was', async (_, payload) => {
		const { messages, leftOut, catches, status } = await plan({ payload, mine: 1 });

		expect([messages, leftOut]).toEqual([[], []]);
		expect(catches).toEqual([
			expect.objectContaining({
				mine: 1,
				error: expect.objectContaining({
					code: 'input_invalid',
					message:
						'msg.payload is not an object. Send a notice, the body of a webhook, or a list of them.',
				}),
			}),
		]);
		expect(catches[0]?.payload).toEqual(payload);
		expect(status).toEqual({ fill: 'red', shape: 'ring', text: 'wrong msg.payload' });
	});

	test('of a list is left out by itself, and the rest goes on', async () => {
		const cyclic: Record<string, unknown> = notice('cyclic');
		cyclic.self = cyclic;
		const entries = [null, 'x', 7, [], {}, { type: 'no such' }, cyclic, notice('good')];
		const { messages, leftOut, error } = await plan({ payload: entries });

		expect(error).toBeUndefined();
		expect(messages.map(({ payload }) => payload.deliveryKey)).toEqual([
			'conf:registration_confirmed:cyclic:1',
			'conf:registration_confirmed:good:1',
		]);
		expect(leftOut.map(({ payload }) => payload.reason)).toEqual([
			...Array(6).fill('unknown_event'),
		]);
	});

	test.each(['tito', 'zoho-backstage', 'generic'])(
		'of %s is left out or told, and nothing ends',
		async (source) => {
			await deploy({ source });
			for (const payload of [{}, [null, 1, [[]]], { a: { b: { c: [] } } }, { tickets: 'x' }]) {
				const { messages } = await plan({ payload });
				expect(messages).toEqual([]);
			}
			expect(holder.nodeRed.isAlive).toBe(true);
		},
	);
});
