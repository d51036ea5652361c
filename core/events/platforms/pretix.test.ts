import fc from 'fast-check';
import { exampleBody } from '../../../examples/read-example';
import { PlatformDouble, type ApiAnswers } from '../fixtures/platform-api';
import { SeenTable } from '../fixtures/seen-table';
import type { Notice } from '../notice';
import { planMessages } from '../plan-messages';
import type { ReadingOptions } from './platform';
import { pretix } from './pretix';

const EVENT = 'organizers/acmecorp/events/democon/';

/** The API with one order in this state. */
const answersWith = (order: string, more: ApiAnswers = {}): ApiAnswers => {
	const { code } = exampleBody(`pretix/api/${order}`) as { code: string };
	return {
		[EVENT]: 'pretix/api/event',
		[`${EVENT}orders/${code}/?include_canceled_positions=true`]: `pretix/api/${order}`,
		[`${EVENT}items/`]: 'pretix/api/items',
		[`${EVENT}questions/`]: 'pretix/api/questions',
		...more,
	};
};

async function read(
	webhook: string,
	order: string,
	{ more, options }: { more?: ApiAnswers; options?: ReadingOptions } = {},
) {
	const double = new PlatformDouble(pretix, answersWith(order, more));
	const { code } = exampleBody(`pretix/api/${order}`) as { code: string };
	const body = { ...(exampleBody(`pretix/${webhook}`) as object), code };
	const received = await double.call(body, { options });
	if (!received.ok) throw new Error(received.message);
	return { ...received, asked: double.asked };
}

const notice = async (...given: Parameters<typeof read>): Promise<Notice> => {
	const { notices } = await read(...given);
	expect(notices).toHaveLength(1);
	return notices[0] as Notice;
};

describe('a webhook of pretix', () => {
	const rawBody = Buffer.from('{}');
	const basic = (pair: string) => ({
		Authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
	});
	const verify = (headers: Record<string, string>, query: Record<string, unknown> = {}) =>
		pretix.verify({ rawBody, headers, query, secret: 's3:cret', now: 0 });

	it.each([
		['the password of its address', basic('whatsapp:s3:cret'), {}],
		['user and password', basic('s3:cret'), {}],
		['the end of its address', {}, { secret: 's3:cret' }],
	])('is believed with the secret in %s', (_where, headers, query) => {
		expect(verify(headers as Record<string, string>, query)).toEqual({ ok: true });
	});

	it.each([
		['another password', basic('whatsapp:other'), 'signature_mismatch'],
		['the secret as user', basic('s3:cret:x'), 'signature_mismatch'],
		['no pair', basic('secret'), 'signature_missing'],
		['nothing', {}, 'signature_missing'],
		['no base64', { Authorization: 'Basic ***' }, 'signature_missing'],
	])('is refused with %s', (_what, headers, reason) => {
		expect(verify(headers as Record<string, string>)).toMatchObject({ ok: false, reason });
	});
});

