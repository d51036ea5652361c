import type { NoticeType, ReportType } from './notice';
import type { VariableName } from './variables';

export type Audience = 'attendee' | 'buyer' | 'speaker' | 'sponsor';

export const automationIds = [
	'attendee.registration_confirmed',
	'attendee.ticket_reassigned',
	'attendee.order_cancelled',
	'buyer.registration_confirmed',
	'buyer.order_cancelled',
	'speaker.added_to_session',
	'speaker.removed_from_session',
	'sponsor.welcomed',
	'sponsor.proposal_denied',
	'sponsor.proposal_acknowledged',
] as const;

export type AutomationId = (typeof automationIds)[number];

/** One automatic trigger: who gets which template, with which values, when what happens. */
export interface Automation {
	id: AutomationId;
	audience: Audience;
	noticeTypes: readonly NoticeType[];
	/** Our name for the ready-made template. */
	template: string;
	label: { en: string; ja: string };
	/** Values the ready-made template needs; see variables.ts for where each comes from. */
	variables: readonly VariableName[];
	/** Values passed on where there are any: for templates that carry a button. */
	optionalVariables: readonly VariableName[];
	/**
	 * The part of the delivery key that says what happened. Attendee and buyer share it, so that
	 * one person who is both gets one message.
	 */
	happening: string;
	/** What happened to which thing: the part of the delivery key that names it. */
	entity: 'order' | 'ticket' | 'session' | 'sponsor';
	/** Whether it can happen to the same thing again, and is then a message of its own. */
	repeats: boolean;
}

/** The ten automatic triggers of product.md, in its order. One row is one automation. */
export const automations: readonly Automation[] = [
	{
		id: 'attendee.registration_confirmed',
		audience: 'attendee',
		noticeTypes: ['registration.completed'],
		template: 'attendee_registration_confirmation',
		label: { en: 'Registration confirmation (attendee)', ja: '登録確認（参加者）' },
		variables: ['first_name', 'event_name', 'event_date', 'venue', 'ticket_name'],
		optionalVariables: ['order_id', 'ticket_url', 'ticket_path', 'ticket_code'],
		happening: 'registration_confirmed',
		entity: 'order',
		repeats: false,
	},
	{
		id: 'attendee.ticket_reassigned',
		audience: 'attendee',
		noticeTypes: ['ticket.reassigned'],
		template: 'attendee_ticket_reassigned',
		label: { en: 'Ticket reassigned (new holder)', ja: 'チケット再割り当て（新しい参加者）' },
		variables: ['first_name', 'event_name', 'event_date', 'venue', 'ticket_name'],
		optionalVariables: ['previous_holder', 'ticket_url', 'ticket_path', 'ticket_code'],
		happening: 'ticket_reassigned',
		entity: 'ticket',
		repeats: true,
	},
	{
		id: 'attendee.order_cancelled',
		audience: 'attendee',
		noticeTypes: ['order.cancelled', 'ticket.cancelled'],
		template: 'attendee_order_cancelled',
		label: { en: 'Order cancelled (attendee)', ja: '注文キャンセル（参加者）' },
		variables: ['first_name', 'event_name', 'order_id'],
		optionalVariables: ['ticket_name', 'event_date'],
		happening: 'order_cancelled',
		entity: 'ticket',
		repeats: false,
	},
	{
		id: 'buyer.registration_confirmed',
		audience: 'buyer',
		noticeTypes: ['registration.completed'],
		template: 'buyer_registration_confirmation',
		label: { en: 'Registration confirmation (buyer)', ja: '登録確認（購入者）' },
		variables: [
			'first_name',
			'ticket_count',
			'event_name',
			'attendee_names',
			'event_date',
			'order_id',
		],
		optionalVariables: ['venue', 'ticket_url', 'ticket_path', 'ticket_code'],
		happening: 'registration_confirmed',
		entity: 'order',
		repeats: false,
	},
	{
		id: 'buyer.order_cancelled',
		audience: 'buyer',
		noticeTypes: ['order.cancelled'],
		template: 'buyer_order_cancelled',
		label: { en: 'Order cancelled (buyer)', ja: '注文キャンセル（購入者）' },
		variables: ['first_name', 'event_name', 'order_id'],
		optionalVariables: ['ticket_count', 'event_date'],
		happening: 'order_cancelled',
		entity: 'order',
		repeats: false,
	},
	{
		id: 'speaker.added_to_session',
		audience: 'speaker',
		noticeTypes: ['session.speaker_added'],
		template: 'speaker_added_to_session',
		label: { en: 'Speaker added to session', ja: 'セッションへのスピーカー追加' },
		variables: ['first_name', 'session_title', 'event_name', 'session_date'],
		optionalVariables: ['session_room', 'venue'],
		happening: 'speaker_added',
		entity: 'session',
		repeats: true,
	},
	{
		id: 'speaker.removed_from_session',
		audience: 'speaker',
		noticeTypes: ['session.speaker_removed'],
		template: 'speaker_removed_from_session',
		label: { en: 'Speaker removed from session', ja: 'セッションからのスピーカー削除' },
		variables: ['first_name', 'session_title', 'event_name'],
		optionalVariables: ['session_date'],
		happening: 'speaker_removed',
		entity: 'session',
		repeats: true,
	},
	{
		id: 'sponsor.welcomed',
		audience: 'sponsor',
		noticeTypes: ['event.site_live'],
		template: 'sponsor_welcome',
		label: { en: 'Sponsor welcome', ja: 'スポンサーへの歓迎' },
		variables: ['first_name', 'company_name', 'event_name', 'event_url'],
		optionalVariables: ['event_date', 'venue'],
		happening: 'welcomed',
		entity: 'sponsor',
		repeats: false,
	},
	{
		id: 'sponsor.proposal_denied',
		audience: 'sponsor',
		noticeTypes: ['sponsor.proposal_denied'],
		template: 'sponsor_proposal_denied',
		label: { en: 'Sponsorship proposal denied', ja: 'スポンサー提案の却下' },
		variables: ['first_name', 'company_name', 'event_name'],
		optionalVariables: [],
		happening: 'proposal_denied',
		entity: 'sponsor',
		repeats: false,
	},
	{
		id: 'sponsor.proposal_acknowledged',
		audience: 'sponsor',
		noticeTypes: ['sponsor.proposal_received'],
		template: 'sponsor_proposal_acknowledged',
		label: { en: 'Sponsorship proposal received', ja: 'スポンサー提案の受領' },
		variables: ['first_name', 'company_name', 'event_name'],
		optionalVariables: [],
		happening: 'proposal_received',
		entity: 'sponsor',
		repeats: false,
	},
];

export const automationById = (id: AutomationId): Automation =>
	automations.find((automation) => automation.id === id) as Automation;

/** A state tells nobody anything before it was compared. */
export const automationsFor = (type: ReportType): Automation[] =>
	automations.filter(({ noticeTypes }) => noticeTypes.some((noticeType) => noticeType === type));
