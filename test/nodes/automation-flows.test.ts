import { startSimulator, type Simulator } from '../../simulator/index';
import { startReceiver, type Receiver, type ReceivedCall } from '../../simulator/testing/receiver';
import { InProcessEngine } from '../engine/n8n-in-process';
import { ShippedFlow, type FlowRun } from './shipped-flow';

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

const aiko = {
	...{ firstName: 'Aiko', lastName: 'Tanaka', email: 'aiko@example.com' },
	...{ phone: '+81 90-1234-5678', locale: 'ja' },
};
const ken = {
	...{ firstName: 'Ken', lastName: 'Sato', email: 'ken@example.com' },
	phone: '+81 80-9876-5432',
};

/** Something happens on a platform; the webhooks it sent, byte by byte. */
async function act(platform: string, action: string, body: object): Promise<ReceivedCall[]> {
	const answer = await fetch(`${simulator.url}/sim/ticketing/${platform}/${action}`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ target: target.url, secret: SECRET, ...body }),
	});
	if (!answer.ok) throw new Error(await answer.text());
	const { calls } = (await answer.json()) as { calls: unknown[] };
	return (await target.received(calls.length)).splice(0);
}

async function newestTicket(): Promise<string> {
	const answer = await fetch(`${simulator.url}/sim/ticketing`);
	const { orders } = (await answer.json()) as { orders: Array<{ tickets: Array<{ id: string }> }> };
	return orders[0]?.tickets[0]?.id as string;
}

/** All webhooks of one happening through a flow, one after the other. */
async function through(flow: ShippedFlow, platform: string, calls: ReceivedCall[]) {
	const runs: FlowRun[] = [];
	for (const call of calls) runs.push(await flow.receive(platform, call));
	return {
		results: runs.flatMap(({ results }) => results),
		leftOut: runs.flatMap(({ leftOut }) => leftOut),
		seen: runs.flatMap(({ seen }) => seen),
	};
}

const sent = ({ results }: Pick<FlowRun, 'results'>) =>
	results
		.filter(({ outcome }) => outcome === 'accepted')
		.map(({ template, recipient }) => [template, recipient]);

test('a ticket that goes A → B → A → B is three messages, each to the new holder', async () => {
	const flow = new ShippedFlow(engine, 'reassignment');
	flow.event = { venue: 'Makuhari Messe' };
	await through(flow, 'generic', await act('generic', 'register', { buyer: aiko }));
	const ticket = await newestTicket();
	const told = [];
	for (const to of [ken, aiko, ken]) {
		const calls = await act('generic', 'reassign', { ticket, to });
		told.push(...sent(await through(flow, 'generic', [...calls, ...calls, ...calls])));
	}

	expect(told).toEqual([
		['attendee_ticket_reassigned', expect.stringMatching(/5432$/)],
		['attendee_ticket_reassigned', expect.stringMatching(/5678$/)],
		['attendee_ticket_reassigned', expect.stringMatching(/5432$/)],
	]);
});

test('what was seen holds no phone and no e-mail address of a ticket holder', async () => {
	const flow = new ShippedFlow(engine, 'reassignment');
	await through(flow, 'tito', await act('tito', 'register', { buyer: aiko }));

	expect(flow.seenRows).toHaveLength(1);
	expect(JSON.stringify(flow.seenRows)).not.toMatch(/1234|aiko@/i);
});

test('an order that is cancelled is told to its holder, and what is switched off is not', async () => {
	const flow = new ShippedFlow(engine, 'cancellation');
	const [order] = await act('generic', 'register', { buyer: aiko }).then(async () => {
		const answer = await fetch(`${simulator.url}/sim/ticketing`);
		return ((await answer.json()) as { orders: Array<{ id: string }> }).orders;
	});
	const calls = await act('generic', 'cancel-order', { order: order?.id });
	expect(sent(await through(flow, 'generic', calls))).toHaveLength(1);

	const other = new ShippedFlow(new InProcessEngine(engine.credentials), 'cancellation');
	const off = { event: '', on: false };
	other.switches = ['attendee.order_cancelled', 'buyer.order_cancelled'].map((automation) => ({
		...off,
		automation,
	}));
	const { results, leftOut } = await through(other, 'generic', calls);
	expect(results).toEqual([]);
	expect(leftOut).toMatchObject([{ reason: 'switched_off' }]);
});

