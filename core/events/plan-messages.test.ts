import { exampleBody, receivedAt } from '../../examples/read-example';
import type { Notice, NoticeTicket, Person } from './notice';
import { planMessages } from './plan-messages';
import type { PlanOptions } from './planned-message';
import { platformById, type RequestQuery } from './platforms/index';
import { readNotice } from './read-notice';

const now = Date.parse(receivedAt);
const HOUR = 3_600_000;

function notices(name: string, query: RequestQuery = {}): Notice[] {
	const [platform = '', file = ''] = name.split('/');
	const headers = { 'X-Webhook-Name': file.split('-')[0] };
	return platformById(platform)!.read({ headers, query, body: exampleBody(name), receivedAt })
		.notices;
}

const plan = (given: Notice[], options: Partial<PlanOptions> = {}) =>
	planMessages(given, { now, ...options });

const aiko: Person = {
	name: 'Aiko Tanaka',
	firstName: 'Aiko',
	email: 'aiko@x.io',
	phone: '+81 90-1234-5678',
};
const ken: Person = {
	name: 'Ken Sato',
	firstName: 'Ken',
	email: 'ken@x.io',
	phone: '+81 80-9876-5432',
};

/** A registration in the event's own words; tests change what they are about. */
const registration = (parts: Partial<Notice> = {}): Notice => ({
	id: 'n1',
	source: 'test',
	type: 'registration.completed',
	occurredAt: receivedAt,
	event: {
		id: 'conf',
		name: 'Test Conf',
		startsAt: '2026-12-01T00:00:00Z',
		timeZone: 'Asia/Tokyo',
		venue: 'Tokyo Forum',
	},
	order: { id: 'o1', payment: 'paid' },
	test: false,
	...parts,
});

const order = (...tickets: NoticeTicket[]) => ({ id: 'o1', payment: 'paid' as const, tickets });

