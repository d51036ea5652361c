import { statusOf, triggerNode, useTriggerDesk } from './desk';

const eventNode = {
	id: 'registrations',
	type: 'whatsapp-event-trigger',
	z: 'tab',
	platform: 'generic',
	path: 'event',
	credentials: { secret: 'a secret to share' },
	wires: [['sent'], ['not-sent']],
};

describe.each([
	['httpNodeAuth asks every caller for a password', { httpNodeAuth: { user: 'a', pass: 'b' } }],
	['httpNodeRoot is off', { httpNodeRoot: false }],
])('where %s', (_, settings) => {
	const desk = useTriggerDesk({ settings });

	test('triggers say so in their status and to Catch, subscribe nothing, and the process lives', async () => {
		const node = triggerNode({ publicUrl: 'https://flows.example.org' });
		const taken = await desk.deploy([node, eventNode]);

		for (const id of ['trigger', 'registrations']) {
			expect(statusOf(taken, id)).toEqual({ fill: 'red', shape: 'ring', text: 'not reachable' });
			expect(taken.sent).toContainEqual(
				expect.objectContaining({
					node: 'caught',
					msg: expect.objectContaining({
						error: expect.objectContaining({
							code: 'not_reachable',
							message: expect.stringContaining('in settings.js'),
							source: expect.objectContaining({ id }),
						}),
					}),
				}),
			);
		}
		expect(desk.simulator.control.calls()).toEqual([]);
		expect(desk.nodeRed.isAlive).toBe(true);
	});
});

describe('where something reads the body of every call', () => {
	const desk = useTriggerDesk({ middleware: 'readsBodies' });

	test('a webhook is answered 500, told in the status, and to Catch with what to do', async () => {
		await desk.deploy([triggerNode()]);
		const { status, taken } = await desk.post({});

		expect(status).toBe(500);
		expect(statusOf(taken)).toEqual({ fill: 'red', shape: 'ring', text: 'webhook unreadable' });
		const [caught] = taken.sent;
		expect(caught?.msg.error).toMatchObject({
			code: 'webhook_unreadable',
			message: expect.stringMatching(/^The raw body of the webhook is gone: .*req\.rawBody\.$/),
		});
		expect(desk.nodeRed.isAlive).toBe(true);
	});
});

describe('where the editor stands elsewhere', () => {
	const desk = useTriggerDesk({ settings: { httpAdminRoot: '/admin' } });

	test('webhooks come in', async () => {
		await desk.deploy([triggerNode()]);

		expect((await desk.post({ object: 'whatsapp_business_account', entry: [] })).status).toBe(200);
	});
});