test('a speaker is added to a session and taken out of it again', async () => {
	const flow = new ShippedFlow(engine, 'speaker');
	const answer = await fetch(`${simulator.url}/sim/ticketing`);
	const { sessions } = (await answer.json()) as {
		sessions: Array<{ platform: string; id: string }>;
	};
	const session = sessions.find(({ platform }) => platform === 'generic')?.id;
	const added = await act('generic', 'add-speaker', { session, speaker: ken });
	const speaker = (JSON.parse(added[0]?.raw.toString() ?? '{}') as { speaker?: { id: string } })
		.speaker?.id;
	const removed = await act('generic', 'remove-speaker', { session, speaker });

	expect(sent(await through(flow, 'generic', [...added, ...removed]))).toEqual([
		['speaker_added_to_session', expect.any(String)],
		['speaker_removed_from_session', expect.any(String)],
	]);
});

describe('sponsors, out of the organiser’s own table', () => {
	let looks = 0;
	/** What the step Where Each Proposal Stands makes of a row: an id of its own at each look. */
	const row = (state: string, at: string) => ({
		id: `whatsapp_sponsors/1/${++looks}`,
		...{ about: 'sponsors', type: 'sponsor.updated', source: 'whatsapp_sponsors' },
		...{ sponsorState: state, occurredAt: new Date(Date.now() + Date.parse(at)).toISOString() },
		...{ event: {}, sponsor: { id: '1', company: 'Acme', ...ken, name: 'Ken Sato' } },
	});
	const minute = (at: number) => new Date(at * 60_000).toISOString();
	const live = { about: 'sponsors', type: 'event.site_live', source: 'generic' };
	const event = { id: 'test-conf', name: 'Test Conf' };

	test('a proposal is acknowledged, confirmed, and welcomed when the website goes live', async () => {
		const flow = new ShippedFlow(engine, 'sponsor');
		flow.event = { name: 'Test Conf', url: 'https://test-conf.example/' };
		const told = [];
		for (const notices of [
			[row('received', minute(0))],
			[row('received', minute(0))],
			[row('confirmed', minute(1))],
			[{ ...live, id: 'live-1', event, occurredAt: new Date().toISOString() }],
			[{ ...live, id: 'live-2', event, occurredAt: new Date().toISOString() }],
		]) {
			told.push(...sent(await flow.goOn(notices)).map(([template]) => template));
		}

		expect(told).toEqual(['sponsor_proposal_acknowledged', 'sponsor_welcome']);
	});

	test('a proposal is denied', async () => {
		const flow = new ShippedFlow(engine, 'sponsor');
		flow.event = { name: 'Test Conf' };
		await flow.goOn([row('received', minute(0))]);

		expect(sent(await flow.goOn([row('denied', minute(1))]))).toEqual([
			['sponsor_proposal_denied', expect.any(String)],
		]);
	});

	test('nothing is sent as long as nobody has filled in what the event is called', async () => {
		const flow = new ShippedFlow(engine, 'sponsor');
		const nameless = await flow.goOn([row('received', minute(0))]);
		expect(nameless).toMatchObject({ results: [], leftOut: [{ reason: 'id_missing' }] });

		const { results } = await flow.goOn([{ ...row('received', minute(1)), event: { id: 'conf' } }]);
		expect(results).toMatchObject([{ reason: 'variable_missing' }]);
		expect(JSON.stringify(results)).toContain('event_name');
	});
});
