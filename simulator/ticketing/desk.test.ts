import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from '../index.ts';
import type { JsonObject } from '../json.ts';
import { call } from '../testing/caller.ts';
import { startReceiver } from '../testing/receiver.ts';
import { aiko, ken, mari, startTicketing, type TicketingSide } from '../testing/ticketing.ts';

let side: TicketingSide;
beforeEach(async () => void (side = await startTicketing('tito')));
afterEach(() => side.close());

const targets = async (path: string, method: string, body?: object) =>
	call(side.simulator, method, `/sim/ticketing/tito/targets${path}`, body);

/** The platform as `GET /sim/ticketing` describes it. */
async function platform(id: string): Promise<JsonObject> {
	const { platforms } = (await side.desk()) as { platforms: JsonObject[] };
	return platforms.find((one) => one['id'] === id) ?? {};
}

describe('the addresses of a platform', () => {
	it('are several, each with the actions it has subscribed to', async () => {
		const other = await startReceiver();
		await targets('', 'POST', { target: other.url, secret: 'x', actions: ['cancel-ticket'] });
		const { tickets } = await side.act('register', { buyer: aiko });
		await side.webhooks(1);
		expect(other.calls).toHaveLength(0);
		await side.act('cancel-ticket', { ticket: (tickets as string[])[0] });
		await side.webhooks(2);
		const [one] = await other.received(1);
		expect(one?.headers['x-webhook-name']).toBe('ticket.voided');
		expect(one?.headers['tito-signature']).not.toBe(
			side.receiver.calls[1]?.headers['tito-signature'],
		);
		await other.close();
	});

	it('are replaced when added again, taken away, and set to one alone', async () => {
		const target = 'http://127.0.0.1:9/other';
		const { json } = await targets('', 'POST', { target, secret: 'a' });
		const again = await targets('', 'POST', { target, actions: ['register'] });
		expect(again.json['id']).toBe(json['id']);
		expect((await platform('tito'))['targets']).toEqual([
			{ id: expect.any(String), target: side.receiver.url, secretSet: true },
			{ id: json['id'], target, secretSet: true, actions: ['register'] },
		]);
		await targets(`/${String(json['id'])}`, 'DELETE');
		expect((await platform('tito'))['targets']).toHaveLength(1);
		expect((await targets('/gone', 'DELETE')).status).toBe(404);
		await targets('', 'POST', { target });
		await call(side.simulator, 'PUT', '/sim/ticketing/tito', { target });
		expect((await platform('tito'))['targets']).toMatchObject([{ target }]);
	});

	it('are refused with a sentence when they cannot be read', async () => {
		const error = async (body: object) => (await targets('', 'POST', body)).json['error'];
		expect(await error({})).toMatch(/Send/);
		expect(await error({ target: 'nowhere' })).toMatch(/no address/);
		expect(await error({ target: 'http://x/', actions: ['fly'] })).toMatch(/no action "fly"/);
		expect(await error({ target: 'http://x/', secretIn: 'body' })).toMatch(/secretIn/);
	});
});

