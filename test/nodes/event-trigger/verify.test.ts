import { receivedAt } from '../../../examples/read-example';
import { setDate } from '../../engine/set-date';
import { engineFor, generic, post, postTito, SECRET, signTito } from './desk';

setDate(receivedAt);

const refused = { status: 401, body: { error: 'Unauthorized' }, ran: false };
const registration = generic('registration');

describe('a platform that sends a secret', () => {
	test.each([
		['in the header', { headers: { 'x-webhook-secret': SECRET } }],
		['as a bearer token', { headers: { authorization: `Bearer ${SECRET}` } }],
		['in the address', { headers: {}, query: { secret: SECRET } }],
	])('is taken with the secret %s', async (_, call) => {
		expect(await post(engineFor(), registration, {}, call)).toMatchObject({
			status: 200,
			ran: true,
		});
	});

	test.each([
		['no secret', { headers: {} }],
		['a wrong one in the header', { headers: { 'x-webhook-secret': 'guessed' } }],
		['a wrong one in the address', { headers: {}, query: { secret: 'guessed' } }],
		['an empty one', { headers: { 'x-webhook-secret': '' }, query: { secret: '' } }],
		['a beginning of it', { headers: { 'x-webhook-secret': SECRET.slice(0, -1) } }],
	])('is refused with %s, with a line in the log that tells no secret', async (_, call) => {
		const engine = engineFor();

		expect(await post(engine, registration, {}, call as never)).toMatchObject(refused);
		expect(engine.log.lines).toEqual([
			expect.objectContaining({
				level: 'warn',
				message: expect.stringMatching(
					/^\[Node under test\] A webhook call was refused with 401: /,
				),
			}),
		]);
		for (const private_ of [SECRET, 'guessed', 'Aiko', '1234-5678']) {
			expect(engine.log.text).not.toContain(private_);
		}
	});

	test.each(['', '  ', undefined])(
		'is refused while the credential has no secret (%j)',
		async (secret) => {
			const engine = engineFor(secret);
			engine.credentials.whatsAppEventWebhookApi = { secret: secret as string };

			expect(await post(engine, registration, {}, { headers: {} })).toMatchObject(refused);
			const call = { headers: { 'x-webhook-secret': '' }, query: { secret: '' } };
			expect(await post(engine, registration, {}, call)).toMatchObject(refused);
			expect(engine.log.text).toContain('No secret is set');
		},
	);

	test('of Zoho Backstage is verified the same way', async () => {
		const { exampleBody } = await import('../../../examples/read-example');
		const order = exampleBody('zoho-backstage/order');
		const more = { platform: 'zoho-backstage' };

		expect(await post(engineFor(), order, more, { headers: {} })).toMatchObject(refused);
		const query = { secret: SECRET, action: 'order.create' };
		expect(await post(engineFor(), order, more, { headers: {}, query })).toMatchObject({
			status: 200,
			ran: true,
		});
	});
});

describe('Tito', () => {
	test('is taken with its signature', async () => {
		expect(await postTito(engineFor(), 'ticket.completed')).toMatchObject({
			status: 200,
			ran: true,
		});
	});

	const body = JSON.stringify(registration);
	test.each([
		['no signature', {}],
		['a signature with another token', { 'tito-signature': signTito(body, 'another token') }],
		['the signature of another body', { 'tito-signature': signTito(`${body} `) }],
		['a signature that is none', { 'tito-signature': 'xyz' }],
		['the token itself in a header', { 'x-webhook-secret': SECRET }],
	])('is refused with %s', async (_, headers) => {
		const call = {
			headers: { 'x-webhook-name': 'ticket.completed', ...headers } as Record<string, string>,
		};

		expect(await post(engineFor(), body, { platform: 'tito' }, call)).toMatchObject(refused);
	});

	test('is refused while the credential has no security token', async () => {
		expect(await postTito(engineFor(''), 'ticket.completed')).toMatchObject(refused);
	});
});

describe('a body', () => {
	test.each(['{"name": ', '', 'name=Aiko&phone=1'])(
		'that is no JSON (%j) is answered 400',
		async (body) => {
			expect(await post(engineFor(), body)).toMatchObject({
				status: 400,
				body: { error: 'Bad request' },
				ran: false,
			});
		},
	);

	test('without any report is answered 200, and starts no run', async () => {
		expect(await post(engineFor(), '[]')).toMatchObject({ status: 200, ran: false });
	});

	test.each(['null', '5', '"text"', '{}', '{"notification_type": "listing.viewed"}'])(
		'that is nothing to tell anybody about (%s) is answered 200, and starts no run',
		async (body) => {
			const engine = engineFor();

			expect(await post(engine, body)).toMatchObject({ status: 200, ran: false });
			expect(engine.log.lines).toEqual([expect.objectContaining({ level: 'info' })]);
		},
	);
});
