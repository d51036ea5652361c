import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { forgetDeliveries } from '../../contract/adapters/node-red/ledger-file';
import { flowOf } from '../desk';
import { NodeRed } from '../runtime/node-red';

const SECRET = 'a long secret of the organiser';

let nodeRed: NodeRed;
let userDir: string;
beforeAll(async () => {
	userDir = mkdtempSync(path.join(os.tmpdir(), 'whatsapp-events-seen-'));
	nodeRed = await NodeRed.start({ userDir });
});
afterAll(async () => {
	await nodeRed.stop();
	rmSync(userDir, { recursive: true, force: true });
});
beforeEach(async () => {
	await deploy();
	forgetDeliveries(userDir);
});

/** A platform of one's own, which calls with notices in our words. */
const triggerNode = (more: object = {}) => ({
	...{ id: 'trigger', type: 'whatsapp-event-trigger', z: 'tab', name: '', platform: 'generic' },
	...{ path: 'own', event: {}, options: {}, credentials: { secret: SECRET } },
	automations: [
		'attendee.registration_confirmed',
		'attendee.ticket_reassigned',
		...['speaker.added_to_session', 'speaker.removed_from_session'],
		...['sponsor.welcomed', 'sponsor.proposal_denied', 'sponsor.proposal_acknowledged'],
	],
	mapping: {
		fields: [
			...['type', 'occurredAt', 'event.id', 'event.name', 'order.id', 'ticket.id'],
			...['attendee.name', 'attendee.phone', 'sponsor.name', 'sponsor.phone', 'sponsor.company'],
		].map((field) => ({ field, path: field, text: '' })),
		types: [{ theirs: 'changed', ours: 'ticket.updated' }],
	},
	wires: [['sent'], ['not-sent']],
	...more,
});

const messagesNode = {
	...{ id: 'messages', type: 'whatsapp-event-messages', z: 'tab', name: '', source: 'notice' },
	automations: triggerNode().automations,
	...{ event: {}, options: {}, mapping: {}, wires: [['sent'], ['not-sent']] },
};

async function deploy(): Promise<void> {
	await nodeRed.deploy(flowOf(triggerNode(), messagesNode));
	await nodeRed.take();
}

let calls = 0;
let minute = 0;
beforeEach(() => (minute = 0));

/** Of a ticket that is with somebody; each a minute later than the one before. */
const ticket = (type: string, name: string, phone: string, id = 'T1') => ({
	...{ type, occurredAt: new Date(Date.now() - 3_600_000 + 60_000 * minute++).toISOString() },
	...{ event: { id: 'summit', name: 'Summit' }, order: { id: `O-${id}` }, ticket: { id } },
	attendee: { name, phone },
	call: ++calls,
});

const aiko = (type: string, id?: string) => ticket(type, 'Aiko Tanaka', '+819012345678', id);
const ken = (type: string, id?: string) => ticket(type, 'Ken Sato', '+819087654321', id);
const mio = (type: string, id?: string) => ticket(type, 'Mio Abe', '+819011112222', id);

async function post(body: object): Promise<number> {
	const { status } = await fetch(`${nodeRed.url}/whatsapp-events/event/own?secret=${SECRET}`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	});
	return status;
}

async function told(): Promise<{ messages: string[]; leftOut: string[]; keys: string[] }> {
	const { sent } = await nodeRed.take();
	const ours = sent.filter(({ node }) => node === 'trigger' || node === 'messages');
	const of = (port: number) =>
		ours.filter((one) => one.port === port).map(({ msg }) => msg.payload);
	return {
		messages: of(0).map(({ automation, toName }) => `${String(automation)} ${String(toName)}`),
		keys: of(0).map(({ deliveryKey }) => String(deliveryKey)),
		leftOut: of(1).map(({ reason }) => String(reason)),
	};
}

const say = async (...bodies: object[]) => {
	for (const body of bodies) expect(await post(body)).toBe(200);
	return await told();
};

