import fc from 'fast-check';
import { exampleBody, receivedAt } from '../../../examples/read-example';
import { PlatformDouble, type ApiAnswers } from '../fixtures/platform-api';
import { SeenTable } from '../fixtures/seen-table';
import { planMessages } from '../plan-messages';
import { eventbrite } from './eventbrite';
import type { ReadingOptions } from './platform';

const EVENT = 'events/65100000001/';
const ORDER_PATH = 'orders/1689365701/?expand=event%2Cevent.venue%2Cattendees%2Canswers';
const ATTENDEE_PATH = `${EVENT}attendees/2360209833/?expand=event%2Cevent.venue%2Corder%2Corder.attendees%2Canswers`;

/** The API answers one thing, whatever the webhook is about. */
const answersWith = (answer: string | object): ApiAnswers => {
	const given = typeof answer === 'string' ? `eventbrite/api/${answer}` : answer;
	return { [ORDER_PATH]: given, [ATTENDEE_PATH]: given, [`${EVENT}?expand=venue`]: given };
};

async function read(webhook: string, answer: string | object, options?: ReadingOptions) {
	const double = new PlatformDouble(eventbrite, answersWith(answer));
	const received = await double.call(`eventbrite/${webhook}`, { options });
	if (!received.ok) throw new Error(received.message);
	return received;
}

describe('an order of Eventbrite', () => {
	it('that is placed is a registration, with what the API says', async () => {
		expect((await read('order.placed', 'order-placed')).notices).toMatchObject([
			{
				source: 'eventbrite',
				type: 'registration.completed',
				occurredAt: '2026-11-22T10:00:00.000Z',
				event: {
					id: '65100000001',
					name: 'Test Conf',
					startsAt: '2026-12-01T01:00:00Z',
					endsAt: '2026-12-02T09:00:00Z',
					timeZone: 'Asia/Tokyo',
					venue: 'Tokyo Hall',
					url: 'https://www.eventbrite.com/e/test-conf-tickets-65100000001',
				},
				order: {
					id: '1689365701',
					payment: 'paid',
					tickets: [
						{
							id: '2360209833',
							name: 'General Admission',
							attendee: { firstName: 'Aiko', phone: '+81 90-1234-5678' },
						},
					],
				},
				buyer: { name: 'Aiko Tanaka', firstName: 'Aiko', email: 'aiko@example.com' },
				locale: 'ja_JP',
				test: false,
			},
		]);
	});

	it.each([
		['order-free', 'free'],
		['order-placed', 'paid'],
		['order-pending', 'unpaid'],
	])('%s is %s', async (order, payment) => {
		const { notices } = await read('order.placed', order);
		expect(notices).toMatchObject([{ type: 'registration.completed', order: { payment } }]);
	});

	it('whose attendee is the buyer is one person, who gets one message', async () => {
		const { notices } = await read('order.placed', 'order-placed');
		const plan = planMessages(notices, { now: Date.parse(receivedAt) });
		expect(plan).toMatchObject({
			leftOut: [],
			messages: [{ automation: 'attendee.registration_confirmed', language: 'ja_JP' }],
		});
	});

	it('of several tickets reaches each holder at their own phone', async () => {
		const { notices } = await read('order.placed', 'order-two-tickets');
		expect(notices[0]?.order?.tickets?.map(({ attendee }) => attendee?.phone)).toEqual([
			'+81 90-1234-5678',
			'+81 80-9876-5432',
		]);
	});

	it.each(['order-refunded', 'order-abandoned'])(
		'that is %s by now registers nobody',
		async (order) => {
			expect(await read('order.placed', order)).toMatchObject({
				notices: [],
				ignored: [{ reason: 'not_needed' }],
			});
		},
	);

	it('that is cancelled tells everybody who held a ticket', async () => {
		for (const webhook of ['order.refunded', 'order.updated']) {
			const { notices } = await read(webhook, 'order-refunded');
			expect(notices).toMatchObject([
				{
					type: 'order.cancelled',
					order: { tickets: [{ id: '2360209833' }, { id: '2360209834' }] },
				},
			]);
		}
	});

	it('that is refunded in part tells that attendee only', async () => {
		const { notices } = await read('order.refunded', 'order-partly-refunded');
		expect(notices).toMatchObject([
			{
				type: 'ticket.cancelled',
				occurredAt: '2026-11-22T11:30:00.000Z',
				ticket: { id: '2360209834' },
				attendee: { firstName: 'Ken' },
			},
		]);
		expect(notices[0]?.order).toEqual({ id: '1689365701' });
		expect(await read('order.refunded', 'order-placed')).toMatchObject({ notices: [] });
	});
});

