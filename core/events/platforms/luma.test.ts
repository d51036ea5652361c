import { exampleBody, receivedAt } from '../../../examples/read-example';
import { plan } from '../fixtures/registration';
import { luma } from './luma';

const read = (body: unknown, headers = {}) => luma.read({ body, headers, receivedAt });

const readExample = (name: string) => read(exampleBody(`luma/${name}`));

const changed = (name: string, change: Record<string, unknown>) => {
	const body = exampleBody(`luma/${name}`) as { data: object };
	return { ...body, data: { ...body.data, ...change } };
};

describe('a guest of Luma', () => {
	it('who registered is one person with a ticket', () => {
		expect(readExample('guest.registered').notices).toMatchObject([
			{
				source: 'luma',
				type: 'registration.completed',
				occurredAt: receivedAt,
				event: {
					id: 'evt-Xq2PmN8rT4vWz1A',
					name: 'Test Conf',
					startsAt: '2026-12-01T01:00:00.000Z',
					timeZone: 'Asia/Tokyo',
					url: 'https://luma.com/testconf',
					venue: 'Tokyo Forum',
				},
				order: {
					id: 'gst-a1B2c3D4e5F6',
					payment: 'free',
					tickets: [{ id: 'evttkt-1', name: 'Standard' }],
				},
				attendee: { firstName: 'Aiko', name: 'Aiko Tanaka', phone: '+819012345678' },
			},
		]);
	});

	it.each(['pending_approval', 'waitlist', 'invited', 'session', 'declined'])(
		'who is "%s" has not registered yet',
		(approval_status) => {
			const { notices, ignored } = read(changed('guest.registered', { approval_status }));
			expect([notices, ignored[0]?.reason]).toEqual([[], 'not_complete']);
		},
	);

	it('is read from an older body, too', () => {
		expect(readExample('guest.registered-older').notices).toMatchObject([
			{
				occurredAt: '2026-11-22T10:27:39.000Z',
				event: { id: 'evt-Xq2PmN8rT4vWz1A', name: 'Test Conf' },
				order: { id: 'gst-a1B2c3D4e5F6' },
				attendee: { name: 'Aiko Tanaka', phone: '+819012345678' },
			},
		]);
	});

	it('without a phone in the profile is reached at the answer to a question', () => {
		expect(readExample('guest.registered-phone-question').notices[0]?.attendee?.phone).toBe(
			'+819012345678',
		);
	});

	it('with several tickets gets one message, also when each ticket is reported', () => {
		const reports = ['guest.registered-two-tickets', 'ticket.registered'].map(readExample);
		const messages = reports.flatMap(({ notices }) => plan(notices).messages);
		expect(new Set(messages.map(({ deliveryKey }) => deliveryKey)).size).toBe(1);
		expect(messages[0]).toMatchObject({ audience: 'buyer', variables: { ticket_count: '2' } });
		expect(reports[1]?.notices).toMatchObject([{ ticket: { id: 'evttkt-2' } }]);
	});

	it.each([
		[[{ amount: 0 }], 'free'],
		[[{ amount: 900, is_captured: true }], 'paid'],
		[[{ amount: 0 }, { amount: 900, is_captured: false }], 'unknown'],
		[[], undefined],
	])('with the tickets %j has paid: %s', (event_tickets, payment) => {
		const [notice] = read(changed('guest.registered', { event_tickets })).notices;
		expect(notice?.order?.payment).toBe(payment);
	});
});

describe('a change of a guest', () => {
	it('is a registration where none was known, and a state', () => {
		const { notices } = readExample('guest.updated-approved');
		expect(notices).toMatchObject([
			{ type: 'registration.completed', onlyIfNew: true },
			{ type: 'ticket.updated', order: { tickets: [{ id: 'evttkt-1' }] } },
		]);
	});

	it('at the door is no registration', () => {
		const types = readExample('guest.updated-checked-in').notices.map(({ type }) => type);
		expect(types).toEqual(['ticket.updated']);
	});

	it('to declined cancels what the guest had', () => {
		const { notices } = readExample('guest.updated-declined');
		expect(notices).toMatchObject([{ type: 'order.cancelled', order: { id: 'gst-a1B2c3D4e5F6' } }]);
		expect(plan(notices).messages).toMatchObject([{ automation: 'attendee.order_cancelled' }]);
	});

	it('to waiting is nothing', () => {
		const waiting = changed('guest.updated', { approval_status: 'pending_approval' });
		expect(read(waiting).notices).toEqual([]);
	});

	it('back to what was before is another notice, though its body is the same', () => {
		const body = exampleBody('luma/guest.updated');
		const [first, again, later] = ['d1', 'd1', 'd2'].map(
			(id) => read(body, { 'webhook-id': id }).notices[0]?.id,
		);
		expect(again).toBe(first);
		expect(later).not.toBe(first);
		const signed = (t: number) => read(body, { 'Webhook-Signature': `t=${t},v1=00` }).notices[0];
		expect(signed(1795343250)?.occurredAt).toBe('2026-11-22T10:27:30.000Z');
		expect(signed(1795343251)?.id).not.toBe(signed(1795343250)?.id);
	});
});

describe('an event of Luma', () => {
	it('that is created is live', () => {
		expect(readExample('event.created').notices).toMatchObject([
			{ type: 'event.site_live', event: { id: 'evt-Xq2PmN8rT4vWz1A', name: 'Test Conf' } },
		]);
	});

	it.each(['event.created-private', 'event.canceled'])('%s tells nobody', (name) => {
		expect(readExample(name)).toMatchObject({ notices: [], ignored: [{ reason: 'not_needed' }] });
	});
});

it.each([
	['calendar.person.subscribed', 'not_needed'],
	['guest.invented', 'unknown_event'],
	['__proto__', 'unknown_event'],
	[undefined, 'unknown_event'],
])('%s is ignored, with the reason', (type, reason) => {
	expect(read({ type, data: {} })).toMatchObject({ notices: [], ignored: [{ reason }] });
});
