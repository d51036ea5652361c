import type { AutomationId } from '../automations';
import type { Notice } from '../notice';

export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;
export type Query = Readonly<Record<string, unknown>>;

/** How a platform proves that a webhook is its own. Shown to the user beside the secret field. */
export interface PlatformSignature {
	type: 'hmac-base64' | 'hmac-hex' | 'shared-secret' | 'none';
	/** Header that carries the signature or the secret, in the platform's spelling. */
	header: string;
	/** Query parameter that may carry a shared secret instead. */
	query?: string;
	description: string;
}

export interface SignedRequest {
	/** The bytes as received: a re-serialised body gives another signature. */
	rawBody: Uint8Array;
	headers: Headers;
	query?: Query;
	secret: string | undefined;
	/** Milliseconds since 1970: a signed time stamp must not be old. */
	now: number;
}

export type RefusalReason =
	| 'secret_missing'
	| 'signature_missing'
	| 'signature_malformed'
	| 'signature_mismatch'
	| 'signature_expired';

export type Verification = { ok: true } | { ok: false; reason: RefusalReason; message: string };

export interface PlatformReport {
	headers?: Headers;
	query?: Query;
	/** The parsed JSON body, whatever it is. */
	body: unknown;
	/** ISO 8601; stands in where the platform gives no time of its own. */
	receivedAt: string;
	/** What the platform's API answered, where the webhook carries numbers only: see `PlatformApi`. */
	fetched?: unknown;
	options?: ReadingOptions;
}

/** What an organiser says about their own forms. */
export interface ReadingOptions {
	/** The question of the registration form that asks for the phone, as it is worded there. */
	phoneQuestion?: string;
}

export type IgnoredReason = 'not_an_object' | 'unknown_event' | 'not_complete' | 'not_needed';

/** A report, or a part of one, that is nothing to tell anybody about. */
export interface Ignored {
	reason: IgnoredReason;
	message: string;
}

export interface PlatformReading {
	notices: Notice[];
	ignored: Ignored[];
}

/**
 * Asks the platform's API with the credential's token. Takes an address, or a path below the API's
 * own; refuses any other host, and follows no redirect, because the token goes along.
 *
 * @returns the JSON. @throws {PlatformApiError}
 */
export type PlatformGet = (address: string) => Promise<unknown>;

/** For webhooks that carry numbers only: the rest is asked for. */
export interface PlatformApi {
	/** Where it is when nothing else is set; absent where everybody hosts their own. */
	address?: string;
	/** Where it is on every host, so that `https://tickets.example` is enough: `/api/v1`. */
	path?: string;
	/** The header the token goes into, in the platform's way: `Token …`, `Bearer …`. */
	authorization(token: string): string;
	/**
	 * What the report is about, as the API has it now, for `read`'s `fetched`; undefined where nothing
	 * has to be asked, e.g. for an action nobody is told about.
	 */
	fetch(report: PlatformReport, get: PlatformGet): Promise<unknown>;
}

/** A ticketing platform: proves its webhooks and reads them into notices. One file each. */
export interface Platform {
	id: string;
	name: string;
	/** Whether it calls, or has to be asked: Schedule → HTTP Request → Event Messages. */
	arrival: 'webhook' | 'poll';
	/** The automatic triggers its reports can set off; the others it cannot report. */
	feeds: readonly AutomationId[];
	/** It tries the address with a GET first, and posts only where that was answered 200. */
	answersGet?: true;
	/** It appends to the path of the address it was given: `/<what happened>/<number>`. */
	appendsPath?: true;
	api?: PlatformApi;
	signature: PlatformSignature;
	/** Refuses when no secret is set: an unprotected address lets anyone send in your name. */
	verify(request: SignedRequest): Verification;
	/** Never throws, whatever the body. */
	read(report: PlatformReport): PlatformReading;
}