describe('an attendee of Eventbrite', () => {
	it.each([
		['attendee', 'ticket.updated'],
		['attendee-checked-in', 'ticket.updated'],
		['attendee-cancelled', 'ticket.cancelled'],
	])('%s is %s', async (answer, type) => {
		expect((await read('attendee.updated', answer)).notices).toMatchObject([
			{
				type,
				event: { id: '65100000001', name: 'Test Conf' },
				order: { id: '1689365701' },
				ticket: { id: '2360209833' },
				attendee: { name: 'Aiko Tanaka' },
				buyer: { email: 'aiko@example.com' },
			},
		]);
	});

	it('whose whole order is cancelled says what its order says: nobody is told twice', async () => {
		const attendee = exampleBody('eventbrite/api/attendee-cancelled') as { order: object };
		const order = exampleBody('eventbrite/api/order-refunded') as { event: object };
		const withOrder = (more: object) => ({ ...attendee, order: { ...attendee.order, ...more } });
		const { event: _event, ...expanded } = order;
		const { notices } = await read('attendee.updated', withOrder(expanded));
		const [ofOrder] = (await read('order.refunded', 'order-refunded')).notices;
		expect(notices).toEqual([{ ...ofOrder, id: notices[0]?.id, raw: notices[0]?.raw }]);
		expect((await read('attendee.updated', withOrder({ status: 'refunded' }))).notices).toEqual([]);
	});

	it('has the phone of the form, unless a question is named', async () => {
		const attendee = {
			...(exampleBody('eventbrite/api/attendee') as object),
			answers: [
				{ question: 'Emergency phone', answer: '+81 1-1111-1111', question_id: '1' },
				{ question: 'Your WhatsApp', answer: '+81 2-2222-2222', question_id: '2' },
				{ question: 'Address', answer: { city: 'Tokyo' }, question_id: '3' },
			],
		};
		const phone = async (phoneQuestion?: string) =>
			(await read('attendee.updated', attendee, { phoneQuestion })).notices[0]?.attendee?.phone;
		expect(await phone()).toBe('+81 90-1234-5678');
		expect(await phone('your whatsapp')).toBe('+81 2-2222-2222');
		expect(await phone('not asked')).toBe('+81 90-1234-5678');
	});
});

describe('beside what was seen last', () => {
	it('a ticket goes A → B → A → B in three messages, though each webhook has the same body', async () => {
		const table = new SeenTable();
		const tell = async (webhook: string, answer: string, minute: number) => {
			const changed = `2026-11-22T11:0${minute}:00Z`;
			const now = { ...(exampleBody(`eventbrite/api/${answer}`) as object), changed };
			const { notices } = table.tell((await read(webhook, now)).notices);
			return notices.map(({ type, attendee, version }) => [type, attendee?.firstName, version]);
		};
		await tell('order.placed', 'order-placed', 0);
		expect(await tell('attendee.updated', 'attendee', 1)).toEqual([]);
		expect(await tell('attendee.updated', 'attendee-checked-in', 2)).toEqual([]);
		const told = [
			...(await tell('attendee.updated', 'attendee-reassigned', 3)),
			...(await tell('attendee.updated', 'attendee', 4)),
			...(await tell('attendee.updated', 'attendee-reassigned', 5)),
			...(await tell('attendee.updated', 'attendee-reassigned', 5)).slice(1),
		];
		expect(told).toEqual([
			['ticket.reassigned', 'Ken', '1'],
			['ticket.reassigned', 'Aiko', '2'],
			['ticket.reassigned', 'Ken', '3'],
		]);
	});

	it('an order that is paid later is told then, once', async () => {
		const table = new SeenTable();
		const tell = async (webhook: string, answer: string) =>
			table.tell((await read(webhook, answer)).notices).notices;
		expect(await tell('order.placed', 'order-pending')).toMatchObject([
			{ order: { payment: 'unpaid' } },
		]);
		expect(await tell('order.updated', 'order-placed')).toMatchObject([
			{ type: 'registration.completed', order: { payment: 'paid' } },
		]);
		expect(await tell('attendee.updated', 'attendee')).toEqual([]);
	});
});

