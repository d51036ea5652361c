import { exampleBody } from '../../../examples/read-example';
import { startSimulator, type Simulator } from '../../../simulator/index';
import { forgetDeliveries } from '../../contract/adapters/node-red/ledger-file';
import { accountNode, flowOf, sendNode } from '../desk';
import { useNodeRed } from '../runtime/node-red';

const SECRET = 'a long secret of the organiser';
const TRIGGER = 'attendee.registration_confirmed';

const holder = useNodeRed();
let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
	await deploy();
	forgetDeliveries(holder.nodeRed.userDir);
});
afterEach(async () => await simulator.close());

const triggerNode = {
	...{ id: 'trigger', type: 'whatsapp-event-trigger', z: 'tab', name: '', platform: 'generic' },
	...{ path: 'registrations', account: 'account', mapping: {}, options: {} },
	automations: [TRIGGER, 'buyer.registration_confirmed'],
	event: { startsAt: '2030-05-20T10:00:00+09:00', venue: 'Tokyo Forum' },
	credentials: { secret: SECRET },
	wires: [['send'], ['not-sent']],
};

const deploy = async (switches?: unknown) => {
	const account = accountNode(simulator, switches === undefined ? {} : { switches });
	await holder.nodeRed.deploy(flowOf(account, triggerNode, sendNode()));
	await holder.nodeRed.take();
};

async function ask(path: string, body: object) {
	const answer = await fetch(`${holder.nodeRed.url}/whatsapp-events/${path}`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	});
	expect(answer.status).toBe(200);
	return (await answer.json()) as Record<string, never>;
}

const board = async (more: object = {}) => {
	const { credentials: _passwords, ...draft } = accountNode(simulator);
	return await ask('switchboard', { account: { ...draft, accessToken: '__PWRD__', ...more } });
};

let count = 0;
async function register() {
	const example = exampleBody('generic/registration') as { tickets: object[] };
	const tickets = [{ ...example.tickets[0], ticket_token: `T${++count}` }];
	await fetch(`${holder.nodeRed.url}/whatsapp-events/event/registrations?secret=${SECRET}`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ ...example, tickets, timestamp: new Date().toISOString() }),
	});
	return await holder.nodeRed.takeUntil(({ sent }) =>
		sent.some(({ node, port }) => node === 'send' || (node === 'trigger' && port === 1)),
	);
}

const leftOut = ({ sent }: Awaited<ReturnType<typeof register>>) =>
	sent
		.filter(({ node, port }) => node === 'trigger' && port === 1)
		.map(({ msg }) => msg.payload.reason);

describe('the switches of an account', () => {
	test.each([
		['missing, as in accounts of before', undefined, []],
		['empty', [], []],
		['spoiled', [null, 1, { automation: 'no.such' }, 'x'], []],
		['off for another event', [{ event: 'other', automation: TRIGGER, on: false }], []],
		['off for all events', [{ event: '', automation: TRIGGER, on: false }], ['switched_off']],
		[
			'off for this event by its id',
			[{ event: '86aad', automation: TRIGGER, on: false }],
			['switched_off'],
		],
		[
			'off for this event by its name',
			[{ event: 'test conf', automation: TRIGGER, on: false }],
			['switched_off'],
		],
	] as Array<[string, unknown[] | undefined, string[]]>)(
		'that are %s',
		async (_, switches, reasons) => {
			// The buyer is the attendee: with one of the two off, the other one takes it over.
			const both = switches?.flatMap((row: unknown) =>
				typeof row === 'object' && row !== null
					? [row, { ...row, automation: 'buyer.registration_confirmed' }]
					: [row],
			);
			await deploy(both);

			expect(leftOut(await register())).toEqual(reasons);
		},
	);

	test('outlive a deployment of something else', async () => {
		const off = ['attendee', 'buyer'].map((who) => ({
			...{ event: '', automation: `${who}.registration_confirmed`, on: false },
		}));
		await deploy(off);
		await holder.nodeRed.deploy(
			flowOf(accountNode(simulator, { switches: off }), { ...triggerNode, name: 'x' }, sendNode()),
			'nodes',
		);
		expect(leftOut(await register())).toEqual(['switched_off']);
	});
});

