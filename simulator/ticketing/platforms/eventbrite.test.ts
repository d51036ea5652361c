import { aiko, ken, mari, startTicketing, type TicketingSide } from '../../testing/ticketing.ts';

let side: TicketingSide;
beforeEach(async () => void (side = await startTicketing('eventbrite')));
afterEach(() => side.close());

const TOKEN = 'Bearer eventbrite-demo-token';

/** What stands at the address that a webhook names. */
const behind = async (apiUrl: unknown, query = '') => {
	const { pathname } = new URL(String(apiUrl));
	return (await side.ask(`${pathname.replace('/ticketing/eventbrite', '')}${query}`, TOKEN)).json;
};

describe('Eventbrite', () => {
	it('names an address of its API, for the order and for each attendee', async () => {
		const { order } = await side.act('register', { buyer: aiko, tickets: [aiko, ken] });
		const webhooks = await side.webhooks(3);
		const placed = webhooks.find(({ raw }) => raw.includes('order.placed'));
		expect(placed?.json).toEqual({
			api_url: `${side.simulator.url}/ticketing/eventbrite/v3/orders/${String(order)}/`,
			config: {
				action: 'order.placed',
				endpoint_url: side.receiver.url,
				user_id: expect.any(String),
				webhook_id: expect.any(String),
			},
		});
		expect(placed?.headers['x-eventbrite-event']).toBe('order.placed');
		expect(await behind(placed?.json['api_url'], '?expand=attendees,event')).toMatchObject({
			id: order,
			name: 'Aiko Tanaka',
			email: 'aiko@example.com',
			status: 'placed',
			attendees: [
				{
					profile: { first_name: 'Aiko', cell_phone: '+81 90-1234-5678' },
					status: 'Attending',
					order_id: order,
				},
				{ profile: { name: 'Ken Ito' } },
			],
			event: { name: { text: 'Test Conf' }, start: { timezone: 'Asia/Tokyo' } },
		});
		expect(await behind(placed?.json['api_url'])).not.toHaveProperty('attendees');
	});

	it('says "attendee.updated" of a new holder and of a cancelled ticket', async () => {
		const { tickets } = await side.act('register', { buyer: aiko });
		const [ticket] = tickets as string[];
		await side.webhooks(2);
		side.forget();
		await side.act('reassign', { ticket, to: mari });
		const [updated] = await side.webhooks(1);
		expect(updated?.json).toMatchObject({ config: { action: 'attendee.updated' } });
		expect(await behind(updated?.json['api_url'])).toMatchObject({
			id: ticket,
			cancelled: false,
			profile: { name: 'Mari Abe', cell_phone: mari.phone },
		});
		await side.act('cancel-ticket', { ticket });
		expect(await behind(updated?.json['api_url'])).toMatchObject({
			cancelled: true,
			status: 'Not Attending',
		});
	});

	it('reports the cancelled order as refunded, and the event as published', async () => {
		const { order } = await side.act('register', { buyer: aiko });
		await side.webhooks(2);
		side.forget();
		await side.act('cancel-order', { order });
		await side.act('go-live');
		const webhooks = await side.webhooks(3);
		const actions = webhooks.map(({ json }) => (json['config'] as { action: string }).action);
		expect(actions.toSorted()).toEqual(['attendee.updated', 'event.published', 'order.refunded']);
		const live = webhooks.find(({ raw }) => raw.includes('event.published'));
		expect(await behind(live?.json['api_url'])).toMatchObject({ status: 'live' });
	});

	it('only updates an order that nobody has paid for', async () => {
		const { order } = await side.act('register', { buyer: aiko, paid: false });
		await side.webhooks(2);
		side.forget();
		await side.act('cancel-order', { order });
		const updated = (await side.webhooks(2)).find(({ raw }) => raw.includes('order.updated'));
		expect(await behind(updated?.json['api_url'])).toMatchObject({ status: 'deleted' });
	});

	it('can be forged to name another host, and then nothing has happened', async () => {
		await side.act('register', { buyer: aiko, forge: 'foreign-host' });
		const [one] = await side.webhooks(2);
		expect(new URL(String(one?.json['api_url'])).host).toMatch(/attacker\.example$/);
		expect((await side.desk())['orders']).toEqual([]);
		await side.act('go-live', { forge: 'foreign-host', foreignHost: 'http://127.0.0.1:9' });
		expect((await side.webhooks(3))[2]?.json['api_url']).toMatch(/^http:\/\/127\.0\.0\.1:9\/v3\//);
	});

	it('lets nobody in without the token', async () => {
		expect((await side.ask('/v3/orders/1/')).status).toBe(401);
		expect((await side.ask('/v3/orders/1/', TOKEN)).status).toBe(404);
	});
});
