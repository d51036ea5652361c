import { aiko, ken, mari, startTicketing, type TicketingSide } from '../../testing/ticketing.ts';

let side: TicketingSide;
beforeEach(async () => void (side = await startTicketing('generic')));
afterEach(() => side.close());

const next = async (action: string, body: object = {}) => {
	side.forget();
	const done = await side.act(action, body);
	const [one] = await side.webhooks(1);
	expect(one?.headers['x-webhook-secret']).toBe('s3cret');
	return { done, json: one?.json };
};

describe('any ticketing server', () => {
	it('writes a registration and what becomes of it as notices, with the holder before', async () => {
		const tickets = [{ ...aiko, ticketName: 'VIP' }, ken];
		const { done, json } = await next('register', { buyer: aiko, tickets, paid: false });
		const { order } = done;
		const [ticket, other] = done['tickets'] as string[];
		const registered = {
			type: 'registration.completed',
			event: { id: 'test-conf', name: 'Test Conf', venue: 'Makuhari Messe, Hall 4' },
			order: {
				id: order,
				payment: 'unpaid',
				tickets: [
					{ id: ticket, name: 'VIP', attendee: { firstName: 'Aiko', phone: aiko.phone } },
					{ id: other, name: 'General admission', attendee: { name: 'Ken Ito' } },
				],
			},
			buyer: { name: 'Aiko Tanaka', firstName: 'Aiko', phone: aiko.phone },
		};
		expect(json).toMatchObject(registered);
		const paid = await next('pay', { order });
		expect(paid.json).toMatchObject({
			...registered,
			order: { ...registered.order, payment: 'paid' },
		});
		const reassigned = await next('reassign', { ticket, to: { ...mari, locale: 'pt_BR' } });
		expect(reassigned.json).toMatchObject({
			id: expect.stringMatching(/^\d+$/),
			type: 'ticket.reassigned',
			occurredAt: expect.stringMatching(/Z$/),
			event: { id: 'test-conf', name: 'Test Conf', timeZone: 'Asia/Tokyo' },
			order: { id: order, payment: 'paid' },
			ticket: { id: ticket, name: 'VIP' },
			buyer: { name: 'Aiko Tanaka' },
			attendee: { name: 'Mari Abe', firstName: 'Mari', phone: mari.phone, locale: 'pt_BR' },
			previous: { attendee: { name: 'Aiko Tanaka', email: 'aiko@example.com' } },
			test: false,
		});
		const updated = await next('update-ticket', { ticket });
		expect(updated.json).toMatchObject({ type: 'ticket.updated', attendee: { name: 'Mari Abe' } });
		expect(updated.json).not.toHaveProperty('previous');
		const cancelled = await next('cancel-ticket', { ticket });
		expect(cancelled.json).toMatchObject({
			type: 'ticket.cancelled',
			attendee: { name: 'Mari Abe' },
		});
		const all = await next('cancel-order', { order });
		expect(all.json).toMatchObject({
			type: 'order.cancelled',
			order: { tickets: [{ id: ticket }, { attendee: { name: 'Ken Ito' } }] },
		});
	});

	it('reports speakers, sponsors and the website', async () => {
		const added = await next('add-speaker', { session: '1001', speaker: mari });
		const { speaker } = added.done;
		const session = { id: '1001', title: 'Opening keynote', room: 'Hall A' };
		const parts = { session, speaker: { id: speaker, name: 'Mari Abe', phone: mari.phone } };
		expect(added.json).toMatchObject({ type: 'session.speaker_added', ...parts });
		expect(await side.refusal('add-speaker', { session: '1001', speaker: mari })).toMatch(
			/already/,
		);
		const both = await side.act('add-speaker', { session: '1002', speaker: mari });
		expect(both['speaker']).toBe(speaker);
		await side.webhooks(2);
		const removed = await next('remove-speaker', { session: '1001', speaker });
		expect(removed.json).toMatchObject({ type: 'session.speaker_removed', ...parts });
		expect(await side.refusal('remove-speaker', { session: '1001', speaker })).toMatch(
			/No speaker/,
		);

		const proposed = await next('propose-sponsor', { company: 'Acme', contact: ken });
		const { sponsor } = proposed.done;
		const who = { sponsor: { id: sponsor, company: 'Acme', name: 'Ken Ito', phone: ken.phone } };
		expect(proposed.json).toMatchObject({ type: 'sponsor.proposal_received', ...who });
		const denied = await next('deny-sponsor', { sponsor });
		expect(denied.json).toMatchObject({ type: 'sponsor.proposal_denied', ...who });
		const confirmed = await next('confirm-sponsor', { sponsor });
		expect(confirmed.json).toMatchObject({ type: 'sponsor.confirmed', ...who });
		expect(await side.refusal('confirm-sponsor', { sponsor })).toMatch(/already/);
		expect((await next('go-live')).json).toMatchObject({ type: 'event.site_live' });
	});
});
