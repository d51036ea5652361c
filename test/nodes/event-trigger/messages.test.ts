import { exampleBody, receivedAt } from '../../../examples/read-example';
import { setDate } from '../../engine/set-date';
import { engineFor, generic, post, postTito, SECRET } from './desk';

setDate(receivedAt);

test('a registration becomes the message to send: to whom, which template, which values, which key', async () => {
	const { messages, leftOut } = await postTito(
		engineFor(),
		'ticket.completed',
		{},
		{
			event: { venue: 'Tokyo Forum', timeZone: 'Asia/Tokyo' },
		},
	);

	expect(leftOut).toEqual([]);
	expect(messages).toMatchObject([
		{
			automation: 'attendee.registration_confirmed',
			audience: 'attendee',
			to: '+81 90-1234-5678',
			toName: 'Aiko Tanaka',
			template: 'attendee_registration_confirmation',
			language: 'en',
			variables: {
				first_name: 'Aiko',
				event_name: 'Test Conf',
				venue: 'Tokyo Forum',
				ticket_name: 'Early Bird',
			},
			missingVariables: [],
			deliveryKey: 'example/test-conf:registration_confirmed:12454475:1',
		},
	]);
	expect(JSON.stringify(messages)).not.toContain(SECRET);
});

test('the captured body of any ticket server is read as it comes', async () => {
	const { messages } = await post(engineFor(), generic('registration'));

	expect(messages).toMatchObject([
		{
			to: '+81 90-1234-5678',
			variables: { first_name: 'Aiko Tanaka', event_name: 'Test Conf' },
			deliveryKey: '86aad:registration_confirmed:E2D4D6D096:1',
		},
	]);
});

test('four tickets on one phone are one message, with the count and the names', async () => {
	const { messages } = await post(engineFor(), generic('registration-four-tickets'));

	expect(messages).toHaveLength(1);
	expect(messages[0]).toMatchObject({
		automation: 'buyer.registration_confirmed',
		template: 'buyer_registration_confirmation',
		variables: { ticket_count: '4', attendee_names: 'Aiko Tanaka' },
	});
});

test('four tickets of Backstage bought with one phone are one message', async () => {
	const query = { secret: SECRET, action: 'order.create' };
	const { messages } = await post(
		engineFor(),
		exampleBody('zoho-backstage/order-four-tickets'),
		{ platform: 'zoho-backstage', event: { name: 'Test Conf' } },
		{ headers: {}, query },
	);

	expect(messages).toMatchObject([
		{
			automation: 'buyer.registration_confirmed',
			variables: { ticket_count: '4', event_name: 'Test Conf' },
		},
	]);
});

/** A ticket server that names the holder of each ticket, besides who bought it. */
const named = (...holders: Array<[name: string, phone: string]>) =>
	generic('registration', {
		tickets: holders.map(([name, phone], index) => ({
			listing_name: 'Test Conf',
			listing_slug: '86aad',
			quantity: 1,
			ticket_token: `TOKEN${index}`,
			holder: { name, phone },
		})),
	});

const mapping = {
	fields: [
		{ field: 'tickets.id', path: 'ticket_token' },
		{ field: 'tickets.attendee.name', path: 'holder.name' },
		{ field: 'tickets.attendee.phone', path: 'holder.phone' },
		{ field: 'attendee.name', path: 'nobody' },
		{ field: 'attendee.email', path: 'nobody' },
		{ field: 'attendee.phone', path: 'nobody' },
	],
};

test('a buyer who is the attendee gets one message', async () => {
	const { messages } = await post(engineFor(), named(['Aiko Tanaka', '+819012345678']), {
		mapping,
	});

	expect(messages.map(({ automation }) => automation)).toEqual(['attendee.registration_confirmed']);
});

test('a buyer who is not the attendee and the attendee get one each', async () => {
	const { messages } = await post(engineFor(), named(['Ken Sato', '+81 80-9876-5432']), {
		mapping,
	});

	expect(messages.map(({ automation, to }) => [automation, to])).toEqual([
		['attendee.registration_confirmed', '+81 80-9876-5432'],
		['buyer.registration_confirmed', '+81 90-1234-5678'],
	]);
});

test('four holders on one phone are one message that names them all', async () => {
	const holders = ['Aiko', 'Ben', 'Chika', 'Dan'].map((name): [string, string] => [
		name,
		'09012345678',
	]);
	const { messages } = await post(engineFor(), named(...holders), {
		mapping,
		options: { defaultCountry: 'JP' },
	});

	expect(messages).toMatchObject([
		{
			automation: 'buyer.registration_confirmed',
			variables: { ticket_count: '4', attendee_names: 'Aiko, Ben, Chika, and Dan' },
		},
	]);
});

test('the same webhook twice starts one run, and both are answered 200', async () => {
	const engine = engineFor();
	const first = await post(engine, generic('registration'));
	const second = await post(engine, generic('registration'));

	expect([first.status, first.ran, second.status, second.ran]).toEqual([200, true, 200, false]);
});

test('a webhook that was answered 500 and comes again counts', async () => {
	const engine = engineFor();
	await post(
		engine,
		generic('registration'),
		{},
		{ headers: { 'x-webhook-secret': SECRET }, answered: 500 },
	);

	expect((await post(engine, generic('registration'))).messages).toHaveLength(1);
});

test('a ticket that changes hands goes to its new holder, under a key of that change', async () => {
	const { messages } = await postTito(
		engineFor(),
		'ticket.reassigned',
		{},
		{
			automations: ['attendee.ticket_reassigned'],
		},
	);

	expect(messages).toMatchObject([
		{
			automation: 'attendee.ticket_reassigned',
			to: '+81 80-9876-5432',
			deliveryKey: expect.stringMatching(
				/:ticket_reassigned:ti_dbFC7zPGM4jkgWA1jpVfGOw:2026-11-22T/,
			),
		},
	]);
});

test('people get the first language of the templates that fits them', async () => {
	const options = { languages: 'en, ja' };
	const { messages } = await postTito(engineFor(), 'registration.completed', {}, { options });

	expect(messages[0]).toMatchObject({ language: 'ja', languages: ['ja', 'en'] });
});

test('what the platform does not tell of the event comes from the node, and what it tells wins', async () => {
	const event = { name: 'Another Name', venue: 'Tokyo Forum', startsAt: '2026-12-24' };
	const { messages } = await postTito(engineFor(), 'ticket.completed', {}, { event });

	expect(messages[0]?.variables).toMatchObject({ event_name: 'Test Conf', venue: 'Tokyo Forum' });
	expect(messages[0]?.notice.event.startsAt).toBe('2026-12-01');
});

test('a name of what happened of theirs is read by its row', async () => {
	const mapping = { types: [{ theirs: ' order.paid ', ours: 'registration.completed' }] };
	const body = generic('registration', { notification_type: 'order.paid' });

	expect((await post(engineFor(), body)).ran).toBe(false);
	expect((await post(engineFor(), body, { mapping })).messages).toHaveLength(1);
});
