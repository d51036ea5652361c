import type { Notice } from './notice';
import type { Headers, Ignored, Platform, Query } from './platforms/platform';

/** A webhook of a ticketing platform as it arrived. */
export interface EventCall {
	/** The bytes as received: signatures are over these. */
	rawBody: Uint8Array;
	headers: Headers;
	query: Query;
	/** ISO 8601; stands in where the platform gives no time of its own. */
	receivedAt: string;
}

export type ReceivedEvent =
	| { ok: true; notices: Notice[]; ignored: Ignored[] }
	| { ok: false; status: 400 | 401; message: string };

/**
 * One webhook of a ticketing platform: verified, then read into notices. Fails closed: without the
 * platform's proof nothing of the body is read.
 */
export function receiveEvent(
	platform: Platform,
	call: EventCall,
	secret: string | undefined,
): ReceivedEvent {
	const { rawBody, headers, query, receivedAt } = call;
	const verified = platform.verify({ rawBody, headers, query, secret: secret?.trim() });
	if (!verified.ok) return { ok: false, status: 401, message: verified.message };
	let body: unknown;
	try {
		body = JSON.parse(Buffer.from(rawBody).toString('utf8'));
	} catch {
		return { ok: false, status: 400, message: 'The body is not JSON' };
	}
	return { ok: true, ...platform.read({ headers, query, body, receivedAt }) };
}
