import type { Json } from '../../engine/json';
import type { AccountFields } from '../adapter';

/** A file that comes with an item; engines hand files on in their own ways. */
export class HeaderFile {
	constructor(
		readonly name: string,
		readonly mimeType: string,
		readonly bytes: Buffer,
	) {}
}

/** One recipient, as the step before Send Template hands it on. */
export interface SendItem {
	to?: unknown;
	/** Values by name; media may be a {@link HeaderFile}. */
	variables?: unknown;
	/** Of a planned message: its template, and what this must count as. */
	template?: string;
	category?: string;
	/** Wished for, best first; with the values in those that are not the first. */
	languages?: string[];
	variablesIn?: Record<string, unknown>;
	deliveryKey?: string;
	/** Consent to marketing. */
	consent?: unknown;
}

/** Options of the node, by the names both engines use. */
export interface SendOptions {
	language?: string;
	defaultCountry?: string;
	concurrency?: number;
	/** Seconds. */
	timeout?: number;
	phoneNumberId?: string;
	/** Sends what WhatsApp has moved to marketing. */
	allowMarketing?: boolean;
	marketingMessages?: 'off' | 'fallback' | 'strict';
	/** What is looked at before the first message leaves. */
	beforeSending?: 'nothing' | 'account' | 'credit';
	/** Whether results carry their item. */
	includeInput?: boolean;
}

export interface SendRun {
	/** `name` or `name:language`. */
	template: string;
	items: SendItem[];
	/** Values typed into the fields of the node; left out, each item brings its own. */
	values?: Record<string, string>;
	options: SendOptions;
	account: AccountFields;
	dryRun: boolean;
	/** Sends what was sent before once more; asked for by hand. */
	sendAgain: boolean;
	/** Where it is remembered what was sent does not answer. */
	ledgerBroken: boolean;
	/** What Business Trigger said of people who opted out, where the engine does not keep it by itself. */
	optOuts: object[];
	/** Somebody stops the run as soon as this resolves. */
	stopped?: Promise<void>;
}

/** What came out for one item. */
export interface SendOutput {
	output: 'Sent' | 'Not Sent';
	fields: Record<string, Json>;
}

/** One result per item, in the order of the items. */
export type SendResult = SendOutput[];
