import type { AutomationId, Audience } from './automations';
import type { NoticeEvent, Payment, ReportType } from './notice';
import type { SwitchRow } from './switches';

/** Why a notice, or one person of a notice, gets no message. Stable: flows branch on it. */
export type LeftOutReason =
	| 'test_order'
	| 'not_paid'
	| 'payment_unknown'
	| 'too_old'
	| 'event_over'
	| 'switched_off'
	| 'phone_missing'
	| 'person_missing'
	| 'id_missing'
	| 'no_automation'
	| 'not_compared'
	| 'first_seen'
	| 'out_of_date'
	| 'already_known'
	| 'no_sponsors';

/** Who gets which template with which values; the sender normalises, claims, paces and sends. */
export interface PlannedMessage {
	automation: AutomationId;
	audience: Audience;
	/** The phone as the platform gave it. */
	to: string;
	toName: string;
	template: string;
	/** What it must count as at WhatsApp: a confirmation somebody asked for is no advertisement. */
	category: 'UTILITY';
	/** `false` where the person was asked and said no: a template that is marketing is not sent then. */
	consent?: boolean;
	/** Template language in WhatsApp's form, best match first in `languages`. */
	language: string;
	languages: string[];
	/** Only filled values: WhatsApp refuses an empty parameter. */
	variables: Record<string, string>;
	/** The same in the other `languages`, where it differs: dates and lists are written in the language sent. */
	variablesIn?: Record<string, Record<string, string>>;
	/** Variables of the automation for which the notice has no value. */
	missingVariables: string[];
	/** `event:what:entity:version`, without the recipient: the sender appends its keyed hash. */
	deliveryKey: string;
	notice: NoticeSummary;
}

/** The notice without people and without the platform's body. */
export interface NoticeSummary {
	id: string;
	source: string;
	type: ReportType;
	occurredAt: string;
	event: NoticeEvent;
	orderId?: string;
	payment?: Payment;
	ticketId?: string;
}

/** A person or a whole notice that gets no message, in words an organiser understands. */
export interface LeftOut {
	reason: LeftOutReason;
	message: string;
	whatToDo: string;
	noticeId: string;
	noticeType: ReportType;
	/** As the platform numbers it: there one finds how else to reach them. */
	orderId?: string;
	/** Absent where the whole notice is left out. */
	audience?: Audience;
	automation?: AutomationId;
	/** Phone masked to its last four digits. */
	who?: { name?: string; phone?: string };
}

export type Switches = Partial<Record<AutomationId, boolean>>;

export interface PlanOptions {
	/** Milliseconds since 1970. */
	now: number;
	/** ISO country used to compare phones written without one, e.g. `JP`. */
	defaultCountry?: string;
	/** Older notices are left out. Default 24. */
	maxAgeHours?: number;
	/** A trigger runs unless one of these says `false`. */
	switches?: { portal?: Switches; event?: Switches; rows?: readonly SwitchRow[] };
	/** Send for test orders too. Default false. */
	includeTest?: boolean;
	/** What to do where a charged order does not say whether it is paid. Default `send`. */
	whenPaymentUnknown?: 'send' | 'leave_out';
	/** Language for people whose own is unknown. Default `en`. */
	language?: string;
	/** Languages the templates exist in; without it the recipient's own language is taken as is. */
	languages?: string[];
	/** Template names that differ from ours. */
	templates?: Partial<Record<AutomationId, string>>;
	/** Facts of the event the platform does not report; the platform's own win. */
	event?: NoticeEvent;
}

export interface Plan {
	messages: PlannedMessage[];
	leftOut: LeftOut[];
}
