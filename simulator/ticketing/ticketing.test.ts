import { createHmac } from 'node:crypto';
import { startSimulator, type Simulator } from '../index.ts';
import { call } from '../testing/caller.ts';
import { startReceiver, type Receiver } from '../testing/receiver.ts';

let simulator: Simulator;
let receiver: Receiver;
beforeEach(async () => {
	[simulator, receiver] = await Promise.all([
		startSimulator({ settings: { ticketing: { retryMs: [10, 10] } } }),
		startReceiver(),
	]);
});
afterEach(async () => {
	await simulator.close();
	await receiver.close();
});

const aiko = {
	firstName: 'Aiko',
	lastName: 'Tanaka',
	email: 'aiko@example.com',
	phone: '+81 90-1234-5678',
};
const ken = { firstName: 'Ken', lastName: 'Ito', email: 'ken@example.com', phone: '+819087654321' };
const register = (platform: string, more: object = {}) =>
	call(simulator, 'POST', `/sim/ticketing/${platform}/register`, {
		buyer: aiko,
		target: receiver.url,
		secret: 's3cret',
		...more,
	});

describe('Tito', () => {
	it('sends one signed ticket.completed per ticket', async () => {
		const tickets = [
			{ ...aiko, ticketName: 'Early Bird' },
			{ ...ken, phone: '', ticketName: 'VIP' },
		];
		const answer = await register('tito', { tickets });
		expect(answer.json['calls']).toHaveLength(2);
		const calls = await receiver.received(2);
		for (const one of calls) {
			expect(one.headers['x-webhook-name']).toBe('ticket.completed');
			expect(one.headers['tito-signature']).toBe(
				createHmac('sha256', 's3cret').update(one.raw).digest('base64'),
			);
		}
		const [first, second] = calls
			.map(({ raw }) => JSON.parse(raw))
			.sort((one, other) => one.reference.localeCompare(other.reference));
		// The fields of Tito's own sample: teamtito/api-docs, data/3.1/tickets/webhook_payload.json.
		expect(first).toMatchObject({
			_type: 'ticket',
			id: expect.any(Number),
			test_mode: false,
			name: 'Aiko Tanaka',
			first_name: 'Aiko',
			last_name: 'Tanaka',
			email: 'aiko@example.com',
			phone_number: '+81 90-1234-5678',
			reference: expect.stringMatching(/^\w{4}-1$/),
			slug: expect.stringMatching(/^ti_/),
			state_name: 'complete',
			updated_at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/),
			release_title: 'Early Bird',
			registration_id: Number(answer.json['order']),
			responses: {},
			answers: [],
			opt_ins: [],
			registration: {
				name: 'Aiko Tanaka',
				email: 'aiko@example.com',
				total: '180.0',
				receipt: { paid: true },
			},
			event: {
				title: 'Test Conf',
				slug: 'test-conf',
				account_slug: 'test-conf',
				start_date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
			},
		});
		expect(second).toMatchObject({ first_name: 'Ken', phone_number: null });
	});

	it('marks tests, leaves unpaid ones incomplete, and can sign wrongly', async () => {
		await register('tito', { test: true, paid: false, badSignature: true });
		const [one] = await receiver.received(1);
		expect(JSON.parse(one?.raw ?? '')).toMatchObject({
			test_mode: true,
			state_name: 'incomplete',
		});
		expect(one?.headers['tito-signature']).not.toBe(
			createHmac('sha256', 's3cret')
				.update(one?.raw ?? '')
				.digest('base64'),
		);
	});
});

