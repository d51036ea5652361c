import type { LeftOutReason } from '../../../../core/events/planned-message';
import type { EventCase, TicketingCall } from '../../words/cases';
import { hoursAgo, inDays } from '../people';
import { generic, tito, type Platform } from './platform-calls';

const soon = { event: { slug: 'conf', title: 'Test Conf', start_date: inDays(30).slice(0, 10) } };

/** A webhook of a platform whose person gets no message. */
const leftOut = (
	reason: LeftOutReason,
	name: string,
	platform: Platform,
	call: TicketingCall,
	fields: EventCase['fields'] = {},
): EventCase => ({
	node: 'Event Trigger',
	name: `${platform}: ${name} is left out, ${reason}`,
	platform,
	fields,
	calls: [{ call, status: 200, leftOut: [{ reason, noticeType: 'registration.completed' }] }],
});

export const leftOutCases: EventCase[] = [
	leftOut('test_order', 'a test order', 'tito', tito('ticket.completed-test-order', soon)),
	leftOut('not_paid', 'an unpaid order', 'tito', tito('registration.finished-unpaid', soon)),
	leftOut('not_paid', 'an unpaid order', 'generic', generic({}, 'registration-unpaid')),
	leftOut(
		'too_old',
		'what happened three days ago',
		'generic',
		generic({ timestamp: hoursAgo(72) }),
	),
	leftOut('event_over', 'what is about an event that is over', 'generic', generic(), {
		event: { endsAt: inDays(-2) },
	}),
	leftOut('switched_off', 'a trigger nobody chose', 'generic', generic(), { automations: [] }),
	leftOut('phone_missing', 'somebody without phone', 'generic', generic({ phone: '' })),
	{
		node: 'Event Trigger',
		name: 'tito: a ticket that waits for its holder is not told: its completion will be',
		platform: 'tito',
		calls: [{ call: tito('ticket.created-incomplete', soon), status: 200, told: /not_complete/ }],
	},
];
