import { exampleBody, receivedAt } from '../../examples/read-example';
import { readNotice } from './read-notice';
import { aiko, ken, notices, order, plan, registration } from './fixtures/registration';
import type { Notice } from './notice';

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
