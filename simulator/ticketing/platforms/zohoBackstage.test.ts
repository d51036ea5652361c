import { aiko, ken, mari, startTicketing, type TicketingSide } from '../../testing/ticketing.ts';

let side: TicketingSide;
beforeEach(async () => void (side = await startTicketing('zoho-backstage')));
afterEach(() => side.close());

const next = async (action: string, body: object = {}) => {
	side.forget();
	const { calls } = await side.act(action, body);
	const [one] = await side.webhooks(1);
	return { webhook: (calls as [{ webhook: string }])[0].webhook, json: one?.json };
};

describe('Zoho Backstage', () => {
	it('reports a new holder as another attendee with the same ticket', async () => {
		const { tickets } = await side.act('register', { buyer: aiko, attendees: true });
		const [ticket] = tickets as string[];
		const before = (await side.webhooks(2)).find(({ json }) => 'attendee' in json);
		const { webhook, json } = await next('reassign', { ticket, to: mari });
		expect(webhook).toBe('Attendee reassigned');
		expect(json).toMatchObject({
			attendee: { ticketId: ticket, emailId: 'mari@example.com', purchasedBy: 'aiko@example.com' },
			customFormData: [{ formEntries: { first_name: 'Mari', mobile_no: mari.phone } }],
		});
		const idOf = (body: unknown) => (body as { attendee: { id: string } }).attendee.id;
		expect(idOf(json)).not.toBe(idOf(before?.json));
	});

	it('does not say in the body what happened: the organiser has an address per action', async () => {
		const { order, tickets } = await side.act('register', {
			buyer: aiko,
			tickets: [aiko, ken],
			paid: false,
		});
		await side.webhooks(1);
		const paid = await next('pay', { order });
		expect(paid).toMatchObject({
			webhook: 'Event Order updated',
			json: { orderTickets: [{ lineItemPayments: [{ totalAmount: 100 }] }, {}] },
		});
		const ticket = (tickets as string[])[1];
		expect(await next('cancel-ticket', { ticket })).toMatchObject({
			webhook: 'Attendee status cancelled',
			json: { attendee: { ticketId: ticket } },
		});
		const cancelled = await next('cancel-order', { order });
		expect(cancelled).toMatchObject({
			webhook: 'Event Order cancelled',
			json: { eventOrder_id: order },
		});
		expect(JSON.stringify(cancelled.json)).not.toMatch(/cancel/i);
		expect(await next('go-live')).toMatchObject({ webhook: 'Microsite published' });
	});

	it('has no webhook for speakers and sponsors, and nothing of them to forge', async () => {
		await side.act('add-speaker', { session: '1001', speaker: mari });
		await side.act('propose-sponsor', { company: 'Acme', contact: ken });
		const forged = { session: '1001', speaker: ken, forge: 'signature' };
		expect(await side.refusal('add-speaker', forged)).toMatch(/no webhook/);
		expect(side.receiver.calls).toHaveLength(0);
	});
});