describe('an order of pretix', () => {
	it('that is paid is a registration, with what the API says', async () => {
		expect(await notice('order.paid', 'order-paid')).toMatchObject({
			source: 'pretix',
			type: 'registration.completed',
			occurredAt: '2026-11-22T09:05:00.000Z',
			version: '2026-11-22T09:05:00.000Z',
			event: {
				id: 'acmecorp/democon',
				name: 'デモカンファレンス',
				startsAt: '2026-12-01T10:00:00+01:00',
				endsAt: '2026-12-02T18:00:00+01:00',
				timeZone: 'Europe/Berlin',
				venue: 'Congress Centre, Main Street 1, Berlin',
			},
			order: { id: 'ABC23', payment: 'paid', tickets: [{ id: '23442', name: 'チケット' }] },
			buyer: { name: 'Aiko Tanaka', firstName: 'Aiko', phone: '+819012345678' },
			locale: 'ja',
			test: false,
		});
	});

	it.each([
		['order-paid', 'paid'],
		['order-free', 'free'],
		['order-unpaid', 'unpaid'],
	])('%s is %s', async (order, payment) => {
		expect((await notice('order.placed', order)).order?.payment).toBe(payment);
	});

	it('that may be paid after the event counts as paid, as pretix counts it', async () => {
		const order = { ...(exampleBody('pretix/api/order-unpaid') as object), valid_if_pending: true };
		const path = `${EVENT}orders/ABC23/?include_canceled_positions=true`;
		const trusted = await notice('order.placed', 'order-unpaid', { more: { [path]: order } });
		expect(trusted.order?.payment).toBe('paid');
	});

	it('whose attendee is the buyer is one person, who gets one message', async () => {
		const { notices } = await read('order.paid', 'order-paid');
		const now = Date.parse('2026-11-22T13:00:00Z');
		const plan = planMessages(notices, { now, defaultCountry: 'JP' });
		expect(plan.leftOut).toEqual([]);
		expect(plan.messages).toMatchObject([
			{
				automation: 'attendee.registration_confirmed',
				to: '+819012345678',
				language: 'ja',
				variables: { first_name: 'Aiko', ticket_name: 'チケット' },
				missingVariables: [],
			},
		]);
	});

	it('of several tickets names each holder with their own phone, and no T-shirt', async () => {
		const { order, buyer } = await notice('order.paid', 'order-two-tickets');
		expect(buyer).toEqual({
			name: 'Mika Mori',
			firstName: 'Mika',
			email: 'mika@example.com',
			phone: '+817011112222',
		});
		expect(order?.tickets).toEqual([
			{
				id: '23450',
				name: 'Ticket – Early Bird',
				url: 'https://pretix.eu/acmecorp/democon/order/DEF45/k24fiuwvu8kxz3y1/',
				attendee: buyer,
			},
			{
				id: '23451',
				name: 'Ticket – Early Bird',
				attendee: {
					name: 'Ryo Abe',
					firstName: 'Ryo',
					email: 'ryo@example.com',
					phone: '+81 70-3333-4444',
				},
			},
		]);
	});

	it('in test mode says so', async () => {
		expect((await notice('order.paid', 'order-test')).test).toBe(true);
	});

	it('of one date of a series has that date’s name and start', async () => {
		const order = exampleBody('pretix/api/order-paid') as { positions: object[] };
		const ofDate = {
			...order,
			positions: order.positions.map((one) => ({ ...one, subevent: 77 })),
		};
		const { event } = await notice('order.paid', 'order-paid', {
			more: {
				[EVENT]: 'pretix/api/event-series',
				[`${EVENT}subevents/77/`]: 'pretix/api/subevent',
				[`${EVENT}orders/ABC23/?include_canceled_positions=true`]: ofDate,
			},
		});
		expect(event).toMatchObject({
			name: 'Demo Conference, Day 2',
			startsAt: '2026-12-02T10:00:00+01:00',
			timeZone: 'Europe/Berlin',
		});
	});

	it.each([
		['waits for approval', 'order.placed', 'order-awaiting-approval', 'not_complete'],
		['was cancelled since', 'order.paid', 'order-cancelled', 'not_needed'],
		['has expired', 'order.placed', 'order-expired', 'not_needed'],
	])('that %s registers nobody', async (_what, webhook, order, reason) => {
		expect(await read(webhook, order)).toMatchObject({ notices: [], ignored: [{ reason }] });
	});
});

describe('the phone', () => {
	const withAnswers = (answers: object[]) => {
		const order = exampleBody('pretix/api/order-reassigned') as { positions: object[] };
		return {
			[`${EVENT}orders/ABC23/?include_canceled_positions=true`]: {
				...order,
				positions: order.positions.map((position) => ({ ...position, answers })),
			},
			[`${EVENT}questions/`]: {
				results: [
					{ id: 1, question: { en: 'Emergency phone', de: 'Notfallnummer' }, type: 'S' },
					{ id: 2, question: { en: 'Your mobile', de: 'Handynummer' }, type: 'S' },
				],
			},
		};
	};
	const answers = [
		{ question: 1, answer: '+49 111 11111', question_identifier: 'EMERG' },
		{ question: 2, answer: '+49 222 22222', question_identifier: 'MOBILE' },
	];
	const phone = async (phoneQuestion?: string) => {
		const more = withAnswers(answers);
		const options = { phoneQuestion };
		const { order } = await notice('order.modified', 'order-reassigned', { more, options });
		return order?.tickets?.[0]?.attendee?.phone;
	};

	it('is the answer to the first question that asks for one', async () => {
		expect(await phone()).toBe('+49 111 11111');
	});

	it.each(['Your mobile', 'handynummer', 'MOBILE'])(
		'is the answer to the question the organiser calls "%s"',
		async (wording) => {
			expect(await phone(wording)).toBe('+49 222 22222');
		},
	);
});

