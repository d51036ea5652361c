import { aiko, ken, mari, startTicketing, type TicketingSide } from '../../testing/ticketing.ts';
import { call } from '../../testing/caller.ts';

let side: TicketingSide;
beforeEach(async () => void (side = await startTicketing('pretix')));
afterEach(() => side.close());

const EVENT = '/api/v1/organizers/test-conf-team/events/test-conf';
const TOKEN = 'Token pretix-demo-token';

const actionsOf = async (count: number) =>
	(await side.webhooks(count)).map(({ json }) => json['action']).toSorted();

describe('pretix', () => {
	it('sends numbers only: placed and paid', async () => {
		await side.act('register', { buyer: aiko });
		const webhooks = await side.webhooks(2);
		expect(webhooks.map(({ json }) => json)).toContainEqual({
			notification_id: expect.any(Number),
			organizer: 'test-conf-team',
			event: 'test-conf',
			code: expect.stringMatching(/^[A-Z37-9]{5}$/),
			action: 'pretix.event.order.placed',
		});
		expect(await actionsOf(2)).toEqual(['pretix.event.order.paid', 'pretix.event.order.placed']);
		expect(new URL(webhooks[0]?.path ?? '', 'http://x').searchParams.get('secret')).toBe('s3cret');
	});

	it('signs nothing: a password stands in the address, or is set as Basic', async () => {
		const target = side.receiver.url.replace('://', '://anna:geheim@');
		await side.act('go-live', { target, secret: '' });
		const own = { target: side.receiver.url, secret: 'anna:geheim', secretIn: 'basic' };
		await side.act('go-live', own);
		for (const { headers, json, path } of await side.webhooks(2)) {
			expect(headers['authorization']).toBe(`Basic ${btoa('anna:geheim')}`);
			expect(path).toBe('/hook');
			expect(json).not.toHaveProperty('code');
			expect(json['action']).toBe('pretix.event.live.activated');
		}
	});

	it('only says that something was modified; its API says what', async () => {
		const { order, tickets } = await side.act('register', {
			buyer: aiko,
			tickets: [{ ...aiko, ticketName: 'VIP' }, ken],
			paid: false,
			test: true,
		});
		const [placed] = await side.webhooks(1);
		const path = `${EVENT}/orders/${String(placed?.json['code'])}/`;
		const before = await side.ask(path, TOKEN);
		expect(before.json).toMatchObject({
			code: placed?.json['code'],
			status: 'n',
			testmode: true,
			email: 'aiko@example.com',
			phone: '+81 90-1234-5678',
			locale: 'ja',
			total: '180.00',
			payments: [{ state: 'created' }],
			positions: [
				{
					id: Number((tickets as string[])[0]),
					positionid: 1,
					attendee_name: 'Aiko Tanaka',
					attendee_email: 'aiko@example.com',
					answers: [{ question_identifier: 'PHONE', answer: '+81 90-1234-5678' }],
				},
				{ positionid: 2, attendee_name: 'Ken Ito' },
			],
		});
		await side.act('pay', { order });
		await side.act('reassign', { ticket: (tickets as string[])[0], to: mari });
		await side.act('cancel-ticket', { ticket: (tickets as string[])[1] });
		const after = await side.ask(path, TOKEN);
		expect(after.json).toMatchObject({
			status: 'p',
			payments: [{ state: 'confirmed' }],
			positions: [{ attendee_name: 'Mari Abe' }],
		});
		expect(after.json['positions']).toHaveLength(1);
		const all = await side.ask(`${path}?include_canceled_positions=true`, TOKEN);
		expect(all.json['positions']).toMatchObject([{ canceled: false }, { canceled: true }]);
		await side.act('cancel-order', { order });
		expect((await side.ask(path, TOKEN)).json['status']).toBe('c');
		expect(await actionsOf(5)).toEqual([
			'pretix.event.order.canceled',
			'pretix.event.order.changed.cancel',
			'pretix.event.order.modified',
			'pretix.event.order.paid',
			'pretix.event.order.placed',
		]);
	});

	it('answers with the event and the names of the items', async () => {
		await side.act('register', { buyer: { ...aiko }, tickets: [{ ...aiko, ticketName: 'VIP' }] });
		const event = await side.ask(`${EVENT}/`, TOKEN);
		expect(event.json).toMatchObject({ name: { en: 'Test Conf' }, slug: 'test-conf', live: false });
		const items = await side.ask(`${EVENT}/items/`, TOKEN);
		const vip = { id: expect.any(Number), name: { en: 'VIP' }, admission: true };
		expect(items.json['results']).toEqual([expect.objectContaining(vip)]);
	});

	it('lets nobody in without the token, and sends a path without its last slash on', async () => {
		expect((await side.ask(`${EVENT}/`)).status).toBe(401);
		expect((await side.ask(`${EVENT}/`, 'Token other')).json['detail']).toBe('Invalid token.');
		expect((await side.ask(`${EVENT.replace('conf-team', 'x')}/`, TOKEN)).status).toBe(403);
		expect((await side.ask(`${EVENT}/orders/AAAAA/`, TOKEN)).status).toBe(404);
		expect((await side.ask(EVENT, TOKEN)).status).toBe(301);
	});

	it('ends a subscription whose receiver says 410, and repeats any other failure', async () => {
		side.receiver.statuses = [503, 503, 410];
		await side.act('go-live');
		await side.webhooks(3);
		await new Promise((resolve) => setTimeout(resolve, 100));
		await side.act('go-live');
		expect(side.receiver.calls).toHaveLength(3);
		const { json } = await call(side.simulator, 'GET', '/sim/ticketing');
		const [pretix] = (json['platforms'] as Array<{ id: string }>).filter(
			({ id }) => id === 'pretix',
		);
		expect(pretix).toMatchObject({ targets: [{ ended: true }] });
	});
});
