import { createHmac } from 'node:crypto';
import { aiko, ken, mari, startTicketing, type TicketingSide } from '../../testing/ticketing.ts';

let side: TicketingSide;
beforeEach(async () => void (side = await startTicketing('tito')));
afterEach(() => side.close());

const next = async (action: string, body: object) => {
	side.forget();
	await side.act(action, body);
	const [one] = await side.webhooks(1);
	const expected = createHmac('sha256', 's3cret')
		.update(one?.raw ?? '')
		.digest('base64');
	expect(one?.headers['tito-signature']).toBe(expected);
	return { name: one?.headers['x-webhook-name'], json: one?.json };
};

describe('Tito', () => {
	it('names what becomes of a ticket, and a cancelled registration as a whole', async () => {
		const { order, tickets } = await side.act('register', {
			buyer: aiko,
			tickets: [{ ...aiko, consent: true }, ken],
		});
		const [ticket, other] = tickets as [string, string];
		const [first] = await side.webhooks(2);
		expect(first?.json['opt_ins']).toBeInstanceOf(Array);
		const reassigned = await next('reassign', { ticket, to: mari });
		expect(reassigned).toMatchObject({
			name: 'ticket.reassigned',
			json: {
				id: Number(ticket),
				name: 'Mari Abe',
				phone_number: mari.phone,
				state_name: 'complete',
				opt_ins: [],
				registration: { name: 'Aiko Tanaka' },
			},
		});
		expect(await next('update-ticket', { ticket })).toMatchObject({
			name: 'ticket.updated',
			json: { name: 'Mari Abe', responses: { diet: 'Vegetarian' } },
		});
		expect(await next('cancel-ticket', { ticket: other })).toMatchObject({
			name: 'ticket.voided',
			json: { first_name: 'Ken', state_name: 'void' },
		});
		const cancelled = await next('cancel-order', { order });
		expect(cancelled).toMatchObject({
			name: 'registration.cancelled',
			json: {
				_type: 'registration',
				id: Number(order),
				phone_number: '+81 90-1234-5678',
				locale: 'ja',
				tickets: [{ slug: expect.stringMatching(/^ti_/) }, { first_name: 'Ken' }],
			},
		});
		expect((cancelled.json?.['tickets'] as object[])[0]).not.toHaveProperty('phone_number');
	});

	it('completes a ticket when it is paid, and lists the accepted opt-ins', async () => {
		const { order } = await side.act('register', {
			buyer: { ...aiko, consent: true },
			paid: false,
		});
		const [created] = await side.webhooks(1);
		expect(created?.headers['x-webhook-name']).toBe('ticket.created');
		expect(created?.json).toMatchObject({
			state_name: 'incomplete',
			opt_ins: [{ slug: 'newsletter' }],
			registration: { receipt: { paid: false } },
		});
		expect(await next('pay', { order })).toMatchObject({
			name: 'ticket.completed',
			json: { state_name: 'complete', registration: { receipt: { paid: true } } },
		});
	});
});
