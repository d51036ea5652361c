import type { LeftOutReason } from '../../../../core/events/planned-message';
import type { EventFields } from '../../../../core/events/plan-settings';
import type { PlanCase } from '../../words/cases';
import { hoursAgo, inDays } from '../people';
import { notice, tanaka } from './notice';

const whatToDo = expect.stringMatching(/^[A-Z].*\.$/s);

/** A notice whose person gets no message. */
const leftOut = (
	reason: LeftOutReason,
	name: string,
	parts: object,
	fields: EventFields = {},
): PlanCase => ({
	node: 'Event Messages',
	name: `${name} is left out: ${reason}`,
	fields,
	items: [{ body: notice({ attendee: tanaka, ...parts }) }],
	leftOut: [{ reason, whatToDo }],
});

export const leftOutCases: PlanCase[] = [
	leftOut('test_order', 'a test order', { test: true }),
	leftOut('not_paid', 'an unpaid order', { order: { id: 'o-1', payment: 'unpaid' } }),
	leftOut(
		'payment_unknown',
		'an order that may be unpaid',
		{ order: { id: 'o-1', payment: 'unknown' } },
		{ options: { whenPaymentUnknown: 'leave_out' } },
	),
	leftOut('event_over', 'an event that is over', {
		event: { id: 'conf', name: 'Conf', endsAt: inDays(-1) },
	}),
	leftOut('too_old', 'what happened two days ago', { occurredAt: hoursAgo(48) }),
	leftOut(
		'too_old',
		'what is older than Maximum Age',
		{ occurredAt: hoursAgo(3) },
		{ options: { maxAgeHours: 2 } },
	),
	leftOut('switched_off', 'a trigger nobody chose', {}, { automations: ['sponsor.welcomed'] }),
	leftOut('phone_missing', 'somebody without phone', { attendee: { ...tanaka, phone: '' } }),
	leftOut('person_missing', 'a notice of nobody', { attendee: undefined }),
	leftOut('id_missing', 'an event without id', { event: { name: 'Test Conf' } }),
	leftOut('no_automation', 'what no trigger answers', { type: 'sponsor.confirmed' }),
	{
		node: 'Event Messages',
		name: 'a buyer who attends gets the buyer’s message where the attendee’s trigger is off, and Left Out says so',
		fields: { automations: ['buyer.registration_confirmed'] },
		items: [{ body: notice({ attendee: tanaka, buyer: tanaka }) }],
		messages: [{ automation: 'buyer.registration_confirmed' }],
		leftOut: [
			{
				reason: 'switched_off',
				automation: 'attendee.registration_confirmed',
				message: expect.stringContaining('gets the buyer’s message instead.'),
				whatToDo,
			},
		],
	},
	{
		node: 'Event Messages',
		name: 'a person left out is named, with the end of the phone only',
		fields: { event: { endsAt: inDays(-2) } },
		items: [{ body: notice({ attendee: tanaka, event: { id: 'conf', name: 'Conf' } }) }],
		leftOut: [{ reason: 'event_over', who: { name: 'Aiko Tanaka', phone: '…5678' } }],
	},
	{
		node: 'Event Messages',
		name: 'what options ask for is sent all the same',
		fields: { options: { includeTest: true, maxAgeHours: 96 } },
		items: [{ body: notice({ attendee: tanaka, test: true, occurredAt: hoursAgo(48) }) }],
		messages: [{ automation: 'attendee.registration_confirmed' }],
	},
	{
		node: 'Event Messages',
		name: 'somebody who said no to marketing gets the confirmation they asked for',
		fields: {},
		items: [{ body: notice({ attendee: tanaka, consent: false }) }],
		messages: [{ automation: 'attendee.registration_confirmed', consent: false }],
	},
];
