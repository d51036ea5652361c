import {
	aiko,
	hmacHex,
	ken,
	mari,
	startTicketing,
	type TicketingSide,
} from '../../testing/ticketing.ts';

let side: TicketingSide;
beforeEach(async () => void (side = await startTicketing('luma')));
afterEach(() => side.close());

describe('Luma', () => {
	it('reports a guest as registered and as updated, and the ticket, signed with its time', async () => {
		await side.act('register', { buyer: aiko, secret: 'whsec_abc' });
		const webhooks = await side.webhooks(3);
		expect(webhooks.map(({ json }) => json['type']).toSorted()).toEqual([
			'guest.registered',
			'guest.updated',
			'ticket.registered',
		]);
		for (const { headers, raw } of webhooks) {
			const [, t, v1] =
				/^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['webhook-signature'])) ?? [];
			expect(v1).toBe(hmacHex(`${t}.${raw}`, 'whsec_abc'));
		}
		const ticket = webhooks.find(({ json }) => json['type'] === 'ticket.registered');
		expect(ticket?.json['data']).toMatchObject({ event_ticket: { name: 'General admission' } });
		// The required fields of webhook_guest.registered_post_request.json.
		expect(webhooks[0]?.json['data']).toEqual({
			id: expect.stringMatching(/^gst-/),
			user_id: expect.any(String),
			user_email: 'aiko@example.com',
			user_name: 'Aiko Tanaka',
			user_first_name: 'Aiko',
			user_last_name: 'Tanaka',
			approval_status: 'approved',
			check_in_qr_code: expect.any(String),
			eth_address: null,
			invited_at: null,
			joined_at: null,
			phone_number: '+81 90-1234-5678',
			registered_at: expect.stringMatching(/Z$/),
			registration_answers: [],
			solana_address: null,
			utm_source: null,
			event_tickets: [expect.objectContaining({ name: 'General admission', is_captured: true })],
			custom_source: null,
			event_ticket_orders: [expect.objectContaining({ is_captured: true })],
			event: expect.objectContaining({
				id: 'evt-test-conf',
				name: 'Test Conf',
				timezone: 'Asia/Tokyo',
			}),
		});
	});

	it('says "updated" of all that becomes of a guest', async () => {
		const { order, tickets } = await side.act('register', {
			buyer: aiko,
			tickets: [aiko, ken],
			paid: false,
		});
		const [ticket] = tickets as string[];
		const first = await side.webhooks(6);
		expect(first[0]?.json).toMatchObject({ data: { approval_status: 'pending_approval' } });
		const next = async (action: string, body: object, count = 1) => {
			side.forget();
			await side.act(action, body);
			return (await side.webhooks(count)).map(({ json }) => json);
		};
		const guest = (data: object) => ({ type: 'guest.updated', data });
		expect(await next('pay', { order }, 2)).toEqual([
			expect.objectContaining(guest(expect.objectContaining({ approval_status: 'approved' }))),
			expect.objectContaining(guest(expect.objectContaining({ approval_status: 'approved' }))),
		]);
		const [handed] = await next('reassign', { ticket, to: mari });
		expect(handed).toMatchObject(guest({ user_name: 'Mari Abe', phone_number: mari.phone }));
		const [declined] = await next('cancel-ticket', { ticket });
		expect(declined).toMatchObject(guest({ approval_status: 'declined' }));
		expect((declined?.['data'] as { id: string }).id).toBe((handed?.['data'] as { id: string }).id);
		// The other ticket's guest alone: this one has been declined before.
		const [last] = await next('cancel-order', { order });
		expect(last).toMatchObject(guest({ user_name: 'Ken Ito', approval_status: 'declined' }));
		expect(await next('go-live', {})).toMatchObject([{ type: 'event.created' }]);
	});
});
