import type { OptOutList } from '../../opt-outs/refused-marketing';
import type { TemplateValues } from '../../templates/build-components';
import type { MessageTemplate } from '../../templates/template';
import type { Recipient } from '../recipients/read-recipients';
import type { Cost } from './cost';
import type { LeftOutWords } from './left-out';

/** What is to be checked: a notification before anybody gets it. */
export interface RecipientCheck {
	/** Names the notification, and with it each of its deliveries: the same one is never sent twice to a person. */
	notification: string;
	recipients: readonly Recipient[];
	/** `name`, or `name:language` where everybody gets that language. */
	template: string;
	/** All translations of a template, whatever their status. */
	translations(name: string): Promise<MessageTemplate[]>;
	/** Key of the recipients' hashes: the same as for sending. */
	hashKey: string;
	/** Values everybody gets; a column of the list wins. */
	defaults?: TemplateValues;
	/** Two letters, for numbers without a country code. */
	defaultCountry?: string;
	/** For people whose own language is unknown, or has no translation. */
	language?: string;
	/** IANA name, for values that are a time without a zone. */
	timeZone?: string;
	/** Marketing only to people the list says have agreed, also where it has no such column. */
	requireConsent?: boolean;
	/** Who has stopped marketing. */
	optOuts?: OptOutList;
	/** Sends templates WhatsApp has moved to marketing. */
	allowMarketing?: boolean;
}

/** Somebody who gets the message. */
export interface ReadyRecipient {
	row: number;
	/** E.164. */
	to: string;
	name?: string;
	ticketType?: string;
	/** Of the template, in Meta's form. */
	language: string;
	template: MessageTemplate;
	category: string;
	values: TemplateValues;
	/** Two letters; left out where the number does not say. */
	country?: string;
	/** What a delivered message costs by the rate card; left out where it does not say. */
	price?: number;
	/** Without the recipient, as Send Template takes it. */
	keyBase: string;
	/** With the recipient's hash, as every status names it. */
	key: string;
	/** IANA name, where the list says one. */
	timeZone?: string;
}

/** Somebody who does not, and why. */
export interface LeftOutRecipient extends LeftOutWords {
	row: number;
	/** At most the last four digits. */
	recipient: string;
	name?: string;
	ticketType?: string;
	key?: string;
}

export interface CheckedRecipients {
	ready: ReadyRecipient[];
	leftOut: LeftOutRecipient[];
	cost: Cost;
	/** The list does not say who has agreed, and the template is marketing. */
	consentUnknown: boolean;
}