describe('a registration', () => {
	it('of a buyer who attends is one message, the attendee’s', () => {
		const { messages, leftOut } = plan(notices('tito/ticket.completed'));
		expect(leftOut).toEqual([]);
		expect(messages).toEqual([
			{
				automation: 'attendee.registration_confirmed',
				audience: 'attendee',
				to: '+81 90-1234-5678',
				toName: 'Aiko Tanaka',
				template: 'attendee_registration_confirmation',
				language: 'en',
				languages: ['en'],
				variables: {
					first_name: 'Aiko',
					event_name: 'Test Conf',
					event_date: 'Tuesday, December 1, 2026',
					ticket_name: 'Early Bird',
					order_id: '12454475',
					ticket_path: 'example/test-conf/tickets/ti_dbFC7zPGM4jkgWA1jpVfGOw',
				},
				missingVariables: ['venue'],
				deliveryKey: 'example/test-conf:registration_confirmed:12454475:1',
				notice: {
					id: expect.stringMatching(/^tito:/),
					source: 'tito',
					type: 'registration.completed',
					occurredAt: '2026-11-22T10:27:39.000Z',
					event: expect.objectContaining({ id: 'example/test-conf', name: 'Test Conf' }),
					orderId: '12454475',
					payment: 'free',
					ticketId: 'ti_dbFC7zPGM4jkgWA1jpVfGOw',
				},
			},
		]);
	});

	it('of a buyer and another attendee is a message to each', () => {
		const given = registration({ buyer: aiko, attendee: ken, ticket: { id: 't1', name: 'VIP' } });
		expect(plan([given]).messages).toMatchObject([
			{
				automation: 'attendee.registration_confirmed',
				to: ken.phone,
				variables: { first_name: 'Ken', ticket_name: 'VIP' },
			},
			{
				automation: 'buyer.registration_confirmed',
				to: aiko.phone,
				variables: {
					first_name: 'Aiko',
					ticket_count: '1',
					attendee_names: 'Ken Sato',
					order_id: 'o1',
				},
			},
		]);
	});

	it('compares phones, not how they are written', () => {
		const sameAiko = { ...aiko, phone: '090-1234-5678', email: 'work@x.io' };
		const given = registration({ buyer: aiko, attendee: sameAiko, ticket: { id: 't1' } });
		expect(plan([given], { defaultCountry: 'JP' }).messages).toHaveLength(1);
	});

	it('knows the buyer by the e-mail address where the platform gives the buyer no phone', () => {
		const { phone: _phone, ...buyer } = aiko;
		const given = registration({ buyer, attendee: aiko, ticket: { id: 't1' } });
		expect(plan([given])).toMatchObject({ messages: [{ audience: 'attendee' }], leftOut: [] });
	});

	it('of four tickets with one phone number is one message with count and names', () => {
		const people = ['Aiko', 'Ken', 'Mari', 'Ryo'].map((name) => ({ name, phone: aiko.phone }));
		const tickets = people.map((attendee, index) => ({ id: `t${index}`, name: 'VIP', attendee }));
		const { messages, leftOut } = plan([registration({ buyer: aiko, order: order(...tickets) })]);
		expect(leftOut).toEqual([]);
		expect(messages).toMatchObject([
			{
				automation: 'buyer.registration_confirmed',
				toName: 'Aiko Tanaka',
				variables: { ticket_count: '4', attendee_names: 'Aiko, Ken, Mari, and Ryo' },
			},
		]);
	});

	it('of four tickets without holders is one message to the buyer', () => {
		expect(plan(notices('zoho-backstage/order-four-tickets'))).toMatchObject({
			messages: [
				{
					automation: 'buyer.registration_confirmed',
					variables: {
						ticket_count: '4',
						attendee_names: 'Aiko Tanaka',
						order_id: '2431000000412002',
					},
				},
			],
			leftOut: [],
		});
	});

	it('of four places in one line of the order is one message with the count', () => {
		expect(plan(notices('generic/registration-four-tickets'))).toMatchObject({
			messages: [
				{
					automation: 'buyer.registration_confirmed',
					variables: { ticket_count: '4', attendee_names: 'Aiko Tanaka' },
				},
			],
			leftOut: [],
		});
	});

	it('of several holders on one phone takes the buyer’s template even where nobody is the buyer', () => {
		const tickets = [aiko, { ...ken, phone: aiko.phone }].map((attendee, id) => ({
			id: `${id}`,
			attendee,
		}));
		expect(plan([registration({ order: order(...tickets) })]).messages).toMatchObject([
			{
				automation: 'buyer.registration_confirmed',
				to: aiko.phone,
				variables: { ticket_count: '2' },
			},
		]);
	});

	it('captured from a ticketing server is the attendee’s message', () => {
		expect(plan(notices('generic/registration'))).toMatchObject({
			messages: [
				{
					automation: 'attendee.registration_confirmed',
					to: '+81 90-1234-5678',
					variables: { first_name: 'Aiko Tanaka', ticket_path: 't/E2D4D6D096' },
					missingVariables: ['event_date', 'venue'],
					deliveryKey: '86aad:registration_confirmed:E2D4D6D096:1',
				},
			],
			leftOut: [],
		});
	});
});

describe('an order reported by several hooks', () => {
	const ofOrder = registration({
		id: 'a',
		buyer: aiko,
		order: order({ name: 'VIP' }, { name: 'VIP' }),
	});
	const ofTickets = [aiko, ken].map((attendee, index) =>
		registration({
			id: `t${index}`,
			attendee,
			ticket: { id: `t${index}`, name: 'VIP' },
			buyer: { email: aiko.email },
		}),
	);

	it('in one call counts each ticket once', () => {
		for (const given of [
			[ofOrder, ...ofTickets],
			[...ofTickets, ofOrder],
		]) {
			const { messages, leftOut } = plan(given);
			expect(leftOut).toEqual([]);
			expect(messages).toHaveLength(2);
			expect(messages.find(({ to }) => to === aiko.phone)?.variables).toMatchObject({
				ticket_count: '2',
				attendee_names: 'Aiko Tanaka and Ken Sato',
			});
			expect(messages.find(({ to }) => to === ken.phone)?.audience).toBe('attendee');
		}
	});

	it('in separate calls has one delivery key per order, so that the sender drops the repeat', () => {
		const keys = [ofOrder, ...ofTickets]
			.flatMap((notice) => plan([notice]).messages)
			.map((message) => message.deliveryKey);
		expect(new Set(keys)).toEqual(new Set(['conf:registration_confirmed:o1:1']));
	});

	it('sent five times at once is one message', () => {
		const five = Array.from({ length: 5 }, () => notices('tito/ticket.completed')).flat();
		expect(plan(five).messages).toHaveLength(1);
	});
});

