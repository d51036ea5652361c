import { aiko, ken, notices, now, order, plan, registration } from './fixtures/registration';
import type { Notice } from './notice';

const HOUR = 3_600_000;

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

	it('names the order, by which the person is found at the ticketing platform', () => {
		const given = registration({
			attendee: aiko,
			order: { id: 'o-1', payment: 'paid' },
			test: true,
		});
		expect(plan([given]).leftOut[0]?.orderId).toBe('o-1');
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
		const { messages, leftOut } = plan([given], { switches });
		expect(messages).toMatchObject([{ automation: 'buyer.registration_confirmed' }]);
		expect(leftOut).toMatchObject([
			{
				reason: 'switched_off',
				automation: 'attendee.registration_confirmed',
				message: expect.stringContaining('gets the buyer’s message instead.'),
				who: { name: 'Aiko Tanaka', phone: '…5678' },
			},
		]);
	});

	it('is not named where the trigger that is off would have had nothing to say', () => {
		const given = registration({ buyer: aiko, attendee: aiko, ticket: { id: 't1' } });
		const switches = { event: { 'buyer.registration_confirmed': false } };
		expect(plan([given], { switches })).toMatchObject({
			messages: [{ automation: 'attendee.registration_confirmed' }],
			leftOut: [],
		});
	});

	it('for want of an order number, because a repeat could not be told from a new one', () => {
		const given = registration({ attendee: aiko, order: undefined });
		expect(plan([given]).leftOut).toMatchObject([{ reason: 'id_missing' }]);
	});
});
