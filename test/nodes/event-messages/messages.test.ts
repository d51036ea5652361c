import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { exampleBody, receivedAt } from '../../../examples/read-example';
import type { Json } from '../../engine/json';
import { InProcessEngine } from '../../engine/n8n-in-process';
import { setDate } from '../../engine/set-date';

setDate(receivedAt);

const everything = [
	'attendee.registration_confirmed',
	'buyer.registration_confirmed',
	'attendee.ticket_reassigned',
	'attendee.order_cancelled',
	'buyer.order_cancelled',
	'speaker.added_to_session',
	'speaker.removed_from_session',
	'sponsor.welcomed',
	'sponsor.proposal_denied',
	'sponsor.proposal_acknowledged',
];

async function plan(items: unknown[], more: INodeParameters = {}) {
	const parameters = {
		source: 'notice',
		automations: everything,
		mapping: {},
		event: {},
		options: {},
	};
	const { outputs } = await new InProcessEngine({}).run(
		'whatsAppEventMessages',
		{ ...parameters, ...more },
		items as IDataObject[],
	);
	const [messages = [], leftOut = []] = outputs.map((output) =>
		output.map(({ json, pairedItem }) => ({ ...json, item: (pairedItem as Json)?.item }) as Json),
	);
	return { messages, leftOut };
}

const notice = exampleBody('generic/notice') as IDataObject;

test('a notice in our shape becomes a message', async () => {
	const { messages, leftOut } = await plan([notice]);

	expect(leftOut).toEqual([]);
	expect(messages).toMatchObject([
		{
			automation: 'speaker.added_to_session',
			to: '+81 90-5555-6666',
			template: 'speaker_added_to_session',
			language: 'ja',
			variables: { first_name: 'Mari', session_title: 'Opening', event_name: 'Test Conf' },
			missingVariables: [],
			deliveryKey: 'test-conf:speaker_added:s-1/sp-9:7',
			notice: { source: 'our-agenda' },
			item: 0,
		},
	]);
});

const about = { event: { id: 'conf', name: 'Conf' }, order: { id: 'o-1' }, ticket: { id: 't-1' } };
const aiko = { name: 'Aiko Tanaka', phone: '+819012345678', company: 'Aozora Ltd' };

test.each([
	['registration.completed', { attendee: aiko }, 'attendee.registration_confirmed'],
	['registration.completed', { buyer: aiko }, 'buyer.registration_confirmed'],
	['ticket.reassigned', { attendee: aiko }, 'attendee.ticket_reassigned'],
	['ticket.cancelled', { attendee: aiko }, 'attendee.order_cancelled'],
	['order.cancelled', { buyer: aiko }, 'buyer.order_cancelled'],
	['session.speaker_added', { speaker: aiko, session: { id: 's' } }, 'speaker.added_to_session'],
	[
		'session.speaker_removed',
		{ speaker: aiko, session: { id: 's' } },
		'speaker.removed_from_session',
	],
	['event.site_live', { sponsor: aiko }, 'sponsor.welcomed'],
	['sponsor.proposal_denied', { sponsor: aiko }, 'sponsor.proposal_denied'],
	['sponsor.proposal_received', { sponsor: aiko }, 'sponsor.proposal_acknowledged'],
])('%s to %j is %s', async (type, people, automation) => {
	const { messages, leftOut } = await plan([{ type, ...about, ...people }]);

	expect(leftOut).toEqual([]);
	expect(messages.map((message) => message.automation)).toEqual([automation]);
});

describe('each platform', () => {
	test.each([
		['tito', 'tito/ticket.completed', { 'x-webhook-name': 'ticket.completed' }, {}],
		['tito', 'tito/registration.cancelled', { 'x-webhook-name': 'registration.cancelled' }, {}],
		['zoho-backstage', 'zoho-backstage/order', {}, { action: 'order.create' }],
		['zoho-backstage', 'zoho-backstage/attendee', {}, { action: 'attendee.reassign' }],
		['zoho-backstage', 'zoho-backstage/order-in-envelope', {}, {}],
		['generic', 'generic/registration', {}, {}],
	])('%s reads %s as the Webhook node hands it on', async (source, example, headers, query) => {
		const call = {
			headers,
			params: {},
			query,
			body: exampleBody(example),
			webhookUrl: 'http://x',
			executionMode: 'production',
		};
		const { messages } = await plan([call], { source });

		expect(messages.length).toBeGreaterThan(0);
		expect(messages[0].notice.source).toBe(source);
	});

	test('reads a body alone, as HTTP Request or a table hands it on', async () => {
		const { messages } = await plan([exampleBody('generic/registration')], { source: 'generic' });

		expect(messages).toHaveLength(1);
	});

	test('takes an item that merely has a field called body as the body itself', async () => {
		const body = { ...(exampleBody('generic/registration') as object), body: 'Hello', headers: {} };
		const { messages } = await plan([body], { source: 'generic' });

		expect(messages).toHaveLength(1);
	});
});

