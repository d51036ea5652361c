/** What can happen at an event, in our words. One platform report becomes one or more notices. */
export const noticeTypes = [
	'registration.completed',
	'ticket.reassigned',
	'order.cancelled',
	'ticket.cancelled',
	'session.speaker_added',
	'session.speaker_removed',
	'event.site_live',
	'sponsor.proposal_received',
	'sponsor.proposal_denied',
	'sponsor.confirmed',
] as const;

export type NoticeType = (typeof noticeTypes)[number];

export const isNoticeType = (value: unknown): value is NoticeType =>
	noticeTypes.some((type) => type === value);

/**
 * What is now, where a platform only says that something changed. Beside what was seen last it
 * becomes a notice (last-seen/compare.ts); alone it tells nobody anything.
 */
export const stateTypes = ['ticket.updated', 'session.updated', 'sponsor.updated'] as const;

export type StateType = (typeof stateTypes)[number];

export const isStateType = (value: unknown): value is StateType =>
	stateTypes.some((type) => type === value);

/** Everything a report of a platform can be read as. */
export const reportTypes = [...noticeTypes, ...stateTypes] as const;

export type ReportType = (typeof reportTypes)[number];

export const isReportType = (value: unknown): value is ReportType =>
	isNoticeType(value) || isStateType(value);

/** Where a sponsorship proposal stands. */
export const sponsorStates = ['received', 'denied', 'confirmed', 'withdrawn'] as const;

export type SponsorState = (typeof sponsorStates)[number];

/** A person as the platform names them. Everything is optional: platforms differ. */
export interface Person {
	/** The platform's own number for this person, if it has one. */
	id?: string;
	name?: string;
	firstName?: string;
	email?: string;
	/** As typed on the platform; normalised only by the sender. */
	phone?: string;
	/** BCP 47 or WhatsApp form, e.g. `ja`, `en-US`, `pt_BR`. */
	locale?: string;
	company?: string;
}

export interface NoticeEvent {
	id?: string;
	name?: string;
	/** ISO 8601, or a date alone (`2026-12-01`) when the platform gives no time. */
	startsAt?: string;
	endsAt?: string;
	/** IANA name, e.g. `Asia/Tokyo`. */
	timeZone?: string;
	url?: string;
	venue?: string;
	/** What a ticket is called where the platform's report does not name it. */
	ticketName?: string;
}

export interface NoticeTicket {
	id?: string;
	/** The kind of ticket: "VIP", "Early Bird". */
	name?: string;
	/** The holder's own page, where the platform gives one. */
	url?: string;
	/** How many such tickets this line stands for; absent means one. */
	quantity?: number;
	attendee?: Person;
}

/** `unknown`: the platform charges for this order and its report does not say whether it is paid. */
export type Payment = 'paid' | 'free' | 'unpaid' | 'unknown';

export interface NoticeOrder {
	id?: string;
	/** What people know the order by, where that is not its id. */
	number?: string;
	payment?: Payment;
	/** Every ticket of the order, where the report carries them. */
	tickets?: NoticeTicket[];
}

export interface NoticeSession {
	id?: string;
	title?: string;
	startsAt?: string;
	room?: string;
}

/** What was true before: the former holder of a ticket that changed hands. */
export interface NoticePrevious {
	attendee?: Person;
}

/** The canonical notice: what happened, to whom, whatever platform reported it. */
export interface Notice {
	/** The same report read twice gives the same id. */
	id: string;
	/** The platform's id in the registry: `tito`, `zoho-backstage`, `generic`. */
	source: string;
	type: ReportType;
	/** ISO 8601; the time of receipt where the platform gives none. */
	occurredAt: string;
	/** The platform's change stamp, where a thing can happen again; a platform's retry keeps it. */
	version?: string;
	event: NoticeEvent;
	order?: NoticeOrder;
	ticket?: NoticeTicket;
	buyer?: Person;
	attendee?: Person;
	speaker?: Person;
	/** With `session.updated`: everybody who speaks in it now. */
	speakers?: readonly Person[];
	sponsor?: Person;
	/** With `sponsor.updated`: where the proposal stands now. */
	sponsorState?: SponsorState;
	session?: NoticeSession;
	previous?: NoticePrevious;
	/** Language of the whole report, where the person has none of their own. */
	locale?: string;
	/** Consent to marketing messages; `false` only where the platform asked and was told no. */
	consent?: boolean;
	/**
	 * The platform reports a completed registration as a change like any other: it is told only where
	 * the ticket was not known before.
	 */
	onlyIfNew?: boolean;
	/** A trial run of the organiser: never sent unless asked for. */
	test: boolean;
	/** The platform's own body, untouched. */
	raw?: unknown;
}