describe('what is left out whole', () => {
	it.each([
		['test_order', notices('tito/ticket.completed-test-order'), {}],
		['not_paid', notices('tito/registration.finished-unpaid'), {}],
		['not_paid', notices('generic/registration-unpaid'), {}],
		['not_paid', notices('zoho-backstage/order-to-be-paid'), {}],
		[
			'payment_unknown',
			notices('zoho-backstage/order'),
			{ whenPaymentUnknown: 'leave_out' as const },
		],
		['too_old', notices('tito/ticket.completed'), { now: now + 72 * HOUR }],
		[
			'event_over',
			notices('tito/ticket.completed'),
			{ now: Date.parse('2026-12-05'), maxAgeHours: 1e6 },
		],
		['no_consent', [registration({ attendee: aiko, consent: false })], {}],
		['no_automation', [registration({ type: 'sponsor.confirmed', sponsor: aiko })], {}],
		['person_missing', [registration()], {}],
		['person_missing', notices('zoho-backstage/order', { action: 'microsite.published' }), {}],
	])('%s, in a sentence an organiser understands', (reason, given, options) => {
		const { messages, leftOut } = plan(given, options);
		expect(messages).toEqual([]);
		expect(leftOut).toMatchObject([{ reason, noticeId: given[0]?.id }]);
		expect(leftOut[0]?.message).toMatch(/^[A-Z].*\.$/);
		expect(leftOut[0]?.whatToDo).toMatch(/^[A-Z].*\.$/);
	});

	it('may still be asked for', () => {
		const test = notices('tito/ticket.completed-test-order');
		expect(plan(test, { includeTest: true }).messages).toHaveLength(1);
		expect(plan(notices('zoho-backstage/order')).messages).toHaveLength(1);
		const old = { now: now + 72 * HOUR, maxAgeHours: 96 };
		expect(plan(notices('tito/ticket.completed'), old).messages).toHaveLength(1);
	});

	it('names the person with the phone masked to its last four digits', () => {
		const { leftOut } = plan([registration({ attendee: aiko, test: true })]);
		expect(leftOut[0]?.who).toEqual({ name: 'Aiko Tanaka', phone: '…5678' });
	});
});

describe('an event', () => {
	const lasting = (event: Notice['event'], at: string) =>
		plan([registration({ attendee: aiko, event: { id: 'conf', ...event } })], {
			now: Date.parse(at),
			maxAgeHours: 1e6,
		}).messages.length;

	it('is not over on its last day anywhere on Earth', () => {
		const days = { startsAt: '2026-12-01', endsAt: '2026-12-02' };
		expect(lasting(days, '2026-12-03T11:00:00Z')).toBe(1);
		expect(lasting(days, '2026-12-03T13:00:00Z')).toBe(0);
	});

	it('without an end is taken to last a day', () => {
		expect(lasting({ startsAt: '2026-12-01T09:00:00+09:00' }, '2026-12-01T23:00:00Z')).toBe(1);
		expect(lasting({ startsAt: '2026-12-01T09:00:00+09:00' }, '2026-12-02T01:00:00Z')).toBe(0);
	});

	it('without any date is never over', () => {
		expect(lasting({}, '2030-01-01T00:00:00Z')).toBe(1);
	});
});

