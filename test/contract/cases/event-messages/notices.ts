import type { AutomationId } from '../../../../core/events/automations';
import type { NoticeType } from '../../../../core/events/notice';
import type { PlanCase } from '../../words/cases';
import { notice, tanaka } from './notice';

/** What happened to whom, and the message that follows. */
const rows: Array<[NoticeType, people: object, AutomationId, template: string]> = [
	[
		'registration.completed',
		{ attendee: tanaka },
		'attendee.registration_confirmed',
		'attendee_registration_confirmation',
	],
	[
		'registration.completed',
		{ buyer: tanaka },
		'buyer.registration_confirmed',
		'buyer_registration_confirmation',
	],
	[
		'ticket.reassigned',
		{ attendee: tanaka },
		'attendee.ticket_reassigned',
		'attendee_ticket_reassigned',
	],
	[
		'ticket.cancelled',
		{ attendee: tanaka },
		'attendee.order_cancelled',
		'attendee_order_cancelled',
	],
	['order.cancelled', { buyer: tanaka }, 'buyer.order_cancelled', 'buyer_order_cancelled'],
	[
		'session.speaker_added',
		{ speaker: tanaka, session: { id: 's' } },
		'speaker.added_to_session',
		'speaker_added_to_session',
	],
	[
		'session.speaker_removed',
		{ speaker: tanaka, session: { id: 's' } },
		'speaker.removed_from_session',
		'speaker_removed_from_session',
	],
	['event.site_live', { sponsor: tanaka }, 'sponsor.welcomed', 'sponsor_welcome'],
	[
		'sponsor.proposal_denied',
		{ sponsor: tanaka },
		'sponsor.proposal_denied',
		'sponsor_proposal_denied',
	],
	[
		'sponsor.proposal_received',
		{ sponsor: tanaka },
		'sponsor.proposal_acknowledged',
		'sponsor_proposal_acknowledged',
	],
];

export const noticeCases: PlanCase[] = [
	...rows.map(([type, people, automation, template]): PlanCase => ({
		node: 'Event Messages',
		name: `${type} of a notice is ${automation}`,
		items: [{ body: notice({ type, ...people }) }],
		messages: [
			{
				automation,
				template,
				to: '+81 90-1234-5678',
				language: 'ja',
				variables: { first_name: 'Aiko' },
			},
		],
	})),
	{
		node: 'Event Messages',
		name: 'several notices in one run are planned together: one message per phone and order',
		items: [
			{ body: notice({ ticket: { id: 't-1' }, buyer: tanaka, attendee: tanaka }) },
			{ body: notice({ ticket: { id: 't-2' }, buyer: tanaka, attendee: tanaka }) },
			{
				body: notice({
					ticket: { id: 't-3' },
					buyer: tanaka,
					attendee: { name: 'Ken Sato', phone: '+81 80-9876-5432' },
				}),
			},
		],
		messages: [
			{ automation: 'buyer.registration_confirmed', variables: { ticket_count: '3' } },
			{ automation: 'attendee.registration_confirmed', to: '+81 80-9876-5432' },
		],
	},
];