describe('Zoho Backstage', () => {
	it('sends the order with its secret in the address', async () => {
		const tickets = [aiko, ken].map((one) => ({ ...one, ticketName: 'VIP' }));
		const answer = await register('zoho-backstage', { tickets });
		const [one] = await receiver.received(1);
		expect(new URL(one?.path ?? '', 'http://x').searchParams.get('secret')).toBe('s3cret');
		const order = JSON.parse(one?.raw ?? '');
		expect(order).toMatchObject({
			eventOrder_id: answer.json['order'],
			eventOrder_orderBy: 'aiko@example.com',
			buyer_details: [
				{
					formEntries: {
						purchaser_first_name: 'Aiko',
						purchaser_last_name: 'Tanaka',
						purchaser_email: 'aiko@example.com',
						purchaser_mobile_no: '+81 90-1234-5678',
					},
				},
			],
			orderTickets: [{ ticketName: 'VIP' }, { ticketName: 'VIP' }],
			orderCost_grandTotal: 200,
		});
	});

	it('can have its secret in a header', async () => {
		await call(simulator, 'PUT', '/sim/ticketing/zoho-backstage', {
			target: receiver.url,
			secret: 'other',
			secretIn: 'header',
			secretHeader: 'X-Zoho-Secret',
		});
		await register('zoho-backstage', { target: undefined, secret: undefined });
		const [one] = await receiver.received(1);
		expect(one?.path).toBe('/hook');
		expect(one?.headers['x-zoho-secret']).toBe('other');
	});

	it('sends the attendees as well when asked to', async () => {
		await register('zoho-backstage', { tickets: [aiko, ken], attendees: true });
		const calls = await receiver.received(3);
		const attendees = calls.map(({ raw }) => JSON.parse(raw)).filter((one) => one.attendee);
		expect(attendees).toHaveLength(2);
		expect(attendees[0]).toEqual({
			attendee: {
				id: expect.any(String),
				event: 'test-conf',
				orderId: expect.any(String),
				ticketId: expect.any(String),
				ticketClass: expect.any(String),
				emailId: expect.any(String),
				purchasedBy: 'aiko@example.com',
			},
			customFormData: [
				{
					formEntries: {
						first_name: expect.any(String),
						last_name: expect.any(String),
						mobile_no: expect.any(String),
					},
				},
			],
		});
	});
});

describe('any ticketing server', () => {
	it('says when it happened, with its secret in a header', async () => {
		await register('generic', { occurredAt: '2026-11-22T10:27:39.480Z' });
		const [one] = await receiver.received(1);
		expect(one?.headers['x-webhook-secret']).toBe('s3cret');
		expect(JSON.parse(one?.raw ?? '')).toMatchObject({
			type: 'registration.completed',
			occurredAt: '2026-11-22T10:27:39.480Z',
			buyer: { name: 'Aiko Tanaka', email: 'aiko@example.com', phone: '+81 90-1234-5678' },
		});
	});
});

describe('a registration', () => {
	it('repeats the same bytes when asked to, and when not answered 2xx', async () => {
		receiver.statuses = [200, 500, 200];
		await register('generic', { repeat: 3 });
		const calls = await receiver.received(4);
		expect(new Set(calls.map(({ raw }) => raw)).size).toBe(1);
		const { json } = await call(simulator, 'GET', '/sim/ticketing');
		expect((json['log'] as unknown[]).length).toBeGreaterThanOrEqual(3);
	});

	it('goes to the address that was set', async () => {
		const body = { target: receiver.url, secret: 'kept' };
		const { json } = await call(simulator, 'PUT', '/sim/ticketing/tito', body);
		expect(json['platforms']).toContainEqual(
			expect.objectContaining({
				id: 'tito',
				name: 'Tito',
				arrival: 'webhook',
				target: receiver.url,
				secretSet: true,
				targets: [{ id: expect.any(String), target: receiver.url, secretSet: true }],
			}),
		);
		await register('tito', { target: undefined });
		expect((await receiver.received(1))[0]?.path).toBe('/hook');
	});

	it('says what is missing', async () => {
		const sentence = async (platform: string, more: object) =>
			(await register(platform, more)).json['error'];
		expect(await sentence('tito', { target: undefined })).toMatch(/No target is set for Tito/);
		expect(await sentence('billetto', {})).toMatch(/no platform called billetto/);
		expect(await sentence('tito', { buyer: undefined })).toMatch(/buyer/);
		expect(await sentence('tito', { occurredAt: 'yesterday' })).toMatch(/ISO 8601/);
	});

	it('reports an address where nobody is', async () => {
		const answer = await register('tito', { target: 'http://127.0.0.1:9/' });
		expect(answer.json['calls']).toEqual([
			expect.objectContaining({ status: 0, error: expect.any(String) }),
		]);
	});
});
