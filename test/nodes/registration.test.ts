import type { IDataObject } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../simulator/index';
import { startReceiver, type Receiver, type ReceivedCall } from '../../simulator/testing/receiver';
import { InProcessEngine } from '../engine/n8n-in-process';
import { ShippedFlow } from './shipped-flow';

const SECRET = 'a long secret of the organiser';

let simulator: Simulator;
let target: Receiver;
let engine: InProcessEngine;

beforeEach(async () => {
	[simulator, target] = await Promise.all([startSimulator(), startReceiver()]);
	engine = new InProcessEngine({
		whatsAppBusinessApi: { ...simulator.credentials },
		whatsAppEventWebhookApi: { secret: SECRET },
	});
});

afterEach(async () => {
	await Promise.all([simulator.close(), target.close()]);
});

/** A ticketing platform reports a registration; what it sent, byte by byte. */
async function register(platform: string, registration: object): Promise<ReceivedCall[]> {
	const answer = await fetch(`${simulator.url}/sim/ticketing/${platform}/register`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ target: target.url, secret: SECRET, ...registration }),
	});
	if (!answer.ok) throw new Error(await answer.text());
	const { calls } = (await answer.json()) as { calls: unknown[] };
	return (await target.received(calls.length)).splice(0);
}

/** The shipped flow, with the facts of the event filled in. */
async function runFlow(platform: string, call: ReceivedCall): Promise<IDataObject[]> {
	const flow = new ShippedFlow(engine, 'registration');
	flow.event = { venue: 'Makuhari Messe', name: 'Test Conf', startsAt: tomorrow() };
	return (await flow.receive(platform, call)).results;
}

const tomorrow = () => new Date(Date.now() + 24 * 3_600_000).toISOString();

const aiko = {
	firstName: 'Aiko',
	lastName: 'Tanaka',
	email: 'aiko@example.com',
	phone: '+81 90-1234-5678',
};
const ken = {
	firstName: 'Ken',
	lastName: 'Sato',
	email: 'ken@example.com',
	phone: '+81 80-9876-5432',
};

test.each(['zoho-backstage', 'tito', 'generic'] as const)(
	'a registration at %s becomes a message on the phone',
	async (platform) => {
		const [call] = await register(platform, { buyer: aiko });
		const results = await runFlow(platform, call as ReceivedCall);

		expect(results.map(({ outcome }) => outcome)).toEqual(['accepted']);
		const [phone] = simulator.control.phones();
		expect(phone?.waId).toBe('819012345678');
		expect(phone?.messages[0]?.body).toMatch(/Aiko/);
	},
);

test('the same webhook five times at once is one message', async () => {
	const [call] = await register('generic', { buyer: aiko });

	await Promise.all(
		Array.from({ length: 5 }, async () => await runFlow('generic', call as ReceivedCall)),
	);

	expect(simulator.control.stats().messages).toMatchObject({ accepted: 1, twice: 0 });
});

test('four tickets bought with one phone number are one message with the count', async () => {
	const tickets = Array.from({ length: 4 }, () => ({ ...aiko, ticketName: 'VIP' }));
	const [call] = await register('generic', { buyer: aiko, tickets });
	const results = await runFlow('generic', call as ReceivedCall);

	expect(results).toMatchObject([
		{ outcome: 'accepted', template: 'buyer_registration_confirmation' },
	]);
	expect(simulator.control.phones()[0]?.messages[0]?.body).toContain('4 ticket(s)');
});

test('Tito’s tickets come one by one, and each holder gets one message', async () => {
	const tickets = [aiko, ken].map((person) => ({ ...person, ticketName: 'VIP' }));
	const calls = await register('tito', { buyer: aiko, tickets });
	for (const call of [...calls, ...calls]) await runFlow('tito', call);

	expect(simulator.control.phones().map(({ waId, messages }) => [waId, messages.length])).toEqual(
		expect.arrayContaining([
			['819012345678', 1],
			['818098765432', 1],
		]),
	);
	expect(simulator.control.stats().messages).toMatchObject({ accepted: 2, twice: 0 });
});

test('a forged webhook reaches nobody', async () => {
	const [call] = await register('tito', { buyer: aiko, badSignature: true });

	expect(await runFlow('tito', call as ReceivedCall)).toEqual([]);
	expect(simulator.control.stats().messages.accepted).toBe(0);
});
