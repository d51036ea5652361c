import {
	aiko,
	hmacHex,
	ken,
	mari,
	startTicketing,
	type TicketingSide,
} from '../../testing/ticketing.ts';

let side: TicketingSide;
beforeEach(async () => void (side = await startTicketing('hi-events')));
afterEach(() => side.close());

const typesOf = async (count: number) =>
	(await side.webhooks(count)).map(({ json }) => json['event_type']).toSorted();

describe('Hi.Events', () => {
	it('reports each attendee beside the order, signed over the bytes that PHP writes', async () => {
		await side.act('register', {
			buyer: { ...aiko, lastName: '田中' },
			tickets: [{ ...aiko, ticketName: 'VIP/All' }, ken],
		});
		expect(await typesOf(3)).toEqual(['attendee.created', 'attendee.created', 'order.created']);
		for (const { headers, raw } of await side.webhooks(3)) {
			expect(headers['signature']).toBe(hmacHex(raw));
			expect(headers['x-webhook-source']).toBe('Hi.Events');
			expect(raw).toMatch(/^[\x20-\x7e]*$/);
		}
		const order = (await side.webhooks(3)).find(
			({ json }) => json['event_type'] === 'order.created',
		);
		expect(order?.raw).toContain('\\u7530\\u4e2d');
		expect(order?.raw).toContain('VIP\\/All');
		expect(order?.json).toMatchObject({
			event_sent_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/),
			payload: {
				id: expect.any(Number),
				short_id: expect.stringMatching(/^o_\w{13}$/),
				status: 'COMPLETED',
				payment_status: 'PAYMENT_RECEIVED',
				first_name: 'Aiko',
				last_name: '田中',
				email: 'aiko@example.com',
				order_items: [{ item_name: 'VIP/All' }, { item_name: 'General admission' }],
				attendees: [
					{
						status: 'ACTIVE',
						locale: 'ja',
						public_id: expect.stringMatching(/^A-\w{7}$/),
						question_answers: [
							{
								question_type: 'PHONE',
								belongs_to: 'PRODUCT',
								text_answer: '+81 90-1234-5678',
							},
						],
					},
					{ first_name: 'Ken' },
				],
				question_answers: [
					{ belongs_to: 'ORDER', text_answer: '+81 90-1234-5678' },
					{ belongs_to: 'PRODUCT', first_name: 'Aiko' },
					{ belongs_to: 'PRODUCT', first_name: 'Ken' },
				],
			},
		});
	});

	it('says that money is awaited, and later that it came, with no attendee beside it', async () => {
		const { order } = await side.act('register', { buyer: aiko, paid: false });
		const created = (await side.webhooks(2)).find(({ raw }) => raw.includes('order.created'));
		expect(created?.json).toMatchObject({
			payload: {
				status: 'AWAITING_OFFLINE_PAYMENT',
				payment_status: 'AWAITING_OFFLINE_PAYMENT',
				attendees: [{ status: 'AWAITING_PAYMENT' }],
			},
		});
		side.forget();
		await side.act('pay', { order });
		const [paid] = await side.webhooks(1);
		expect(paid?.json).toMatchObject({
			event_type: 'order.marked_as_paid',
			payload: { status: 'COMPLETED', payment_status: 'PAYMENT_RECEIVED' },
		});
	});

	it('only says "updated" of a new holder, and of anything else', async () => {
		const { tickets } = await side.act('register', { buyer: aiko });
		const [ticket] = tickets as string[];
		await side.webhooks(2);
		side.forget();
		await side.act('reassign', { ticket, to: mari });
		await side.act('update-ticket', { ticket });
		const [reassigned, updated] = await side.webhooks(2);
		const holder = { id: Number(ticket), first_name: 'Mari', email: 'mari@example.com' };
		for (const one of [reassigned, updated]) {
			expect(one?.json).toMatchObject({ event_type: 'attendee.updated', payload: holder });
		}
	});

	it('cancels one ticket alone, and an order with all its attendees', async () => {
		const { order, tickets } = await side.act('register', { buyer: aiko, tickets: [aiko, ken] });
		await side.webhooks(3);
		side.forget();
		await side.act('cancel-ticket', { ticket: (tickets as string[])[1] });
		expect((await side.webhooks(1))[0]?.json).toMatchObject({
			event_type: 'attendee.cancelled',
			payload: { status: 'CANCELLED', first_name: 'Ken' },
		});
		side.forget();
		await side.act('cancel-order', { order });
		expect(await typesOf(3)).toEqual([
			'attendee.cancelled',
			'attendee.cancelled',
			'order.cancelled',
		]);
	});

	it('reports the published event as updated', async () => {
		await side.act('go-live');
		expect((await side.webhooks(1))[0]?.json).toMatchObject({
			event_type: 'event.updated',
			payload: { title: 'Test Conf', status: 'LIVE', slug: 'test-conf' },
		});
	});

	it('tries three times', async () => {
		side.receiver.statuses = Array<number>(9).fill(500);
		await side.act('go-live');
		await side.receiver.received(3);
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(side.receiver.calls).toHaveLength(3);
	});
});