describe('the switchboard', () => {
	test('has the statuses of the ten templates, and of no other', async () => {
		const { templates } = (await board()) as unknown as {
			templates: Array<{ name: string; status: string }>;
		};
		expect(new Set(templates.map(({ name }) => name)).size).toBe(10);
		expect(templates).toContainEqual(
			expect.objectContaining({ name: 'attendee_registration_confirmation', status: 'APPROVED' }),
		);
	});

	test('says when a trigger sent last, for which event', async () => {
		expect((await board()).sent).toEqual([]);
		const before = Date.now();
		await register();
		const { sent } = (await board()) as unknown as { sent: Array<{ at: number }> };

		expect(sent).toEqual([
			{ automation: TRIGGER, event: '86aad', eventName: 'Test Conf', at: expect.any(Number) },
		]);
		expect(sent[0]?.at).toBeGreaterThanOrEqual(before);
	});

	test('counts no dry run and no refusal as sent', async () => {
		simulator.control.change({ recipients: { '819012345678': { refuse: 131030 } } });
		await register();
		expect((await board()).sent).toEqual([]);
	});

	test('says why the templates cannot be read, and still when was sent', async () => {
		await register();
		const answer = await board({ accessToken: 'WRONG' });

		expect(answer).toMatchObject({ problem: expect.stringMatching(/\S/), sent: [{}] });
		expect(answer.templates).toBeUndefined();
		expect(await board({ id: 'new', accessToken: '' })).toMatchObject({
			problem: expect.stringContaining('access token'),
			sent: [],
		});
	});
});

describe('the mapping of a dialog', () => {
	test('gets the body of the last genuine call', async () => {
		expect(await ask('event-nodes/trigger/body', {})).toEqual({});
		await fetch(`${holder.nodeRed.url}/whatsapp-events/event/registrations?secret=wrong`, {
			method: 'POST',
			body: JSON.stringify({ name: 'Nobody' }),
		});
		expect(await ask('event-nodes/trigger/body', {})).toEqual({});
		await register();

		expect(await ask('event-nodes/trigger/body', {})).toMatchObject({
			body: { name: 'Aiko Tanaka', notification_type: 'registration.completed' },
		});
		expect(await ask('event-nodes/no-such/body', {})).toEqual({});
	});

	test('is told what a sample would be read as', async () => {
		const body = { event: 'paid', who: 'Aiko', phone: '+819012345678' };
		const mapping = {
			fields: [
				{ field: 'type', path: 'event', text: '' },
				{ field: 'attendee.name', path: 'who', text: '' },
			],
			types: [{ theirs: 'paid', ours: 'registration.completed' }],
		};
		expect(await ask('event-nodes/read', { source: 'generic', body, mapping })).toEqual({
			notices: [{ type: 'registration.completed', facts: ['Aiko, +819012345678'] }],
			ignored: [],
		});
		expect(await ask('event-nodes/read', { source: 'generic', body, mapping: {} })).toMatchObject({
			notices: [],
			ignored: [{ message: expect.stringContaining('what happened') }],
		});
	});
});

describe('an address of a trigger', () => {
	const url = () => `${holder.nodeRed.url}/whatsapp-events/event/registrations`;

	test('is there when somebody asks for it with GET', async () => {
		expect((await fetch(url())).status).toBe(200);
		expect((await fetch(url().replace('registrations', 'nothing'))).status).toBe(404);
	});

	test('may have something behind it, as Cvent appends the kind of event', async () => {
		const answer = await fetch(`${url()}/InviteeRegistered/1234-abcd?secret=${SECRET}`, {
			method: 'POST',
			body: '{}',
		});
		expect(answer.status).toBe(200);
		expect((await fetch(`${url()}x/InviteeRegistered`, { method: 'POST' })).status).toBe(404);
	});
});
