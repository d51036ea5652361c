import type { EventCase, Match } from '../../words/cases';
import { inDays } from '../people';
import {
	askedFor,
	asking,
	backstage,
	generic,
	registered,
	signing,
	tito,
	type Platform,
} from './platform-calls';

/** What a platform tells: Backstage’s order its buyer. */
const told: Partial<Record<Platform, Match>> = {
	'zoho-backstage': {
		automation: 'buyer.registration_confirmed',
		template: 'buyer_registration_confirmation',
		variables: { first_name: 'Aiko', ticket_count: '1', event_name: 'Test Conf' },
	},
	tito: {
		automation: 'attendee.registration_confirmed',
		template: 'attendee_registration_confirmation',
		variables: { first_name: 'Aiko', event_name: 'Test Conf' },
	},
	generic: {
		automation: 'attendee.registration_confirmed',
		template: 'attendee_registration_confirmation',
		variables: { first_name: 'Aiko', event_name: 'Test Conf', ticket_name: 'General admission' },
	},
};

/** What Backstage does not tell, and what becomes of an example whose event was in the past by now. */
const event = { name: 'Test Conf', venue: 'Makuhari Messe', startsAt: inDays(30) };

/** Tito’s examples name a day of their own. */
const soon = { event: { slug: 'conf', title: 'Test Conf', start_date: inDays(30).slice(0, 10) } };

const fromDesk = (platform: Platform): EventCase => ({
	node: 'Event Trigger',
	name: `a registration at ${platform} becomes a message, the same call again none`,
	platform,
	fields: { event },
	calls: [
		{
			call: registered(platform),
			status: 200,
			messages: [
				{
					...told[platform],
					to: '+81 90-1234-5678',
					toName: 'Aiko Tanaka',
					deliveryKey: expect.stringMatching(/:registration_confirmed:.+:1$/),
				},
			],
		},
	],
});

/** The same bytes twice: platforms repeat what was not answered in time. */
function twice(eventCase: EventCase): EventCase {
	const [first] = eventCase.calls;
	return { ...eventCase, calls: [first!, { call: first!.call, status: 200 }] };
}

const all: EventCase['fields'] = {
	event,
	automations: [
		'attendee.registration_confirmed',
		'buyer.registration_confirmed',
		'attendee.ticket_reassigned',
		'attendee.order_cancelled',
		'buyer.order_cancelled',
	],
};

const reported = (
	name: string,
	platform: Platform,
	call: EventCase['calls'][number]['call'],
	automations: string[],
	leftOut: Match[] = [],
): EventCase => ({
	node: 'Event Trigger',
	name: `${platform}: ${name}`,
	platform,
	fields: all,
	calls: [
		{ call, status: 200, messages: automations.map((automation) => ({ automation })), leftOut },
	],
});

export const platformCases: EventCase[] = [
	twice(fromDesk('zoho-backstage')),
	twice(fromDesk('tito')),
	twice(fromDesk('generic')),
	...signing.map((platform) => twice(fromDesk(platform))),
	...asking.map((platform): EventCase => ({
		...fromDesk('tito'),
		name: `a registration at ${platform} is asked for, and becomes a message`,
		platform,
		calls: [{ ...fromDesk('tito').calls[0]!, call: askedFor(platform) }],
	})),
	...asking.map((platform): EventCase => ({
		...fromDesk('tito'),
		name: `a registration at ${platform} that cannot be asked for is to come again`,
		platform,
		calls: [
			{
				call: async (simulator) => {
					const call = await askedFor(platform)(simulator);
					return { ...call, api: { ...call.api!, token: 'not the token' } };
				},
				status: 502,
				told: /refuses the token|gives no answer/,
			},
		],
	})),
	reported('a ticket changes hands', 'tito', tito('ticket.reassigned', soon), [
		'attendee.ticket_reassigned',
	]),
	reported('a ticket is voided', 'tito', tito('ticket.voided', soon), ['attendee.order_cancelled']),
	reported(
		'a registration is cancelled',
		'tito',
		tito('registration.cancelled', soon),
		['buyer.order_cancelled'],
		// Tito gives no phone of those who hold the tickets of a registration.
		[{ reason: 'phone_missing', automation: 'attendee.order_cancelled' }],
	),
	reported('an order', 'zoho-backstage', backstage('order', 'order.create'), [
		'buyer.registration_confirmed',
	]),
	reported('an order of four', 'zoho-backstage', backstage('order-four-tickets', 'order.create'), [
		'buyer.registration_confirmed',
	]),
	reported('a ticket changes hands', 'zoho-backstage', backstage('attendee', 'attendee.reassign'), [
		'attendee.ticket_reassigned',
	]),
	reported('an order is cancelled', 'zoho-backstage', backstage('order', 'order.cancel'), [
		'buyer.order_cancelled',
	]),
	reported('a registration', 'generic', generic(), ['attendee.registration_confirmed']),
	reported('one of four', 'generic', generic({}, 'registration-four-tickets'), [
		'buyer.registration_confirmed',
	]),
	{
		node: 'Event Trigger',
		name: 'any JSON is read by a mapping',
		platform: 'generic',
		fields: {
			event,
			mapping: {
				fields: [
					{ field: 'type', path: 'what' },
					{ field: 'attendee.name', path: 'guest.full' },
					{ field: 'attendee.phone', path: 'guest["mobile no"]' },
					{ field: 'order.id', path: 'no' },
					{ field: 'event.id', text: 'test-conf' },
				],
				types: [{ theirs: 'signed up', ours: 'registration.completed' }],
			},
		},
		calls: [
			{
				call: {
					...generic(),
					body: JSON.stringify({
						what: 'signed up',
						no: 17,
						guest: { full: 'Aiko Tanaka', 'mobile no': '+81 90-1234-5678' },
					}),
				},
				status: 200,
				messages: [
					{ to: '+81 90-1234-5678', deliveryKey: 'test-conf:registration_confirmed:17:1' },
				],
			},
		],
	},
];