describe('what is cancelled', () => {
	it('one ticket, and not its order', async () => {
		const { notices } = await read('order.changed.cancel', 'order-one-ticket-cancelled');
		expect(notices).toMatchObject([
			{ type: 'ticket.updated', order: { tickets: [{ id: '23450' }] } },
			{
				type: 'ticket.cancelled',
				order: { id: 'DEF45' },
				ticket: { id: '23451' },
				attendee: { firstName: 'Ryo', phone: '+81 70-3333-4444' },
			},
		]);
		expect(notices[1]?.order?.tickets).toBeUndefined();
		expect(new Set(notices.map(({ id }) => id)).size).toBe(2);
	});

	it('is told only by the webhook of a cancellation, not by later changes', async () => {
		const { notices } = await read('order.modified', 'order-one-ticket-cancelled');
		expect(notices.map(({ type }) => type)).toEqual(['ticket.updated']);
	});

	it.each([
		['order-cancelled', ['23442']],
		['order-cancelled-for-a-fee', ['23450', '23451']],
	])('the order: %s', async (order, ids) => {
		const { type, order: told } = await notice('order.canceled', order);
		expect(type).toBe('order.cancelled');
		expect(told?.tickets?.map(({ id }) => id)).toEqual(ids);
		expect(told?.tickets?.every(({ attendee }) => attendee !== undefined)).toBe(true);
	});

	it('the order, where a change has left none of its tickets', async () => {
		const { type } = await notice('order.changed.cancel', 'order-cancelled-for-a-fee');
		expect(type).toBe('order.cancelled');
	});

	it('an application: the buyer hears of it, the attendees never heard of it', async () => {
		const { buyer, order } = await notice('order.denied', 'order-denied');
		expect(buyer?.phone).toBe('+819012345678');
		expect(order?.tickets?.map(({ attendee }) => attendee)).toEqual([undefined, undefined]);
	});

	it('nothing: an order that expired unpaid, and one that is valid again', async () => {
		expect(await read('order.expired', 'order-expired')).toMatchObject({ notices: [] });
		expect(await read('order.canceled', 'order-paid')).toMatchObject({ notices: [] });
		expect(await read('order.modified', 'order-cancelled')).toMatchObject({ notices: [] });
	});
});

describe('the shop', () => {
	const live = async (more: ApiAnswers = {}) => {
		const received = await new PlatformDouble(pretix, {
			[EVENT]: 'pretix/api/event',
			...more,
		}).call('pretix/live.activated');
		return received.ok ? received.notices : [];
	};

	it('taken live is the website', async () => {
		expect(await live()).toMatchObject([
			{ type: 'event.site_live', event: { id: 'acmecorp/democon', name: 'Demo Conference' } },
		]);
	});

	it('that is offline again by now is not', async () => {
		expect(
			await live({ [EVENT]: { ...(exampleBody('pretix/api/event') as object), live: false } }),
		).toEqual([]);
	});
});

it('a ticket goes A → B → A → B in three messages', async () => {
	const table = new SeenTable();
	const tell = async (webhook: string, order: string, minute: number) => {
		const last_modified = `2026-11-22T11:0${minute}:00+01:00`;
		const path = `${EVENT}orders/ABC23/?include_canceled_positions=true`;
		const answer = { ...(exampleBody(`pretix/api/${order}`) as object), last_modified };
		const double = new PlatformDouble(pretix, answersWith(order, { [path]: answer }));
		const body = exampleBody(`pretix/${webhook}`) as object;
		const received = await double.call({ ...body, notification_id: minute });
		const notices = received.ok ? received.notices : [];
		const result = table.tell(notices);
		return result.notices.map(({ type, attendee, version }) => [type, attendee?.phone, version]);
	};
	await tell('order.placed', 'order-unpaid', 0);
	const [paid] = await tell('order.paid', 'order-paid', 1);
	expect(paid?.[0]).toBe('registration.completed');
	const told = [
		...(await tell('order.modified', 'order-reassigned', 2)),
		...(await tell('order.contact.changed', 'order-paid', 3)),
		...(await tell('order.modified', 'order-reassigned', 4)),
		...(await tell('order.modified', 'order-reassigned', 5)),
	];
	expect(told).toEqual([
		['ticket.reassigned', '+81 80-9876-5432', '1'],
		['ticket.reassigned', '+819012345678', '2'],
		['ticket.reassigned', '+81 80-9876-5432', '3'],
	]);
});