test('a ticket that goes from hand to hand and back is a message each time', async () => {
	await say(aiko('registration.completed'));
	const { messages, keys, leftOut } = await say(
		...[ken('changed'), aiko('changed'), ken('changed')],
	);

	expect(messages).toEqual(
		['Ken Sato', 'Aiko Tanaka', 'Ken Sato'].map((name) => `attendee.ticket_reassigned ${name}`),
	);
	expect(new Set(keys).size).toBe(3);
	expect(leftOut).toEqual([]);
});

test('an update that changes nothing of the holder tells nobody', async () => {
	await say(aiko('registration.completed'));
	expect(await say(aiko('changed'), aiko('changed'))).toEqual({
		messages: [],
		keys: [],
		leftOut: [],
	});
});

test('who holds a ticket outlives a crash of Node-RED', async () => {
	await say(aiko('registration.completed'));
	await nodeRed.kill();
	nodeRed = await NodeRed.start({ userDir });
	await nodeRed.take();

	expect((await say(ken('changed'))).messages).toEqual(['attendee.ticket_reassigned Ken Sato']);
});

test('five changes at once lose none of them', async () => {
	const tickets = ['A', 'B', 'C', 'D', 'E'];
	await say(...tickets.map((id) => aiko('registration.completed', id)));
	const answers = await Promise.all(tickets.map(async (id) => await post(ken('changed', id))));
	expect(answers).toEqual([200, 200, 200, 200, 200]);

	const { messages, keys } = await told();
	expect(messages).toEqual(tickets.map(() => 'attendee.ticket_reassigned Ken Sato'));
	expect(new Set(keys).size).toBe(5);
});

test('of five changes of one ticket at once the newest holder stays', async () => {
	await say(aiko('registration.completed'));
	const changes = [ken, mio, ken, mio, ken].map((who) => who('changed'));
	await Promise.all(changes.map(async (body) => await post(body)));
	const { messages, leftOut } = await told();
	// Whoever is told, and of what was overtaken: nothing is lost, and nothing told twice.
	expect(messages.length + leftOut.length).toBeGreaterThanOrEqual(1);
	expect(leftOut.filter((reason) => reason !== 'out_of_date')).toEqual([]);

	expect((await say(ken('changed'))).messages).toEqual([]);
});

test('the same change three times, five at once, is one message', async () => {
	await say(aiko('registration.completed'));
	const change = ken('changed');
	const keys: string[] = [];
	for (let round = 0; round < 3; round++) {
		await Promise.all(Array.from({ length: 5 }, async () => await post(change)));
		keys.push(...(await told()).keys);
	}
	expect(keys).toHaveLength(1);
});

test('a change that overtakes its registration is told once that has come', async () => {
	const registration = aiko('registration.completed');
	const change = ken('changed');
	expect(await say(change)).toMatchObject({ messages: [], leftOut: ['first_seen'] });

	expect((await say(registration)).messages.sort()).toEqual([
		'attendee.registration_confirmed Aiko Tanaka',
		'attendee.ticket_reassigned Ken Sato',
	]);
});

/** One answer of a platform that is asked every quarter of an hour. */
const poll = async (...notices: object[]) => {
	await nodeRed.input('messages', { payload: notices });
	return await told();
};

test('a website that goes live reaches every confirmed sponsor, and the later ones then', async () => {
	const event = { id: 'summit', name: 'Summit' };
	const sponsor = (type: string, name: string, phone: string) => ({
		...{ type, id: `s-${++calls}`, event, occurredAt: new Date().toISOString() },
		sponsor: { id: name, name, phone, company: name },
	});
	await poll(
		sponsor('sponsor.confirmed', 'Acme', '+819012345678'),
		sponsor('sponsor.proposal_received', 'Umbrella', '+819087654321'),
	);
	const live = { type: 'event.site_live', event, occurredAt: new Date().toISOString() };
	expect((await say(live)).messages).toEqual(['sponsor.welcomed Acme']);
	expect((await poll(sponsor('sponsor.confirmed', 'Late', '+819011112222'))).messages).toEqual([
		'sponsor.welcomed Late',
	]);
});
