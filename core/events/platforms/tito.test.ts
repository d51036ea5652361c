import { createHmac } from 'node:crypto';
import { exampleBody, receivedAt } from '../../../examples/read-example';
import { tito } from './tito';

const read = (trigger: string | undefined, body: unknown) =>
	tito.read({ headers: { 'X-Webhook-Name': trigger }, body, receivedAt });

const readExample = (name: string) => {
	const trigger = name.split('-')[0];
	return read(trigger, exampleBody(`tito/${name}`));
};

describe('a webhook of Tito', () => {
	const rawBody = Buffer.from('{"_type":"ticket"}');
	const signature = createHmac('sha256', 'token').update(rawBody).digest('base64');

	it('is believed when the raw body is signed with the security token', () => {
		const headers = { 'tito-signature': signature };
		expect(tito.verify({ rawBody, headers, secret: 'token', now: 0 })).toEqual({ ok: true });
	});

	it.each([
		['secret_missing', { 'Tito-Signature': signature }, ''],
		['secret_missing', { 'Tito-Signature': signature }, undefined],
		['signature_missing', {}, 'token'],
		['signature_malformed', { 'Tito-Signature': 'abc' }, 'token'],
		['signature_mismatch', { 'Tito-Signature': signature }, 'another'],
	])('is refused with %s', (reason, headers, secret) => {
		expect(tito.verify({ rawBody, headers, secret, now: 0 })).toMatchObject({ ok: false, reason });
	});
});

describe('a ticket of Tito', () => {
	it('completed is a registration of its holder', () => {
		const { notices, ignored } = readExample('ticket.completed');
		expect(ignored).toEqual([]);
		expect(notices).toMatchObject([
			{
				source: 'tito',
				type: 'registration.completed',
				occurredAt: '2026-11-22T10:27:39.000Z',
				event: {
					id: 'example/test-conf',
					name: 'Test Conf',
					startsAt: '2026-12-01',
					endsAt: '2026-12-02',
				},
				order: { id: '12454475', payment: 'free' },
				ticket: { id: 'ti_dbFC7zPGM4jkgWA1jpVfGOw', name: 'Early Bird' },
				attendee: { firstName: 'Aiko', name: 'Aiko Tanaka', phone: '+81 90-1234-5678' },
				buyer: { name: 'Aiko Tanaka', email: 'aiko@example.com' },
				test: false,
			},
		]);
	});

	it('created but not complete is left for later', () => {
		expect(readExample('ticket.created-incomplete')).toMatchObject({
			notices: [],
			ignored: [{ reason: 'not_complete' }],
		});
	});

	it('of an event in test mode says so', () => {
		expect(readExample('ticket.completed-test-order').notices).toMatchObject([{ test: true }]);
	});

	it('reassigned names the new holder, and carries the change stamp', () => {
		expect(readExample('ticket.reassigned').notices).toMatchObject([
			{
				type: 'ticket.reassigned',
				version: '2026-11-22T11:02:10.000Z',
				attendee: { firstName: 'Ken' },
			},
		]);
	});

	it('updated is a state: only beside what was seen last it is news', () => {
		const body = exampleBody('tito/ticket.reassigned');
		expect(read('ticket.updated', body).notices).toMatchObject([
			{
				type: 'ticket.updated',
				attendee: { firstName: 'Ken' },
				ticket: { id: expect.any(String) },
			},
		]);
	});

	it.each([
		[[{ slug: 'newsletter' }], true],
		[[], undefined],
		[undefined, undefined],
		['newsletter', undefined],
	])('with the opt-ins %j has the consent %j', (opt_ins, consent) => {
		const body = { ...(exampleBody('tito/ticket.completed') as object), opt_ins };
		expect(read('ticket.completed', body).notices[0]?.consent).toBe(consent);
		const registration = { id: 1, tickets: [{ slug: 't', opt_ins }] };
		expect(read('registration.completed', registration).notices[0]?.consent).toBe(consent);
	});

	it('voided is cancelled', () => {
		expect(readExample('ticket.voided').notices).toMatchObject([{ type: 'ticket.cancelled' }]);
	});
});

describe('a registration of Tito', () => {
	it('completed carries the buyer’s phone, language and every ticket', () => {
		expect(readExample('registration.completed').notices).toMatchObject([
			{
				type: 'registration.completed',
				locale: 'ja',
				buyer: { name: 'Mika Mori', phone: '+81 70-1111-2222' },
				order: {
					id: '12454480',
					payment: 'paid',
					tickets: [
						{ name: 'Early Bird', attendee: { name: 'Mika Mori' } },
						{ name: 'Early Bird', attendee: { name: 'Ryo Abe' } },
					],
				},
			},
		]);
	});

	it('by invoice is unpaid', () => {
		expect(readExample('registration.finished-unpaid').notices).toMatchObject([
			{ order: { payment: 'unpaid' } },
		]);
	});

	it('cancelled is a cancelled order', () => {
		expect(readExample('registration.cancelled').notices).toMatchObject([
			{ type: 'order.cancelled' },
		]);
	});
});

describe('what nobody is told about', () => {
	it.each([
		['registration.updated', {}, 'not_needed'],
		['checkin.created', {}, 'not_needed'],
		['ticket.invented', {}, 'unknown_event'],
		['toString', {}, 'unknown_event'],
		[undefined, {}, 'unknown_event'],
		['ticket.completed', [], 'not_an_object'],
		['ticket.completed', null, 'not_an_object'],
	])('%s is ignored, with the reason', (trigger, body, reason) => {
		expect(read(trigger, body)).toMatchObject({ notices: [], ignored: [{ reason }] });
	});
});

describe('a retry', () => {
	it('gives the notice the same id, a change another one', () => {
		const [first] = readExample('ticket.completed').notices;
		expect(readExample('ticket.completed').notices[0]?.id).toBe(first?.id);
		const changed = {
			...(exampleBody('tito/ticket.completed') as object),
			updated_at: '2026-11-23',
		};
		expect(read('ticket.completed', changed).notices[0]?.id).not.toBe(first?.id);
	});
});