test('each message and each left out is linked to the item it came from', async () => {
	const other = {
		...notice,
		id: 'agenda-43',
		session: { ...(notice.session as object), id: 's-2' },
	};
	const silent = { ...other, id: 'agenda-44', speaker: { id: 'x', name: 'No Phone' } };
	const { messages, leftOut } = await plan([{}, notice, silent, other]);

	expect(messages.map(({ item }) => item)).toEqual([1, 3]);
	expect(leftOut.map(({ item, reason }) => [item, reason])).toEqual(
		expect.arrayContaining([
			[0, 'unknown_event'],
			[2, 'phone_missing'],
		]),
	);
});

test.each([
	[{}],
	[{ type: 'party.started' }],
	[{ type: 5, event: 'x' }],
	[{ type: null }],
	[{ headers: {}, body: null, webhookUrl: 'http://x' }],
	[{ type: 'registration.completed', event: [], buyer: 'Aiko', order: { tickets: 'many' } }],
	[JSON.parse('{"__proto__": {"type": "registration.completed"}}')],
])('garbage (%j) is left out with a reason, and never an error', async (item) => {
	for (const source of ['notice', 'tito', 'zoho-backstage', 'generic']) {
		const { messages, leftOut } = await plan([item, notice], { source });
		const own = leftOut.filter(({ item: from }) => from === 0);

		// The generic platform reads a notice in our shape, too.
		expect(messages).toHaveLength(['notice', 'generic'].includes(source) ? 1 : 0);
		expect(own.length).toBeGreaterThan(0);
		expect(own[0].reason).toBeTruthy();
		expect(own[0].message).toMatch(/\.$/);
	}
});

describe('the mapping of any other platform', () => {
	const rows = (exampleBody('generic/form-answers') as { rows: IDataObject[] }).rows;
	const { types, fields } = exampleBody('generic/form-answers.mapping') as {
		types: Record<string, string>;
		fields: Record<string, string>;
	};
	const mapping = {
		fields: Object.entries(fields).map(([field, path]) => ({ field, path: ` ${path} ` })),
		types: Object.entries(types).map(([theirs, ours]) => ({ theirs, ours })),
	};

	test('reads rows of a form, by its rows of fields and of what happened', async () => {
		const { messages, leftOut } = await plan(rows, { source: 'generic', mapping });

		expect(messages).toMatchObject([
			{
				automation: 'sponsor.proposal_acknowledged',
				to: '+44 7700 900123',
				variables: { first_name: 'Dana Fox', company_name: 'Acme', event_name: 'Test Conf' },
				deliveryKey: expect.stringMatching(/^test-conf:proposal_received:17:/),
				item: 0,
			},
		]);
		expect(leftOut).toMatchObject([{ reason: 'phone_missing', item: 1 }]);
	});

	test('leaves fields without a path where they usually are', async () => {
		const { messages } = await plan([exampleBody('generic/registration')], {
			source: 'generic',
			mapping: { fields: [{ field: 'event.name', path: '  ' }] },
		});

		expect(messages[0].variables.event_name).toBe('Test Conf');
	});

	test('takes a fixed text, for a body that does not say what happened', async () => {
		const { notification_type: _, ...body } = exampleBody('generic/registration') as IDataObject;
		const { messages } = await plan([body], {
			source: 'generic',
			mapping: { fields: [{ field: 'type', path: '', text: 'registration.completed' }] },
		});

		expect(messages).toHaveLength(1);
	});

	test('names a ticket that the platform does not name, as the event says', async () => {
		const { messages } = await plan([exampleBody('zoho-backstage/attendee')], {
			source: 'zoho-backstage',
			event: { name: 'Test Conf', venue: 'Hall 4', startsAt: '2099-12-01', ticketName: 'General' },
		});

		expect(messages[0]).toMatchObject({
			variables: { ticket_name: 'General' },
			missingVariables: [],
		});
	});

	test('survives paths that are none', async () => {
		const paths = ['..', '[', '["', '__proto__.x', 'constructor', 'tickets[99].name', '='];
		for (const path of paths) {
			const { messages, leftOut } = await plan([exampleBody('generic/registration')], {
				source: 'generic',
				mapping: { fields: [{ field: 'buyer.name', path }] },
			});
			expect(messages.length + leftOut.length).toBeGreaterThan(0);
		}
	});
});

test('an order and its tickets in one call are one message per phone', async () => {
	const ticket = (id: string, attendee: object) => ({
		type: 'registration.completed',
		event: { id: 'conf', name: 'Conf' },
		order: { id: 'o-1' },
		ticket: { id },
		buyer: aiko,
		attendee,
	});
	const { messages } = await plan([
		ticket('t-1', aiko),
		ticket('t-2', aiko),
		ticket('t-3', { name: 'Ken', phone: '+818098765432' }),
	]);

	expect(
		messages.map(({ to, template, variables }) => [to, template, variables.ticket_count]),
	).toEqual([
		['+819012345678', 'buyer_registration_confirmation', '3'],
		['+818098765432', 'attendee_registration_confirmation', undefined],
	]);
});

test('no items, no messages', async () => {
	expect(await plan([])).toEqual({ messages: [], leftOut: [] });
});
