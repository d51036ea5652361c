import {
	aiko,
	hmacHex,
	ken,
	mari,
	startTicketing,
	type TicketingSide,
} from '../../testing/ticketing.ts';

let side: TicketingSide;
beforeEach(async () => void (side = await startTicketing('ticket-tailor')));
afterEach(() => side.close());

/** `t=…,v1=…` taken apart. */
function signatureOf(header: unknown): { t: number; v1: string } {
	const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(header)) ?? [];
	return { t: Number(t), v1: String(v1) };
}

describe('Ticket Tailor', () => {
	it('reports the order and each ticket, signed over the seconds and the body', async () => {
		await side.act('register', { buyer: { ...aiko, consent: true }, tickets: [aiko, ken] });
		const webhooks = await side.webhooks(3);
		for (const { headers, raw } of webhooks) {
			const { t, v1 } = signatureOf(headers['tickettailor-webhook-signature']);
			expect(Math.abs(t - Date.now() / 1000)).toBeLessThan(60);
			expect(v1).toBe(hmacHex(`${t}${raw}`));
		}
		const order = webhooks.find(({ json }) => json['event'] === 'ORDER.CREATED');
		expect(order?.json).toMatchObject({
			id: expect.stringMatching(/^wh_\d+$/),
			created_at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
			resource_url: expect.stringMatching(/^https:\/\/api\.tickettailor\.com\/v1\/orders\/or_\d+$/),
			payload: {
				object: 'order',
				id: expect.stringMatching(/^or_\d+$/),
				buyer_details: {
					email: 'aiko@example.com',
					first_name: 'Aiko',
					name: 'Aiko Tanaka',
					phone: '+81 90-1234-5678',
				},
				event_summary: { name: 'Test Conf', start_date: { unix: expect.any(Number) } },
				issued_tickets: [
					{ status: 'valid', full_name: 'Aiko Tanaka', voided_at: null },
					{ full_name: 'Ken Ito', email: 'aiko@example.com' },
				],
				marketing_opt_in: true,
				status: 'completed',
			},
		});
		const names = webhooks.map(({ json }) => json['event']).toSorted();
		expect(names).toEqual(['ISSUED_TICKET.CREATED', 'ISSUED_TICKET.CREATED', 'ORDER.CREATED']);
	});

	it('says "updated" of a new holder, of a payment, of a voided ticket and of the event', async () => {
		const { order, tickets } = await side.act('register', { buyer: aiko, paid: false });
		const [ticket] = tickets as string[];
		await side.webhooks(2);
		side.forget();
		const next = async (action: string, body: object) => {
			side.forget();
			await side.act(action, body);
			return (await side.webhooks(1))[0]?.json;
		};
		expect(await next('pay', { order })).toMatchObject({
			event: 'ORDER.UPDATED',
			payload: { status: 'completed', payment_method: { type: 'offline' } },
		});
		expect(await next('reassign', { ticket, to: mari })).toMatchObject({
			event: 'ISSUED_TICKET.UPDATED',
			payload: {
				id: `it_${ticket}`,
				full_name: 'Mari Abe',
				status: 'valid',
				custom_questions: [{ answer: '+818011112222' }],
			},
		});
		expect(await next('cancel-ticket', { ticket })).toMatchObject({
			event: 'ISSUED_TICKET.UPDATED',
			payload: { status: 'voided', voided_at: expect.any(Number) },
		});
		expect(await next('cancel-order', { order })).toMatchObject({
			event: 'ORDER.UPDATED',
			payload: { status: 'cancelled', issued_tickets: [{ status: 'voided' }] },
		});
		expect(await next('go-live', {})).toMatchObject({
			event: 'EVENT.UPDATED',
			payload: { status: 'published', name: 'Test Conf' },
		});
	});

	it('can have a stamp that is two days old, signed as it should be', async () => {
		await side.act('register', { buyer: aiko, forge: 'timestamp' });
		for (const { headers, raw } of await side.webhooks(2)) {
			const { t, v1 } = signatureOf(headers['tickettailor-webhook-signature']);
			expect(Math.round((Date.now() / 1000 - t) / 3600)).toBe(48);
			expect(v1).toBe(hmacHex(`${t}${raw}`));
		}
	});
});