describe('asking pretix', () => {
	const call = (answers: ApiAnswers, webhook: string | object = 'pretix/order.paid') => {
		const double = new PlatformDouble(pretix, answers);
		return double.call(webhook).then((received) => ({ received, asked: double.asked }));
	};

	it('takes two rounds at most, and none for what nobody is told of', async () => {
		const { asked } = await call(answersWith('order-two-tickets'), {
			...(exampleBody('pretix/order.paid') as object),
			code: 'DEF45',
		});
		expect(asked).toHaveLength(4);
		const other = { organizer: 'a', event: 'b', code: 'C', action: 'pretix.event.checkin' };
		expect((await call({}, other)).asked).toEqual([]);
	});

	it('without products and questions still registers', async () => {
		const refused = { [EVENT]: 403, [`${EVENT}items/`]: 403, [`${EVENT}questions/`]: 403 };
		const { received } = await call(answersWith('order-paid', refused));
		expect(received).toMatchObject({ ok: true, notices: [{ event: { id: 'acmecorp/democon' } }] });
	});

	it('for a product beyond the first page asks for it by itself', async () => {
		const { received } = await call(
			answersWith('order-paid', {
				[`${EVENT}items/`]: { results: [] },
				[`${EVENT}items/1345/`]: { id: 1345, name: { en: 'Late Ticket' }, admission: true },
			}),
		);
		expect(received).toMatchObject({
			notices: [{ order: { tickets: [{ name: 'Late Ticket' }] } }],
		});
	});

	it('for a deleted test order leaves it at that, so that pretix does not try for three days', async () => {
		const { received } = await call({ [EVENT]: 'pretix/api/event' });
		expect(received).toMatchObject({ ok: true, notices: [], ignored: [{ reason: 'not_needed' }] });
	});

	it.each([
		['a wrong address', {}, 502],
		['a token without rights', { ...answersWith('order-paid'), [EVENT]: 403, ...order(403) }, 502],
		['an API that is down', { ...answersWith('order-paid'), ...order(503) }, 502],
		['products that do not come', { ...answersWith('order-paid'), [`${EVENT}items/`]: 500 }, 502],
	])('with %s is answered so that pretix delivers again', async (_what, answers, status) => {
		expect((await call(answers)).received).toMatchObject({ ok: false, status });
	});

	it.each([
		{ organizer: '..', event: 'democon' },
		{ organizer: 'a/../../..', event: 'democon' },
		{ organizer: 'a', event: 'https://evil.example' },
		{ organizer: 'a', event: 'b', code: '../../x' },
		{ organizer: 'a', event: 'b', code: 'X?y=' },
	])('never follows %j', async (names) => {
		const { asked, received } = await call({}, { action: 'pretix.event.order.paid', ...names });
		expect(asked).toEqual([]);
		expect(received).toMatchObject({ ok: true, notices: [] });
	});

	function order(status: number): ApiAnswers {
		return { [`${EVENT}orders/ABC23/?include_canceled_positions=true`]: status };
	}
});

describe('a tampered webhook', () => {
	it('never throws, whatever body and API say', async () => {
		const actions = fc.constantFrom(
			'pretix.event.order.paid',
			'pretix.event.order.modified',
			'pretix.event.order.changed.cancel',
			'pretix.event.order.canceled',
			'pretix.event.live.activated',
		);
		await fc.assert(
			fc.asyncProperty(actions, fc.jsonValue(), fc.jsonValue(), async (action, one, other) => {
				const path = `${EVENT}orders/ABC23/?include_canceled_positions=true`;
				const answers = {
					[EVENT]: one as object,
					[path]: {
						status: 'p',
						positions: [other, { answers: [other], id: one }],
						...(one as object),
					},
					[`${EVENT}items/`]: { results: other },
					[`${EVENT}questions/`]: { results: [other] },
				};
				const double = new PlatformDouble(pretix, answers);
				const body = { organizer: 'acmecorp', event: 'democon', code: 'ABC23', action };
				const received = await double.call(body);
				expect(typeof received.ok).toBe('boolean');
			}),
			{ numRuns: 300 },
		);
	});

	it('that is cut off is answered 400', async () => {
		const { receiveEvent } = await import('../receive-event');
		const received = await receiveEvent(
			{ platform: pretix, secret: 's' },
			{
				rawBody: Buffer.from('{"action":"pretix.event.order.pa'),
				headers: {},
				query: { secret: 's' },
				receivedAt: '2026-11-22T13:00:00Z',
			},
		);
		expect(received).toMatchObject({ ok: false, status: 400 });
	});
});
