import type { NodeDef } from 'node-red';

/** What the dialog of Notification keeps. */
export interface NotificationConfig extends NodeDef {
	account: string;
	/** Names the notification: the same one is never sent twice to a person. */
	notification: string;
	/** `name`, or `name:language` where everybody gets that language. */
	template: string;
	/** Chosen from the list, or typed: the dialog's own affair. */
	templateType?: string;
	/** Where the list of recipients stands in the message. */
	recipients?: string;
	recipientsType?: string;
	/** `VIP, Early bird`; empty: everybody. */
	ticketTypes?: string;
	/** Which column holds what, where the headers do not say. */
	columns?: Array<{ field: string; header: string }>;
	/** Values everybody gets. */
	values?: Array<{ name: string; value: string }>;
	/** Each person in their own language, where the template has it; the chosen one for all others. */
	eachInOwn?: boolean;
	/** For people whose language the list does not tell. */
	language?: string;
	defaultCountry?: string;
	/** IANA name, of the event. */
	timeZone?: string;
	/** `2026-12-01 10:00`; empty: at once. */
	sendAt?: string;
	quietFrom?: string;
	quietUntil?: string;
	requireConsent?: boolean;
	allowMarketing?: boolean;
	marketingMessages?: string;
	/** `nothing`, `account` or `credit`. */
	beforeSending?: string;
	messagesPerSecond?: number | string;
	/** How many are sent between two looks at whether it was stopped. */
	chunkSize?: number | string;
	/** Id of a Check Credits node; empty: Meta is asked. */
	creditCheck?: string;
	/** Minutes between two looks while it waits for the account. */
	lookAgainMinutes?: number | string;
	/** Of pages and files: `en`, `ja`. */
	reportLanguage?: string;
}

/** What one can ask of the node. */
export const commands = ['check', 'send', 'stop', 'resume', 'report'] as const;

export type Command = (typeof commands)[number];

export const isCommand = (value: unknown): value is Command =>
	commands.some((command) => command === value);
