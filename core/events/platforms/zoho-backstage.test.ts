import { exampleBody, receivedAt } from '../../../examples/read-example';
import { plan } from '../fixtures/registration';
import { zohoBackstage } from './zoho-backstage';

const read = (body: unknown, action?: string) =>
	zohoBackstage.read({ body, receivedAt, query: action === undefined ? {} : { action } });

const readExample = (name: string, action?: string) =>
	read(exampleBody(`zoho-backstage/${name}`), action);

describe('a webhook of Backstage', () => {
	const rawBody = Buffer.from('{}');

	it.each([
		['the address', {}, { secret: 's3cret' }],
		['a header', { 'x-webhook-secret': 's3cret' }, {}],
		['a bearer token', { Authorization: 'Bearer s3cret' }, undefined],
	])('is believed with the secret in %s', (_where, headers, query) => {
		expect(zohoBackstage.verify({ rawBody, headers, query, secret: 's3cret', now: 0 })).toEqual({
			ok: true,
		});
	});

	it.each([
		['secret_missing', { secret: '' }, ''],
		['secret_missing', { secret: 'x' }, undefined],
		['signature_missing', {}, 's3cret'],
		['signature_missing', { secret: ['s3cret'] }, 's3cret'],
		['signature_mismatch', { secret: 's3cre' }, 's3cret'],
	])('is refused with %s', (reason, query, secret) => {
		expect(zohoBackstage.verify({ rawBody, headers: {}, query, secret, now: 0 })).toMatchObject({
			ok: false,
			reason,
		});
	});
});

describe('an order of Backstage', () => {
	it('names buyer, tickets and ids', () => {
		expect(readExample('order').notices).toMatchObject([
			{
				source: 'zoho-backstage',
				type: 'registration.completed',
				occurredAt: receivedAt,
				event: { id: '2431000000100007' },
				order: {
					id: '2431000000412001',
					payment: 'unknown',
					tickets: [{ name: 'VIP' }],
				},
				buyer: {
					name: 'Aiko Tanaka',
					firstName: 'Aiko',
					email: 'aiko@example.com',
					phone: '+81 90-1234-5678',
				},
			},
		]);
	});

	it.each([
		['order-four-tickets', 'free'],
		['order-to-be-paid', 'unpaid'],
	])('%s is %s', (name, payment) => {
		expect(readExample(name).notices).toMatchObject([{ order: { payment } }]);
	});

	it('that costs something, and whose tickets list no payment, is unpaid', () => {
		const order = exampleBody('zoho-backstage/order') as object;
		const orderTickets = [{ ticketName: 'VIP', lineItemPayments: [] }];
		expect(read({ ...order, orderTickets }).notices).toMatchObject([
			{ order: { payment: 'unpaid' } },
		]);
	});

	it('in an envelope, with numbers for ids, reads the same', () => {
		expect(readExample('order-in-envelope').notices).toMatchObject([
			{
				type: 'registration.completed',
				event: { id: '100007' },
				order: { id: '412004' },
				buyer: { firstName: 'Aiko' },
			},
		]);
	});
});

describe('an attendee of Backstage', () => {
	it('names ticket, order, holder and the buyer’s address', () => {
		expect(readExample('attendee').notices).toMatchObject([
			{
				type: 'registration.completed',
				event: { id: '2431000000100007' },
				order: { id: '2431000000412001' },
				ticket: { id: '2431000000612001' },
				attendee: { name: 'Ken Sato', email: 'ken@example.com', phone: '+81 80-9876-5432' },
				buyer: { email: 'aiko@example.com' },
				version: '2431000000512001',
			},
		]);
	});
});

describe('the action in the webhook’s address', () => {
	it.each([
		['attendee', 'attendee.reassigned', 'ticket.reassigned'],
		['attendee', 'Attendee Created', 'registration.completed'],
		['attendee', 'attendee.updated', 'ticket.updated'],
		['attendee', 'attendee.deleted', 'ticket.cancelled'],
		['attendee', 'attendee.status.cancel', 'ticket.cancelled'],
		['order', 'order.cancel', 'order.cancelled'],
		['order', 'cancel', 'order.cancelled'],
		['order', 'microsite.published', 'event.site_live'],
		['order', 'Microsite republished', 'event.site_live'],
	])('%s with %s is %s', (name, action, type) => {
		expect(readExample(name, action).notices).toMatchObject([{ type }]);
	});

	it.each([
		['attendee.checkin.cancel', 'not_needed'],
		['attendee.status.undone', 'not_needed'],
		['attendee.checked_in', 'not_needed'],
		['microsite.unpublished', 'not_needed'],
		['session.updated', 'not_needed'],
		['something else', 'unknown_event'],
	])('%s is ignored as %s', (action, reason) => {
		expect(readExample('attendee', action)).toMatchObject({ notices: [], ignored: [{ reason }] });
	});

	it('of a changed order tells nobody', () => {
		expect(readExample('order', 'order.update')).toMatchObject({ notices: [] });
	});

	it('of a cancelled attendee reaches that one, and cancels no order', () => {
		const { notices } = readExample('attendee', 'attendee.cancelled');
		expect(plan(notices).messages).toMatchObject([
			{ automation: 'attendee.order_cancelled', toName: 'Ken Sato' },
		]);
	});

	it('is needed where the body is neither an order nor an attendee', () => {
		expect(read({ hello: 1 })).toMatchObject({ ignored: [{ reason: 'unknown_event' }] });
		expect(read('text')).toMatchObject({ ignored: [{ reason: 'not_an_object' }] });
	});
});
