/** Whether messages leave: `limited` is WhatsApp's LIMITED, `unknown` where it could not be read. */
export type CanSend = 'yes' | 'limited' | 'no' | 'unknown';

/** Something that is wrong with the account, in words. */
export interface HealthProblem {
	/** Meta's `error_code`. */
	code?: number;
	what: string;
	whatToDo: string;
}

export interface NumberHealth {
	id: string;
	displayPhoneNumber?: string;
	/** `verified_name`: what people see. */
	displayName?: string;
	/** Meta's words, see reference: CONNECTED, BANNED, RESTRICTED, FLAGGED, … */
	status?: string;
	quality?: string;
	nameStatus?: string;
	/** The name that is being reviewed. */
	newNameStatus?: string;
	verified?: boolean;
	/** `throughput.level` */
	throughput?: string;
}

export interface BusinessAccountHealth {
	id: string;
	name?: string;
	status?: string;
	review?: string;
	verification?: string;
	/** ISO 4217 */
	currency?: string;
}

/** New conversations with people in 24 hours, of all numbers of the portfolio together. */
export interface MessagingLimit {
	/** `TIER_2K`, … as Meta writes it. */
	tier?: string;
	/** Absent where there is no limit, or none is known. */
	most?: number;
	/** Absent: not known. */
	usedToday?: number;
	leftToday?: number;
}

export interface TemplateInTrouble {
	name: string;
	language: string;
	/** ISO time, where WhatsApp says so. */
	until?: string;
}

/** Everything that decides whether an account can send, in one answer. */
export interface AccountHealth {
	/** As WhatsApp says, which knows nothing of money: a refusal for money stands in `problems`. */
	canSend: CanSend;
	number: NumberHealth;
	account: BusinessAccountHealth;
	messagingLimit: MessagingLimit;
	restrictions: Array<{ type: string; until?: string }>;
	ban?: { state: string; date?: string };
	templates: { paused: TemplateInTrouble[]; disabled: TemplateInTrouble[] };
	problems: HealthProblem[];
	/** What could not be read, each with why. */
	unread: Array<{ part: 'number' | 'account' | 'templates'; why: string }>;
	/** The answer in plain words, most important first. */
	sentences: string[];
	asOf: string;
}
