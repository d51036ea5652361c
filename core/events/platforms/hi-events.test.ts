import { exampleBody, receivedAt } from '../../../examples/read-example';
import { plan } from '../fixtures/registration';
import { hiEvents } from './hi-events';

const read = (body: unknown, phoneQuestion?: string) =>
	hiEvents.read({ body, receivedAt, options: { phoneQuestion } });

const readExample = (name: string) => read(exampleBody(`hi-events/${name}`));

const changed = (name: string, change: Record<string, unknown>) => {
	const body = exampleBody(`hi-events/${name}`) as { payload: object };
	return { ...body, payload: { ...body.payload, ...change } };
};

describe('an order of Hi.Events', () => {
	it('names buyer, attendees, tickets, money and the number people know it by', () => {
		expect(readExample('order.created').notices).toMatchObject([
			{
				source: 'hi-events',
				type: 'registration.completed',
				occurredAt: '2026-11-22T10:27:39.000Z',
				event: { id: '3' },
				order: {
					id: '4711',
					number: 'O-7KQ2MXA',
					payment: 'paid',
					tickets: [
						{ id: '9', name: 'Early Bird', attendee: { name: 'Aiko Tanaka' } },
						{ id: '10', attendee: { phone: '+81 80-9876-5432', locale: 'ja' } },
					],
				},
				buyer: { name: 'Aiko Tanaka', email: 'aiko@example.com', phone: '+81 90-1234-5678' },
				locale: 'ja',
				test: false,
			},
		]);
	});

	it.each([
		['order.created-one-ticket', 'free'],
		['order.created-to-be-paid', 'unpaid'],
		['order.marked_as_paid', 'paid'],
	])('%s is %s', (name, payment) => {
		expect(readExample(name).notices).toMatchObject([
			{ type: 'registration.completed', order: { payment } },
		]);
	});

	it.each(['RESERVED', 'ABANDONED', 'CANCELLED', undefined])(
		'that is %s is no registration',
		(status) => {
			expect(read(changed('order.created', { status }))).toMatchObject({
				notices: [],
				ignored: [{ reason: 'not_complete' }],
			});
		},
	);

	it('and its attendee’s own report give everybody one message', () => {
		const reports = ['attendee.created', 'order.created'].map(readExample);
		const messages = reports.flatMap(({ notices }) => plan(notices).messages);
		const toKen = messages.filter(({ toName }) => toName === 'Ken Sato');
		// The sender ends the key with the number, and sends each key once.
		expect(toKen.map(({ deliveryKey }) => deliveryKey)).toEqual([
			'3:registration_confirmed:4711:1',
			'3:registration_confirmed:4711:1',
		]);
		expect(plan(reports.flatMap(({ notices }) => notices)).messages).toHaveLength(2);
	});

	it('of somebody who buys one ticket for themselves is one message, with the order’s number', () => {
		const { messages } = plan(readExample('order.created-one-ticket').notices);
		expect(messages).toMatchObject([
			{ audience: 'attendee', variables: { order_id: 'O-7KQ2MXA' }, language: 'ja' },
		]);
	});

	it('that waits for money reaches nobody, nor do its attendees', () => {
		for (const name of ['order.created-to-be-paid', 'attendee.created-to-be-paid']) {
			const { messages, leftOut } = plan(readExample(name).notices);
			expect([messages, leftOut[0]?.reason]).toEqual([[], 'not_paid']);
		}
	});

	it('cancelled reaches attendees and buyer', () => {
		const [notice] = readExample('order.cancelled').notices;
		expect(notice?.type).toBe('order.cancelled');
		const { messages } = plan([notice!]);
		expect(messages.map(({ automation }) => automation)).toEqual([
			'buyer.order_cancelled',
			'attendee.order_cancelled',
		]);
	});

	it('refunded is no cancellation, unless it is cancelled, too', () => {
		expect(readExample('order.refunded')).toMatchObject({
			notices: [],
			ignored: [{ reason: 'not_needed', message: expect.stringContaining('tickets stay valid') }],
		});
		const [cancelled, refunded] = ['order.cancelled', 'order.refunded-and-cancelled'].map((name) =>
			plan(readExample(name).notices).messages.map(({ deliveryKey }) => deliveryKey),
		);
		expect(refunded).toEqual(cancelled);
	});
});

