import type { Notice } from '../notice';

export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;
export type Query = Readonly<Record<string, unknown>>;

/** How a platform proves that a webhook is its own. Shown to the user beside the secret field. */
export interface PlatformSignature {
	type: 'hmac-base64' | 'hmac-hex' | 'shared-secret';
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
}

export type RefusalReason =
	'secret_missing' | 'signature_missing' | 'signature_malformed' | 'signature_mismatch';

export type Verification = { ok: true } | { ok: false; reason: RefusalReason; message: string };

export interface PlatformReport {
	headers?: Headers;
	query?: Query;
	/** The parsed JSON body, whatever it is. */
	body: unknown;
	/** ISO 8601; stands in where the platform gives no time of its own. */
	receivedAt: string;
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

/** A ticketing platform: proves its webhooks and reads them into notices. One file each. */
export interface Platform {
	id: string;
	name: string;
	signature: PlatformSignature;
	/** Refuses when no secret is set: an unprotected address lets anyone send in your name. */
	verify(request: SignedRequest): Verification;
	/** Never throws, whatever the body. */
	read(report: PlatformReport): PlatformReading;
}
