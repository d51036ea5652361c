import type { Simulator } from '../../../simulator/index';
import type { ControlChange } from '../../../simulator/index';
import type { OutcomeKind, OutcomeReason } from '../../../core/messages/outcome';
import type { EventFields } from '../../../core/events/plan-settings';
import type { TemplateOperation } from '../../../core/templates/manage/operations';
import type { TemplateOutcome, TemplateReason } from '../../../core/templates/manage/outcome';
import type { NotificationOutput } from '../../../core/webhooks/notification';
import type { AccountFields } from '../adapter';
import type { EventCall, PlanItem } from './events';
import type { HeaderFile, SendItem, SendOptions } from './sending';
import type { ManageOptions } from './templates';
import type { UpdateFields } from './updates';

/** Part of an object, as Jest's `toMatchObject` takes it: what is not named may be anything. */
export type Match = Record<string, unknown>;

interface Common {
	name: string;
	/** How the simulator is set when the case begins. */
	settings?: ControlChange;
	account?: AccountFields;
}

/** Send Template, once or several times. */
export interface SendCase extends Common {
	node: 'Send Template';
	/** `name` or `name:language`; left out, the seeded confirmation for attendees. */
	template?: string;
	/** Templates the account has beside the seeded ones, in Meta's words. */
	templates?: object[];
	options?: SendOptions;
	/** Values typed into the fields of the node; left out, each item brings its own. */
	values?: Record<string, string>;
	runs: SendStep[];
}

export interface SendStep {
	/** What changes at WhatsApp before this run. */
	change?: ControlChange;
	/** Nobody answers at WhatsApp's address any more. */
	gone?: boolean;
	/** What WhatsApp tells before this run, of people who stop or resume marketing messages. */
	updates?: object[];
	/** What Meta does to the account before this run, without telling anybody: an action of `/sim/account`. */
	happens?: string;
	/** How the account pays from now on: a change of `/sim/money`. */
	money?: object;
	/** Values of `account_update` WhatsApp tells before this run. */
	news?: object[];
	items: SendItem[];
	dryRun?: boolean;
	sendAgain?: boolean;
	ledgerBroken?: boolean;
	/** Somebody stops the run once WhatsApp got so many send requests. */
	stopAfter?: number;
	/** One per item. */
	results: ExpectedResult[];
	whatsApp: ExpectedAtWhatsApp;
}

export interface ExpectedResult extends Match {
	outcome: OutcomeKind | 'would_send';
	reason?: OutcomeReason;
}

/** What the simulator got, since the case began. */
export interface ExpectedAtWhatsApp {
	accepted: number;
	/** Send requests. */
	requests: number;
	/** Those of them that went to the Marketing Messages API. */
	marketing?: number;
	/** Files. */
	uploads?: number;
	/** Phones that got the same twice; 0 unless somebody asked for it. */
	twice?: number;
	/** The newest send request. */
	body?: Match;
}

/** Business Trigger, called once or several times. */
export interface UpdateCase extends Common {
	node: 'Business Trigger';
	fields?: UpdateFields;
	calls: UpdateStep[];
}

export interface UpdateStep {
	/** Left out, a POST. */
	handshake?: Record<string, string>;
	/** A file of core/webhooks/fixtures, text as it arrives, or what becomes JSON as WhatsApp writes it. */
	body?: string | object;
	/** Signs with another secret than the app's. */
	secret?: string;
	/** Instead of a true signature. */
	headers?: Record<string, string>;
	status: number;
	challenge?: string;
	/** What comes out; outputs that are not named stay empty. */
	outputs?: Partial<Record<NotificationOutput, Match[]>>;
	/** What the log says. */
	told?: RegExp;
}

/** Event Trigger, called once or several times. */
export interface EventCase extends Common {
	node: 'Event Trigger';
	platform: string;
	secret?: string;
	fields?: EventFields;
	calls: EventStep[];
}

export interface EventStep extends ExpectedPlan {
	/** The call, or where it comes from. */
	call: TicketingCall | ((simulator: Simulator) => Promise<TicketingCall>);
	status: number;
	told?: RegExp;
}

export type TicketingCall = Pick<EventCall, 'headers' | 'query' | 'body' | 'api'>;

export interface ExpectedPlan {
	messages?: Match[];
	leftOut?: Match[];
}

/** Event Messages, run once. */
export interface PlanCase extends Common, ExpectedPlan {
	node: 'Event Messages';
	source?: string;
	fields?: EventFields;
	/** What came before, one run each: the items are compared with it. */
	before?: PlanItem[][];
	items: PlanItem[];
}

/** The test button of the account. */
export interface AccountCase extends Common {
	node: 'Account';
	/** Nobody answers at WhatsApp's address. */
	gone?: boolean;
	ok: boolean;
	message: RegExp;
}

/** Manage Template, once or several times. */
export interface ManageCase extends Common {
	node: 'Manage Template';
	/** Starts with the simulator's own templates; otherwise with none. */
	seeded?: boolean;
	runs: ManageStep[];
}

export interface ManageStep {
	/** What WhatsApp, or somebody else, does before this run. */
	before?: Array<[action: string, name: string, language: string, given?: object]>;
	/** What changes at WhatsApp before this run. */
	change?: ControlChange;
	operation: TemplateOperation;
	items?: unknown[];
	files?: Record<string, HeaderFile>;
	options?: ManageOptions;
	results: ExpectedTemplate[];
	/** What the run as a whole fails with. */
	failure?: RegExp;
	/** Requests that change something, since the case began. */
	changes: number;
}

export interface ExpectedTemplate extends Match {
	outcome: TemplateOutcome;
	reason?: TemplateReason;
}

export type ContractCase = SendCase | UpdateCase | EventCase | PlanCase | AccountCase | ManageCase;