describe('one person left out', () => {
	it('for want of a phone does not keep the others from their messages', () => {
		const { phone: _phone, ...noPhone } = ken;
		const tickets = [
			{ id: 't1', attendee: aiko },
			{ id: 't2', attendee: noPhone },
		];
		const { messages, leftOut } = plan([registration({ buyer: aiko, order: order(...tickets) })]);
		expect(messages).toMatchObject([{ audience: 'buyer', variables: { ticket_count: '2' } }]);
		expect(leftOut).toMatchObject([
			{
				reason: 'phone_missing',
				audience: 'attendee',
				automation: 'attendee.registration_confirmed',
				who: { name: 'Ken Sato' },
			},
		]);
	});

	it('whose trigger is switched off, for the portal or the event, is named', () => {
		const given = registration({ attendee: aiko, ticket: { id: 't1' } });
		const off = { 'attendee.registration_confirmed': false };
		for (const switches of [
			{ portal: off },
			{ event: off },
			{ portal: off, event: { 'attendee.registration_confirmed': true } },
		]) {
			expect(plan([given], { switches })).toMatchObject({
				messages: [],
				leftOut: [{ reason: 'switched_off', automation: 'attendee.registration_confirmed' }],
			});
		}
	});

	it('is told by the other trigger where the better one is switched off', () => {
		const given = registration({ buyer: aiko, attendee: aiko, ticket: { id: 't1' } });
		const switches = { event: { 'attendee.registration_confirmed': false } };
		expect(plan([given], { switches }).messages).toMatchObject([
			{ automation: 'buyer.registration_confirmed' },
		]);
	});

	it('for want of an order number, because a repeat could not be told from a new one', () => {
		const given = registration({ attendee: aiko, order: undefined });
		expect(plan([given]).leftOut).toMatchObject([{ reason: 'id_missing' }]);
	});
});

describe('a ticket that changes hands', () => {
	it('is a message to the new holder alone, and another one each time', () => {
		const [given] = notices('tito/ticket.reassigned');
		const { messages } = plan([given!]);
		expect(messages).toMatchObject([
			{
				automation: 'attendee.ticket_reassigned',
				to: '+81 80-9876-5432',
				variables: { first_name: 'Ken' },
				deliveryKey:
					'example/test-conf:ticket_reassigned:ti_dbFC7zPGM4jkgWA1jpVfGOw:2026-11-22T11%3A02%3A10.000Z',
			},
		]);
		const again = plan([{ ...given!, version: '2026-11-22T12:00:00.000Z' }]).messages;
		expect(again[0]?.deliveryKey).not.toBe(messages[0]?.deliveryKey);
	});

	it('in Backstage too', () => {
		const given = notices('zoho-backstage/attendee', { action: 'attendee.reassigned' });
		expect(plan(given)).toMatchObject({ messages: [{ to: '+81 80-9876-5432' }], leftOut: [] });
	});
});

describe('a cancellation', () => {
	const cancelled = (parts: Partial<Notice>) => registration({ type: 'order.cancelled', ...parts });
	const tickets = [
		{ id: 't1', attendee: aiko },
		{ id: 't2', attendee: ken },
	];

	it('of an order is told to the buyer and to every holder, once each', () => {
		expect(plan([cancelled({ buyer: aiko, order: order(...tickets) })]).messages).toMatchObject([
			{
				automation: 'buyer.order_cancelled',
				to: aiko.phone,
				deliveryKey: 'conf:order_cancelled:o1:1',
			},
			{
				automation: 'attendee.order_cancelled',
				to: ken.phone,
				deliveryKey: 'conf:order_cancelled:t2:1',
			},
		]);
	});

	it('of an order and of its ticket in the same call is one message to the holder', () => {
		const ofTicket = cancelled({
			id: 'n2',
			type: 'ticket.cancelled',
			attendee: ken,
			ticket: { id: 't2' },
		});
		const { messages } = plan([cancelled({ buyer: aiko, order: order(...tickets) }), ofTicket]);
		expect(messages.map(({ to }) => to)).toEqual([aiko.phone, ken.phone]);
	});

	it('of one ticket is not told to the buyer', () => {
		const given = cancelled({
			type: 'ticket.cancelled',
			buyer: aiko,
			attendee: ken,
			ticket: { id: 't2' },
		});
		expect(plan([given]).messages).toMatchObject([
			{ automation: 'attendee.order_cancelled', to: ken.phone },
		]);
	});

	it('of an unpaid order is told all the same', () => {
		const given = cancelled({ buyer: aiko, order: { id: 'o1', payment: 'unpaid' } });
		expect(plan([given]).messages).toHaveLength(1);
	});
});

