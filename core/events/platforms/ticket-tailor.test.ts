import { exampleBody, receivedAt } from '../../../examples/read-example';
import { plan } from '../fixtures/registration';
import { ticketTailor } from './ticket-tailor';

const read = (body: unknown, phoneQuestion?: string) =>
	ticketTailor.read({ body, receivedAt, options: { phoneQuestion } });

const readExample = (name: string) => read(exampleBody(`ticket-tailor/${name}`));

const changed = (name: string, change: Record<string, unknown>) => {
	const body = exampleBody(`ticket-tailor/${name}`) as { payload: object };
	return { ...body, payload: { ...body.payload, ...change } };
};

describe('an order of Ticket Tailor', () => {
	it('names event, buyer, holders with their phones, and consent', () => {
		expect(readExample('order.created').notices).toMatchObject([
			{
				source: 'ticket-tailor',
				type: 'registration.completed',
				occurredAt: '2026-11-22T10:27:39.000Z',
				event: {
					id: 'ev_40980',
					name: 'Test Conf',
					startsAt: '2026-12-01T10:00:00+09:00',
					venue: 'Tokyo Forum',
				},
				order: {
					id: 'or_737352',
					payment: 'paid',
					tickets: [
						{ id: 'it_50198', name: 'Early Bird', attendee: { name: 'Aiko Tanaka' } },
						{ id: 'it_50199', attendee: { phone: '+81 80-9876-5432' } },
					],
				},
				buyer: { firstName: 'Aiko', phone: '+81 90-1234-5678' },
				consent: true,
			},
		]);
	});

	it.each<[unknown, boolean | undefined]>([
		[true, true],
		['true', true],
		[false, false],
		['false', false],
		[null, undefined],
		[undefined, undefined],
		['', undefined],
	])('with the opt-in %j has the consent %j', (marketing_opt_in, consent) => {
		const [notice] = read(changed('order.created', { marketing_opt_in })).notices;
		expect(notice?.consent).toBe(consent);
	});

	it.each([
		['order.created-free', 'free'],
		['order.created-pending', 'unpaid'],
		['order.updated-paid', 'paid'],
	])('%s is %s', (name, payment) => {
		expect(readExample(name).notices).toMatchObject([
			{ type: 'registration.completed', order: { payment } },
		]);
	});

	it('that was changed is no registration, unless money to come has come', () => {
		expect(readExample('order.updated-address').ignored).toMatchObject([{ reason: 'not_needed' }]);
		expect(readExample('order.updated-paid').notices).toMatchObject([{ onlyIfNew: true }]);
		for (const type of ['stripe', 'PayPal', 'square', undefined]) {
			const body = changed('order.updated-paid', { payment_method: { type } });
			expect(read(body).notices).toEqual([]);
		}
	});

	it('cancelled is cancelled, in both spellings', () => {
		expect(readExample('order.updated-cancelled').notices).toMatchObject([
			{ type: 'order.cancelled', order: { tickets: [{ id: 'it_50198' }, { id: 'it_50199' }] } },
		]);
		const canceled = read(changed('order.updated-cancelled', { status: 'canceled' }));
		expect(canceled.notices).toMatchObject([{ type: 'order.cancelled' }]);
		expect(read(changed('order.created', { status: 'canceled' })).notices).toEqual([]);
	});

	it('and its issued tickets are one message for each person', () => {
		const reports = ['order.created', 'issued_ticket.created'].map(readExample);
		const keys = reports.flatMap(({ notices }) =>
			plan(notices)
				.messages.filter(({ toName }) => toName === 'Ken Sato')
				.map(({ deliveryKey }) => deliveryKey),
		);
		expect(new Set(keys).size).toBe(1);
		expect(keys).toHaveLength(2);
	});

	it('with one ticket for the buyer is one message', () => {
		const { messages } = plan(readExample('order.created-free').notices);
		expect(messages).toMatchObject([{ to: '+81 90-1234-5678', consent: false }]);
	});

	it('takes the phone from the question the organiser named', () => {
		const [notice] = read(
			changed('order.created', {
				buyer_details: {
					name: 'Ann',
					phone: '020 7946 0000',
					custom_questions: [{ question: 'WhatsApp', answer: '+44 7700 900123' }],
				},
			}),
			'whatsapp',
		).notices;
		expect(notice?.buyer?.phone).toBe('+44 7700 900123');
	});
});

describe('an issued ticket of Ticket Tailor', () => {
	it('does not say whether its order is paid', () => {
		expect(readExample('issued_ticket.created').notices).toMatchObject([
			{
				type: 'registration.completed',
				order: { id: 'or_737352', payment: 'unknown' },
				ticket: { id: 'it_50199', name: 'Early Bird' },
			},
		]);
		const free = read(changed('issued_ticket.created', { listed_price: 0 }));
		expect(free.notices).toMatchObject([{ order: { payment: 'free' } }]);
	});

	it('updated is a state, at the time of the change', () => {
		expect(readExample('issued_ticket.updated').notices).toMatchObject([
			{
				type: 'ticket.updated',
				occurredAt: '2026-11-22T11:02:10.000Z',
				ticket: { id: 'it_50198' },
				attendee: { name: 'Ryo Abe', phone: '+81 70-5555-6666' },
			},
		]);
	});

	it('voided is one cancelled ticket and no cancelled order', () => {
		const { notices } = readExample('issued_ticket.updated-voided');
		expect(notices).toMatchObject([{ type: 'ticket.cancelled', ticket: { id: 'it_50199' } }]);
		expect(plan(notices).messages.map(({ toName }) => toName)).toEqual(['Ken Sato']);
		const voided = changed('issued_ticket.created', { voided_at: 1795343250 });
		expect(read(voided).ignored).toMatchObject([{ reason: 'not_complete' }]);
	});

	it('delivered again in another envelope is the same notice', () => {
		const body = exampleBody('ticket-tailor/issued_ticket.updated') as object;
		const [first, again] = [body, { ...body, id: 'wh_99', created_at: '2026-11-24 09:00:00' }].map(
			(given) => read(given).notices[0],
		);
		expect(again?.id).toBe(first?.id);
	});
});

describe('an event of Ticket Tailor', () => {
	it('that is published says so', () => {
		expect(readExample('event.updated').notices).toMatchObject([
			{
				type: 'event.site_live',
				event: {
					id: 'ev_40980',
					url: 'https://www.tickettailor.com/events/testconf/40980',
					timeZone: 'Asia/Tokyo',
					venue: 'Tokyo Forum',
				},
			},
		]);
	});

	it('that is a draft is nothing', () => {
		expect(readExample('event.updated-draft').ignored).toMatchObject([{ reason: 'not_needed' }]);
	});
});

it.each([
	['WAITLIST_SIGNUP.CREATED', 'not_needed'],
	['BASKET.EXPIRED', 'not_needed'],
	['EVENT.DELETED', 'not_needed'],
	['ORDER.INVENTED', 'unknown_event'],
	['constructor', 'unknown_event'],
	[undefined, 'unknown_event'],
])('%s is ignored, with the reason', (event, reason) => {
	expect(read({ event, payload: {} })).toMatchObject({ notices: [], ignored: [{ reason }] });
});