describe('what a platform knows', () => {
	it('changes with each action', async () => {
		const { order, tickets } = await side.act('register', {
			buyer: aiko,
			tickets: [{ ...aiko, ticketName: 'VIP' }, ken],
			paid: false,
		});
		const [first, second] = tickets as [string, string];
		await side.act('pay', { order });
		await side.act('reassign', { ticket: first, to: mari });
		await side.act('update-ticket', { ticket: first, change: { email: 'new@example.com' } });
		await side.act('cancel-ticket', { ticket: second });
		const { orders } = (await side.desk()) as { orders: JsonObject[] };
		expect(orders).toMatchObject([
			{
				platform: 'tito',
				id: order,
				buyer: aiko,
				status: 'complete',
				tickets: [
					{
						id: first,
						ticketName: 'VIP',
						holder: { ...mari, email: 'new@example.com' },
						status: 'valid',
					},
					{ id: second, status: 'cancelled' },
				],
			},
		]);
		await side.act('cancel-order', { order });
		expect((await side.desk())['orders']).toMatchObject([
			{ status: 'cancelled', tickets: [{ status: 'cancelled' }, { status: 'cancelled' }] },
		]);
	});

	it('is not changed by what is forged, which is tried once', async () => {
		side.receiver.statuses = [401];
		await side.act('register', { buyer: aiko, forge: 'signature' });
		await new Promise((resolve) => setTimeout(resolve, 60));
		expect(side.receiver.calls).toHaveLength(1);
		expect((await side.desk())['orders']).toEqual([]);
	});

	it('keeps its agenda within the event when that is moved', async () => {
		await call(side.simulator, 'PATCH', '/sim/ticketing', {
			event: { startsAt: '2030-05-01T10:00:00+09:00' },
		});
		const { event, sessions } = (await side.desk()) as {
			event: JsonObject;
			sessions: JsonObject[];
		};
		expect(event['endsAt']).toBe('2030-05-02T18:00:00+09:00');
		expect(sessions[0]).toMatchObject({ startsAt: '2030-05-01T10:30:00+09:00' });
	});

	it('says why something cannot be done', async () => {
		const { order, tickets } = await side.act('register', { buyer: aiko });
		const [ticket] = tickets as string[];
		expect(await side.refusal('pay', { order })).toMatch(/nothing is owed/);
		expect(await side.refusal('reassign', { ticket })).toMatch(/"to"/);
		expect(await side.refusal('reassign', { ticket: '1', to: ken })).toMatch(/no ticket 1/);
		expect(await side.refusal('cancel-order', { order: '1' })).toMatch(/no order 1/);
		await side.act('cancel-order', { order });
		expect(await side.refusal('cancel-order', { order })).toMatch(/already/);
		expect(await side.refusal('cancel-ticket', { ticket })).toMatch(/already/);
		expect(await side.refusal('go-live')).toMatch(/Tito does not report this/);
		expect(await side.refusal('fly')).toMatch(/no action called fly/);
		expect(await side.refusal('register', { buyer: aiko, forge: 'magic' })).toMatch(/forge is one/);
		const timestamp = { buyer: aiko, forge: 'timestamp' };
		expect(await side.refusal('register', timestamp)).toMatch(/Tito signs no time/);
		const host = { buyer: aiko, forge: 'foreign-host' };
		expect(await side.refusal('register', host)).toMatch(/names no address/);
	});

	it('names the address of its own API as a credential wants it', async () => {
		const url = `${side.simulator.url}/ticketing/pretix/api/v1`;
		const api = { url, token: 'pretix-demo-token', organizer: 'test-conf-team' };
		expect((await platform('pretix'))['api']).toEqual(api);
		expect(await platform('tito')).not.toHaveProperty('api');
	});

	it('is there again after a restart', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'ticketing-'));
		const storage = join(folder, 'simulator.sqlite');
		const first = await startSimulator({ storage });
		const act = (action: string, body: object) =>
			call(first, 'POST', `/sim/ticketing/generic/${action}`, body);
		await call(first, 'PUT', '/sim/ticketing/generic', { target: side.receiver.url });
		await act('register', { buyer: aiko });
		await act('add-speaker', { session: '1001', speaker: mari });
		await act('propose-sponsor', { company: 'Acme', contact: ken });
		await act('go-live', {});
		const before = (await call(first, 'GET', '/sim/ticketing')).json;
		await first.close();
		const second = await startSimulator({ storage });
		const after = (await call(second, 'GET', '/sim/ticketing')).json;
		await second.close();
		rmSync(folder, { recursive: true });
		for (const part of ['event', 'orders', 'sessions', 'sponsors']) {
			expect(after[part]).toEqual(before[part]);
		}
		const targetsOf = ({ platforms }: JsonObject) =>
			(platforms as JsonObject[]).map((one) => one['targets']);
		expect(targetsOf(after)).toEqual(targetsOf(before));
		expect(before).toMatchObject({ event: { live: true }, sponsors: [{ company: 'Acme' }] });
	});
});

describe('a webhook', () => {
	it('is told with its own name, each try by itself', async () => {
		side.receiver.statuses = [500, 200];
		await side.act('register', { buyer: aiko });
		await side.webhooks(2);
		const until = Date.now() + 2000;
		let log: JsonObject[] = [];
		while (log.length < 2 && Date.now() < until) log = (await side.desk())['log'] as JsonObject[];
		expect(log).toEqual([
			expect.objectContaining({ attempt: 2, status: 200, webhook: 'ticket.completed' }),
			expect.objectContaining({ attempt: 1, status: 500, action: 'register', platform: 'tito' }),
		]);
		expect(log[0]?.['id']).not.toBe(log[1]?.['id']);
	});

	it('can be cut off after it was signed, and repeated in the same bytes', async () => {
		const sent = await side.act('register', { buyer: aiko, forge: 'truncated' });
		const [cut] = await side.receiver.received(1);
		expect(() => JSON.parse(cut?.raw ?? '') as unknown).toThrow();
		const [{ id }] = sent['calls'] as [{ id: string }];
		const again = await call(side.simulator, 'POST', `/sim/ticketing/deliveries/${id}/resend`, {
			repeat: 4,
		});
		expect(again.json['calls']).toHaveLength(4);
		expect(new Set((await side.receiver.received(5)).map(({ raw }) => raw)).size).toBe(1);
	});
});
