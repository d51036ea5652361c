import type { Account } from '../../account/account';
import type { Clock, Transport } from '../../ports';
import type { Purchase } from '../purchases/purchase';
import type { KnownSpend } from '../purchases/prepaid-balance';

/**
 * - `balance` money that is there, as a provider's wallet says
 * - `creditLine` what is left of a line of credit; without an amount where Meta does not say it
 * - `prepaid` own credits: what was bought minus what was spent
 * - `spendOnly` paid afterwards: nothing is there to run out, only what was spent is known
 * - `unavailable` nobody can say. Never an amount, and never zero.
 */
export type BalanceKind = 'balance' | 'creditLine' | 'prepaid' | 'spendOnly' | 'unavailable';

export type BalanceSourceId =
	'meta' | 'prepaid' | 'dialog360' | 'gupshup' | 'twilio' | 'vonage' | 'messagebird' | 'infobip';

/** One answer, whoever was asked. */
export interface Balance {
	kind: BalanceKind;
	/** In `currency`; absent is unknown. Below zero where an overdraft is used. */
	amount?: number;
	/** ISO 4217, upper case: of the amount, or what the account is billed in where there is none. */
	currency?: string;
	/** The amount was worked out with the rate card, because the real costs are hidden. */
	estimated?: true;
	paymentMethod?: 'attached' | 'none' | 'unknown';
	/** Meta reports an error of the payment method, in its words. */
	paymentProblem?: string;
	/** WhatsApp last refused for money (131042) at this time: ISO 8601. */
	lastMoneyError?: string;
	/** What was looked at and what it said, a sentence each. */
	evidence: string[];
	/** ISO 8601. */
	asOf: string;
	source: BalanceSourceId;
	message: string;
	whatToDo?: string;
}

/** A field of the provider's credential, in the words of the provider's own screens. */
export interface SourceField {
	name: string;
	displayName: string;
	description: string;
	secret?: true;
	/** Everything works without it. */
	optional?: true;
	placeholder?: string;
}

/** One request to a provider. */
export interface ProviderRequest {
	method: 'GET' | 'POST';
	url: string;
	headers: Record<string, string>;
	body?: string;
	timeoutMs: number;
}

export interface ProviderResponse {
	status: number;
	headers: Record<string, string>;
	/** Parsed JSON where the answer was JSON, else the text. */
	body: unknown;
}

/**
 * Performs one request to a provider: any status is an answer, no answer is an error (a
 * {@link TransportError}, if possible). Follows no redirect, because the key would go along.
 */
export type ProviderTransport = (request: ProviderRequest) => Promise<ProviderResponse>;

/** What a source may need; the engines hand in what they have. */
export interface BalancePorts {
	clock: Pick<Clock, 'now'>;
	provider?: ProviderTransport;
	/** With `account`: the connection to Meta, for the source `meta`. */
	graph?: Transport;
	account?: Pick<Account, 'businessAccountId' | 'phoneNumberId' | 'apiVersion'>;
	/** For the source `prepaid`. */
	purchases?: readonly Purchase[];
	/** For `prepaid`: what was spent since a time, in milliseconds; Meta is asked by the caller's reader. */
	spentSince?: (since: number) => Promise<KnownSpend>;
	/** When WhatsApp last refused for money (131042), in milliseconds; undefined where it never did. */
	lastMoneyError?: number;
}

/** What a source answers; who was asked and when is added by {@link readBalance}. */
export type BalanceReading = Omit<Balance, 'asOf' | 'source'>;

/** Something that can be asked for a balance. One file each, and a line in index.ts. */
export interface BalanceSource {
	id: BalanceSourceId;
	name: string;
	fields: readonly SourceField[];
	/** @throws {NoBalance} and whatever else goes wrong: `readBalance` makes an answer of it. */
	read(access: SourceAccess, ports: BalancePorts): Promise<BalanceReading>;
}

/** What stands in the credential, by the names of the source's `fields`. */
export type SourceAccess = Readonly<Record<string, string | undefined>>;

/** Nobody can say what is left, and why. Never an amount, never zero. */
export class NoBalance extends Error {
	readonly whatToDo: string;

	readonly evidence: string[];

	constructor(message: string, whatToDo: string, evidence: string[] = [message]) {
		super(message);
		this.name = 'NoBalance';
		this.whatToDo = whatToDo;
		this.evidence = evidence;
	}
}
