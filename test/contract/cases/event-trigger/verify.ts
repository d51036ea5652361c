import { signTito } from '../../../../simulator/ticketing/platforms/tito';
import { SECRET } from '../../run/event-trigger';
import type { EventCase, TicketingCall } from '../../words/cases';
import {
	asking,
	backstage,
	generic,
	registered,
	signing,
	tito,
	type Platform,
} from './platform-calls';

const refused = (
	platform: Platform,
	name: string,
	call: TicketingCall,
	secret = SECRET,
): EventCase => ({
	node: 'Event Trigger',
	name: `${platform}: a call ${name} is refused with 401`,
	platform,
	secret,
	calls: [{ call, status: 401, told: /refused with 401|401/ }],
});

const taken = (name: string, proof: Partial<TicketingCall>): EventCase => ({
	node: 'Event Trigger',
	name: `a call with the secret ${name} is taken`,
	platform: 'generic',
	calls: [{ call: { ...generic(), headers: {}, ...proof }, status: 200, messages: [{}] }],
});

const malformed = (body: string): EventCase => ({
	node: 'Event Trigger',
	name: `a body that is no JSON (${body || 'empty'}) is answered 400`,
	platform: 'generic',
	calls: [{ call: { ...generic(), body }, status: 400, told: /not JSON/ }],
});

const nothing = (body: string): EventCase => ({
	node: 'Event Trigger',
	name: `a body that is nothing to tell anybody about (${body}) is answered 200`,
	platform: 'generic',
	calls: [{ call: { ...generic(), body }, status: 200, told: /not_an_object|unknown_event/ }],
});

const completed = tito('ticket.completed');
const withHeaders = (headers: Record<string, string>): TicketingCall => ({
	...completed,
	headers: { 'x-webhook-name': 'ticket.completed', ...headers },
});

const order = backstage('order', 'order.create');

/** What the platform posted, with a proof of something else. */
const forged = (platform: Platform): EventCase => ({
	...refused(platform, 'with the proof of something else', generic()),
	calls: [
		{
			call: async () => {
				const { headers, ...call } = await registered(platform)();
				const spoiled = Object.entries(headers).map(([name, value]) => [name, `${value}0`]);
				return { ...call, headers: Object.fromEntries(spoiled) as typeof headers };
			},
			status: 401,
			told: /401/,
		},
	],
});

export const verifyCases: EventCase[] = [
	...signing.map(forged),
	...asking.map((platform): EventCase => ({
		...refused('generic', 'without secret', generic()),
		name: `${platform}: a call without secret is refused with 401, and nothing is asked`,
		platform,
		calls: [{ call: { headers: {}, query: {}, body: '{}' }, status: 401, told: /401/ }],
	})),
	taken('in the header', { headers: { 'x-webhook-secret': SECRET } }),
	taken('as a bearer token', { headers: { authorization: `Bearer ${SECRET}` } }),
	taken('in the address', { query: { secret: SECRET } }),
	refused('generic', 'without secret', { ...generic(), headers: {} }),
	refused('generic', 'with a wrong secret', {
		...generic(),
		headers: { 'x-webhook-secret': 'guessed' },
	}),
	refused('generic', 'with the beginning of the secret', {
		...generic(),
		headers: { 'x-webhook-secret': SECRET.slice(0, -1) },
	}),
	refused(
		'generic',
		'while no secret is set',
		{ ...generic(), headers: { 'x-webhook-secret': '' } },
		'',
	),
	refused('zoho-backstage', 'without secret', { ...order, query: { action: 'order.create' } }),
	refused('zoho-backstage', 'with a wrong secret', {
		...order,
		query: { ...order.query, secret: 'guessed' },
	}),
	refused('tito', 'without signature', withHeaders({})),
	refused('tito', 'signed with another token', {
		...withHeaders({ 'tito-signature': signTito(completed.body, 'another token') }),
	}),
	refused('tito', 'with the signature of another body', {
		...withHeaders({ 'tito-signature': signTito(`${completed.body} `, SECRET) }),
	}),
	refused('tito', 'with a signature that is none', withHeaders({ 'tito-signature': 'xyz' })),
	refused('tito', 'with the token in a header', withHeaders({ 'x-webhook-secret': SECRET })),
	refused('tito', 'while no token is set', completed, ''),
	malformed('{"name": '),
	malformed(''),
	nothing('null'),
	nothing('5'),
	nothing('{}'),
	nothing('{"notification_type": "listing.viewed"}'),
	{
		node: 'Event Trigger',
		name: 'a forged call does not make the true one a repeat',
		platform: 'generic',
		calls: [
			{ call: { ...generic(), headers: { 'x-webhook-secret': 'guessed' } }, status: 401 },
			{ call: generic(), status: 200, messages: [{}] },
		],
	},
];
