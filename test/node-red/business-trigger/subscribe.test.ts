import { accountNode, flowOf } from '../desk';
import { PATH, statusOf, triggerNode, useTriggerDesk, warnings } from './desk';

const desk = useTriggerDesk();

const green = { fill: 'green', shape: 'dot', text: 'subscribed' };

/** What the button of the dialog asks: the fields of the account as they stand there, without passwords. */
const check = async () => {
	const { credentials: _passwords, ...account } = accountNode(desk.simulator);
	const answer = await fetch(`${desk.nodeRed.url}/whatsapp-events/trigger/subscription`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ account, scope: 'app', url: desk.url }),
	});
	return (await answer.json()) as { subscribed: boolean; message: string };
};

describe('deploying a trigger with a public address', () => {
	test('subscribes it, and shows that it is', async () => {
		const taken = await desk.subscribe({}, 'subscribed');

		expect(statusOf(taken)).toEqual(green);
		expect(warnings(taken)).toEqual([]);
		expect(await desk.subscribedUrl()).toBe(desk.url);
	});

	test('lets real statuses come in', async () => {
		await desk.subscribe({ statuses: ['sent'] }, 'subscribed');
		const { accessToken, phoneNumberId } = desk.simulator.credentials;
		await fetch(`${desk.simulator.url}/v26.0/${phoneNumberId}/messages`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${accessToken}` },
			body: JSON.stringify({
				messaging_product: 'whatsapp',
				to: '819012345678',
				type: 'template',
				template: { name: 'no_such', language: { code: 'en' } },
			}),
		});
		const answer = await fetch(`${desk.simulator.url}/sim/phones/819012345678/text`, {
			method: 'POST',
			body: JSON.stringify({ text: 'Hello' }),
		});
		expect(answer.ok).toBe(true);
		const { sent } = await desk.nodeRed.takeUntil((all) => all.sent.length > 0);

		expect(sent[0]).toMatchObject({ node: 'trigger', port: 0, msg: { topic: 'message' } });
	});

	test('takes httpNodeRoot and slashes into account', async () => {
		await desk.subscribe({ publicUrl: `${desk.nodeRed.url}//` }, 'subscribed');

		expect(await desk.subscribedUrl()).toBe(desk.url);
	});

	test.each(['full', 'nodes'] as const)(
		'is not done again by a %s deployment, and costs no update',
		async (type) => {
			await desk.subscribe({}, 'subscribed');
			const before = desk.changes();
			await desk.subscribe({ name: 'changed' }, 'subscribed', type);

			expect(desk.changes()).toEqual(before);
		},
	);

	test('is done again for more kinds of updates', async () => {
		await desk.subscribe({ updates: ['statuses'] }, 'subscribed');
		const before = desk.changes().length;
		await desk.subscribe({ updates: ['statuses', 'account'] }, 'subscribed');

		expect(desk.changes().length).toBeGreaterThan(before);
	});

	test('leaves the subscription of another address alone, and tells Catch whose it is', async () => {
		await desk.heldByAnother();
		const before = desk.changes();
		const taken = await desk.subscribe({}, 'held by another');
		const more = await desk.nodeRed.takeUntil(({ sent }) => [...taken.sent, ...sent].length > 0);
		const [caught] = [...taken.sent, ...more.sent];

		expect(statusOf(taken)).toMatchObject({ fill: 'red', shape: 'ring' });
		expect(caught).toMatchObject({ node: 'caught', msg: { error: { code: 'held' } } });
		expect((caught?.msg.error as Error).message).toContain(desk.other.url);
		expect(desk.changes()).toEqual(before);
	});

	test('takes it over when the node says so', async () => {
		await desk.heldByAnother();
		const taken = await desk.subscribe({ takeOver: true }, 'subscribed');

		expect(statusOf(taken)).toEqual(green);
		expect(await desk.subscribedUrl()).toBe(desk.url);
	});

	test('tries again when WhatsApp could not be reached at first', async () => {
		desk.simulator.control.change({
			faults: [{ path: '/subscriptions', kind: 'error', code: 2, httpStatus: 503, times: 1 }],
		});
		const taken = await desk.subscribe({}, 'subscribed');

		expect(taken.statuses.map(({ status }) => status?.text)).toEqual(
			expect.arrayContaining(['not subscribed yet', 'subscribed']),
		);
		expect(taken.sent).toEqual([]);
	});

	test('with a wrong app secret is told at once, and not tried for ever', async () => {
		const account = { credentials: { appSecret: 'not this one' } };
		const node = triggerNode({ publicUrl: desk.nodeRed.url });
		await desk.nodeRed.deploy(flowOf(accountNode(desk.simulator, account), node));
		const taken = await desk.nodeRed.takeUntil(({ sent }) => sent.length > 0);

		expect(taken.sent[0]).toMatchObject({ node: 'caught', msg: { error: { code: 'graph_auth' } } });
		expect(JSON.stringify(taken)).not.toContain('not this one');
	});
});

describe('a trigger without a public address', () => {
	test('calls nobody, and says that it has none', async () => {
		const taken = await desk.deploy([triggerNode()]);

		expect(statusOf(taken)).toEqual({ fill: 'grey', shape: 'ring', text: 'no public address' });
		expect(desk.simulator.control.calls()).toEqual([]);
	});

	test('says whose trigger WhatsApp calls instead, for as long as it does', async () => {
		const flow = { id: 'other-tab', type: 'tab', label: 'Delivery status' };
		const other = triggerNode({
			...{ id: 'other', z: 'other-tab', path: 'other', publicUrl: desk.nodeRed.url, wires: [] },
		});
		const withOther = await desk.deploy([triggerNode(), flow, other]);
		expect(statusOf(withOther)).toEqual({
			...{ fill: 'grey', shape: 'dot', text: 'see Delivery status' },
		});

		const without = await desk.deploy([triggerNode()], 'nodes');
		expect(statusOf(without)?.text).toBe('no public address');
		const off = await desk.deploy([triggerNode(), flow, { ...other, d: true }], 'nodes');
		expect(statusOf(off)?.text).toBe('no public address');
		const ofAnother = { ...other, account: 'elsewhere' };
		const taken = await desk.deploy([triggerNode(), flow, ofAnother], 'nodes');
		expect(statusOf(taken)?.text).toBe('no public address');
	});
});

describe('the subscription', () => {
	test('stays when the flows are deployed without a change, and goes with the node', async () => {
		await desk.subscribe({}, 'subscribed');
		await desk.deploy([], 'nodes');

		expect(await desk.subscribedUrl()).toBeUndefined();
	});

	test('of another address stays when the node goes', async () => {
		await desk.subscribe({}, 'subscribed');
		await desk.heldByAnother();
		await desk.deploy([], 'nodes');

		expect(await desk.subscribedUrl()).toBe(desk.other.url);
	});

	test('that cannot be ended does not hold up the deployment', async () => {
		await desk.subscribe({}, 'subscribed');
		desk.simulator.control.change({
			faults: [{ path: '/subscriptions', kind: 'error', code: 2, httpStatus: 500 }],
		});
		const taken = await desk.deploy([], 'nodes');

		expect(warnings(taken)).toEqual([expect.stringContaining('subscription')]);
		expect(desk.nodeRed.isAlive).toBe(true);
	});

	test('can be looked at from the dialog', async () => {
		await desk.deploy([triggerNode()]);
		expect(await check()).toEqual({
			subscribed: false,
			message: 'WhatsApp sends these updates nowhere yet. Deploy to subscribe this address.',
		});

		await desk.heldByAnother();
		expect(await check()).toEqual({
			subscribed: false,
			message: `WhatsApp sends these updates to another address: ${desk.other.url}`,
		});

		await desk.subscribe({ takeOver: true }, 'subscribed');
		expect(await check()).toEqual({
			subscribed: true,
			message: `WhatsApp sends these updates to ${desk.nodeRed.url}${PATH}`,
		});
	});
});