describe('speakers and sponsors', () => {
	it('a speaker added to a session learns where and when, in their own language', () => {
		const notice = readNotice(exampleBody('generic/notice'), receivedAt)!;
		expect(plan([notice]).messages).toMatchObject([
			{
				automation: 'speaker.added_to_session',
				language: 'ja',
				languages: ['ja', 'en'],
				variables: {
					first_name: 'Mari',
					session_title: 'Opening',
					session_date: '2026年12月1日火曜日 10:30',
					session_room: 'Hall A',
				},
				missingVariables: [],
				deliveryKey: 'test-conf:speaker_added:s-1/sp-9:7',
			},
		]);
	});

	it.each([
		[
			'session.speaker_removed',
			'speaker.removed_from_session',
			{ speaker: aiko, session: { id: 's1', title: 'Opening' } },
		],
		['event.site_live', 'sponsor.welcomed', { sponsor: { ...aiko, company: 'Acme' } }],
		['sponsor.proposal_denied', 'sponsor.proposal_denied', { sponsor: aiko }],
		['sponsor.proposal_received', 'sponsor.proposal_acknowledged', { sponsor: aiko }],
	] as const)('%s is told by %s', (type, automation, parts) => {
		expect(plan([registration({ type, ...parts })]).messages).toMatchObject([
			{ automation, to: aiko.phone },
		]);
	});

	it('an address of a sponsor never stands in the delivery key', () => {
		const [message] = plan([
			registration({ type: 'sponsor.proposal_denied', sponsor: aiko }),
		]).messages;
		expect(message?.deliveryKey).toMatch(/^conf:proposal_denied:[0-9a-f]{32}:1$/);
	});
});

describe('event details', () => {
	it('fill in what the platform does not say, and nothing else', () => {
		const event = {
			name: 'My name for it',
			startsAt: '2026-12-01T10:00',
			venue: 'Tokyo Forum',
			url: '',
		};
		const [message] = plan(notices('generic/registration'), { event }).messages;
		expect(message).toMatchObject({
			variables: {
				event_name: 'Test Conf',
				event_date: 'Tuesday, December 1, 2026 at 10:00 AM',
				venue: 'Tokyo Forum',
			},
			missingVariables: [],
		});
	});

	it('of another event are left alone', () => {
		const [message] = plan(notices('generic/registration'), {
			event: { id: 'other', venue: 'Osaka' },
		}).messages;
		expect(message?.missingVariables).toContain('venue');
	});
});

describe('the template', () => {
	const given = registration({
		attendee: { ...aiko, locale: 'ja-JP' },
		ticket: { id: 't1' },
		locale: 'fr',
	});

	it('is looked for in the person’s language, then the report’s, then the chosen one', () => {
		expect(plan([given], { language: 'de' }).messages[0]?.languages).toEqual([
			'ja_JP',
			'ja',
			'fr',
			'de',
			'en',
		]);
	});

	it('is taken in a language it exists in', () => {
		const options = { language: 'de', languages: ['en_US', 'ja', 'de'] };
		expect(plan([given], options).messages[0]).toMatchObject({
			language: 'ja',
			languages: ['ja', 'de', 'en_US'],
		});
	});

	it('may have another name', () => {
		const templates = { 'attendee.registration_confirmed': 'welcome_v2' };
		expect(plan([given], { templates }).messages[0]?.template).toBe('welcome_v2');
	});
});

it('nothing planned carries the platform’s own body', () => {
	expect(JSON.stringify(plan(notices('tito/registration.completed')))).not.toContain('admin_url');
});
