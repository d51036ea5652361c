import type { IDataObject, INodeParameters } from 'n8n-workflow';
import flow from '../../flows/n8n/registration.json';
import { startSimulator, type Simulator } from '../../simulator/index';
import { startReceiver, type Receiver, type ReceivedCall } from '../../simulator/testing/receiver';
import { InProcessEngine } from '../engine/n8n-in-process';

const SECRET = 'a long secret of the organiser';
const TRIGGERS = {
	'zoho-backstage': 'Zoho Backstage',
	tito: 'Tito',
	generic: 'Any Other Platform',
};
type Platform = keyof typeof TRIGGERS;

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

/** Parameters of a node of the shipped flow. */
const parametersOf = (name: string) =>
	flow.nodes.find((node) => node.name === name)?.parameters as INodeParameters;

/** A ticketing platform reports a registration; what it sent, byte by byte. */
async function register(platform: Platform, registration: object): Promise<ReceivedCall[]> {
	const answer = await fetch(`${simulator.url}/sim/ticketing/${platform}/register`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ target: target.url, secret: SECRET, ...registration }),
	});
	if (!answer.ok) throw new Error(await answer.text());
	const { calls } = (await answer.json()) as { calls: unknown[] };
	return (await target.received(calls.length)).splice(0);
}

/** The shipped flow: the trigger of the platform, then Send Template. */
async function runFlow(platform: Platform, call: ReceivedCall) {
	const trigger = {
		...parametersOf(TRIGGERS[platform]),
		event: { venue: 'Makuhari Messe', name: 'Test Conf', startsAt: tomorrow() },
	};
	const { outputs } = await engine.webhook('whatsAppEventTrigger', trigger, {
		rawBody: Buffer.from(call.raw),
		headers: call.headers as Record<string, string>,
		query: Object.fromEntries(new URL(call.path, 'http://x').searchParams),
	});
	const messages = (outputs?.[0] ?? []).map(({ json }) => json);
	if (messages.length === 0) return [];
	const send = parametersOf('Send Template');
	const run = await engine.run('whatsAppSendTemplate', send, messages, { mode: 'trigger' });
	return run.outputs.flat().map(({ json }): IDataObject => json);
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