describe('an attendee of Hi.Events', () => {
	it('belongs to the order, and carries the phone that was asked for', () => {
		expect(readExample('attendee.created').notices).toMatchObject([
			{
				type: 'registration.completed',
				event: { id: '3' },
				order: { id: '4711' },
				ticket: { id: '10' },
				attendee: { name: 'Ken Sato', phone: '+81 80-9876-5432', locale: 'ja' },
			},
		]);
	});

	it('updated is a state, cancelled is one ticket and not the order', () => {
		expect(readExample('attendee.updated').notices).toMatchObject([
			{ type: 'ticket.updated', ticket: { id: '9' }, attendee: { firstName: 'Ryo' } },
		]);
		const { notices } = readExample('attendee.cancelled');
		expect(notices).toMatchObject([{ type: 'ticket.cancelled', ticket: { id: '10' } }]);
		expect(plan(notices).messages).toMatchObject([
			{ automation: 'attendee.order_cancelled', toName: 'Ken Sato' },
		]);
	});

	it('that is cancelled is not updated', () => {
		expect(read(changed('attendee.updated', { status: 'CANCELLED' })).notices).toEqual([]);
	});
});

describe('the phone', () => {
	const question = (title: string, answer: unknown, question_type = 'SINGLE_LINE_TEXT') => ({
		title,
		answer,
		question_type,
	});

	it.each<[string, unknown, string | undefined, string | undefined]>([
		['of the type Phone', [question('Call me', '+1', 'PHONE')], undefined, '+1'],
		[
			'that its wording asks for',
			[question('Handynummer', '+49 170 1234567')],
			undefined,
			'+49 170 1234567',
		],
		[
			'the organiser named',
			[question('Phone', '+1', 'PHONE'), question('Reach me', '+2')],
			'reach me',
			'+2',
		],
		['in a list with gaps', { 1: question('Phone', '+1', 'PHONE') }, undefined, '+1'],
		['that was not answered', [question('Phone', null, 'PHONE')], undefined, undefined],
		['that is no text', [question('Phone', ['+1'], 'PHONE')], undefined, undefined],
	])('is the answer to the question %s', (_case, question_answers, named, phone) => {
		const [notice] = read(changed('attendee.created', { question_answers }), named).notices;
		expect(notice?.attendee?.phone).toBe(phone);
	});
});

describe('an event of Hi.Events', () => {
	it('that is live says so, in its own time zone', () => {
		expect(readExample('event.updated').notices).toMatchObject([
			{
				type: 'event.site_live',
				event: {
					id: '3',
					name: 'Test Conf',
					startsAt: '2026-12-01T01:00:00.000Z',
					timeZone: 'Asia/Tokyo',
					venue: 'Tokyo Forum',
				},
			},
		]);
	});

	it('that is not live is nothing', () => {
		expect(readExample('event.updated-draft').ignored).toMatchObject([{ reason: 'not_needed' }]);
	});
});

it.each([
	['checkin.created', 'not_needed'],
	['product.updated', 'not_needed'],
	['order.updated', 'not_needed'],
	['event.archived', 'not_needed'],
	['order.invented', 'unknown_event'],
	['toString', 'unknown_event'],
	[undefined, 'unknown_event'],
])('%s is ignored, with the reason', (event_type, reason) => {
	expect(read({ event_type, payload: {} })).toMatchObject({ notices: [], ignored: [{ reason }] });
});

it('a retry is the same notice, a later change another one', () => {
	const body = exampleBody('hi-events/attendee.updated') as object;
	const ids = [body, body, { ...body, event_sent_at: '2026-11-22T12:00:00Z' }].map(
		(given) => read(given).notices[0]?.id,
	);
	expect(ids[1]).toBe(ids[0]);
	expect(ids[2]).not.toBe(ids[0]);
});
