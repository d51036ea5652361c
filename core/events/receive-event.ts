import type { Notice } from './notice';
import { PlatformApiError, platformGet, type PlatformAccess } from './platform-api';
import type {
	Headers,
	Ignored,
	Platform,
	PlatformReport,
	Query,
	ReadingOptions,
} from './platforms/platform';

/** A webhook of a ticketing platform as it arrived. */
export interface EventCall {
	/** The bytes as received: signatures are over these. */
	rawBody: Uint8Array;
	headers: Headers;
	query: Query;
	/** ISO 8601; stands in where the platform gives no time of its own. */
	receivedAt: string;
}

export interface EventReceiver {
	platform: Platform;
	/** What the platform proves itself with. */
	secret: string | undefined;
	/** How to ask the platform's API, for webhooks that carry numbers only. */
	access?: PlatformAccess;
	options?: ReadingOptions;
}

export type ReceivedEvent =
	| { ok: true; notices: Notice[]; ignored: Ignored[] }
	| { ok: false; status: 400 | 401 | 502; message: string };

/**
 * One webhook of a ticketing platform: verified, completed from the platform's API where it carries
 * numbers only, then read into notices. Fails closed: without the platform's proof nothing of the
 * body is read. What could not be fetched is answered 502, so that the platform delivers it again.
 */
export async function receiveEvent(
	{ platform, secret, access, options }: EventReceiver,
	call: EventCall,
): Promise<ReceivedEvent> {
	const { rawBody, headers, query, receivedAt } = call;
	const now = Date.parse(receivedAt);
	const verified = platform.verify({ rawBody, headers, query, secret: secret?.trim(), now });
	if (!verified.ok) return { ok: false, status: 401, message: verified.message };
	let body: unknown;
	try {
		body = JSON.parse(Buffer.from(rawBody).toString('utf8'));
	} catch {
		return { ok: false, status: 400, message: 'The body is not JSON' };
	}
	const report: PlatformReport = { headers, query, body, receivedAt, options };
	if (platform.api === undefined) return { ok: true, ...platform.read(report) };
	try {
		const fetched = await platform.api.fetch(report, platformGet(platform, access));
		return { ok: true, ...platform.read({ ...report, fetched }) };
	} catch (error) {
		if (!(error instanceof PlatformApiError)) throw error;
		return { ok: false, status: error.kind === 'foreign_host' ? 400 : 502, message: error.message };
	}
}