describe('an event of Eventbrite', () => {
	it('that is published is the website', async () => {
		const { notices } = await read('event.published', 'event');
		expect(notices).toMatchObject([{ type: 'event.site_live', event: { id: '65100000001' } }]);
		expect(notices[0]).not.toHaveProperty('buyer');
	});

	it('that is a draft again is not', async () => {
		expect((await read('event.published', 'event-draft')).notices).toEqual([]);
	});
});

describe('what nobody is told about', () => {
	it.each([
		['test', 'not_needed'],
		['barcode.checked_in', 'not_needed'],
		['attendee.checked_in', 'not_needed'],
		['event.updated', 'not_needed'],
		['invented', 'unknown_event'],
		['toString', 'unknown_event'],
	])('%s is ignored as %s, and nothing is asked', async (action, reason) => {
		const double = new PlatformDouble(eventbrite, {});
		const api_url = 'https://www.eventbriteapi.com/v3/orders/1/';
		const received = await double.call({ api_url, config: { action } });
		expect(received).toMatchObject({ ok: true, notices: [], ignored: [{ reason }] });
		expect(double.asked).toEqual([]);
	});

	it('is the button Test', async () => {
		const received = await new PlatformDouble(eventbrite, {}).call('eventbrite/test-ping');
		expect(received).toMatchObject({ ok: true, ignored: [{ reason: 'not_needed' }] });
	});
});

describe('the address in a webhook', () => {
	const call = async (api_url: unknown) => {
		const double = new PlatformDouble(eventbrite, {});
		const config = { action: 'order.placed' };
		const received = await double.call({ api_url, config });
		return { received, asked: double.asked };
	};

	it.each([
		'https://evil.example/v3/orders/1/',
		'https://www.eventbriteapi.com.evil.example/v3/orders/1/',
		'https://www.eventbriteapi.com@evil.example/v3/orders/1/',
		'http://www.eventbriteapi.com/v3/orders/1/',
		'https://www.eventbriteapi.com/v3/../other/',
		'http://169.254.169.254/latest/meta-data/',
	])('%s is refused, and not asked', async (address) => {
		const { asked, received } = await call(address);
		expect(received).toMatchObject({ ok: false, status: 400 });
		expect(asked).toEqual([]);
	});

	it.each([undefined, 7, '', 'orders/1/', '{api-endpoint-to-fetch-object-details}'])(
		'%j is none',
		async (address) => {
			const { asked, received } = await call(address);
			expect(received).toMatchObject({ ok: true, notices: [] });
			expect(asked).toEqual([]);
		},
	);

	it('that gives no answer is tried again by Eventbrite', async () => {
		const { received } = await call('https://www.eventbriteapi.com/v3/orders/1/');
		expect(received).toMatchObject({ ok: false, status: 502 });
	});

	it('never makes anything throw, whatever stands there', async () => {
		const webhooks = fc.constantFrom('order.placed', 'order.refunded', 'attendee.updated');
		await fc.assert(
			fc.asyncProperty(webhooks, fc.jsonValue(), fc.jsonValue(), async (webhook, one, other) => {
				const answer = { attendees: [other, { profile: one, answers: [other] }], order: other };
				const now = { ...answer, ...(one as object) };
				const double = new PlatformDouble(eventbrite, answersWith(now));
				expect(typeof (await double.call(`eventbrite/${webhook}`)).ok).toBe('boolean');
			}),
			{ numRuns: 300 },
		);
	});
});
