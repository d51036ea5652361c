/**
 * What core needs from the outside world. An engine adapter provides these; core itself has no
 * timers, no network and no files (docs/adr/0001-pure-core.md).
 */

/** One call to the Graph API. `path` starts with a slash and carries the version: `/v26.0/123/messages`. */
export interface GraphRequest {
	method: 'GET' | 'POST' | 'DELETE';
	path: string;
	query?: Record<string, string>;
	/** Sent as JSON. */
	body?: unknown;
	/** Sent as multipart/form-data instead of `body`: header media uploads. */
	file?: {
		field: string;
		name: string;
		mimeType: string;
		data: Uint8Array;
		fields: Record<string, string>;
	};
	/** Sent as they are instead of `body`: the bytes of a resumable upload. */
	bytes?: Uint8Array;
	/** Further headers: `file_offset` of a resumable upload. */
	headers?: Record<string, string>;
	/** Word before the token; Meta's uploads want `OAuth`. Goes with `accessToken`. */
	authorization?: 'Bearer' | 'OAuth';
	/** Used instead of the credential's token: app tokens `APP_ID|SECRET` for subscriptions. */
	accessToken?: string;
	/** Milliseconds until the answer is given up; the request may have arrived all the same. */
	timeoutMs: number;
}

/** An answer of any HTTP status. Transports do not throw on 4xx or 5xx. */
export interface GraphResponse {
	status: number;
	headers: Record<string, string>;
	/** Parsed JSON where the answer was JSON, else the text. */
	body: unknown;
}

/**
 * Performs one Graph request. Rejects with a {@link TransportError} when no answer came, which must
 * say whether the request can have left; any other rejection is read as "may have left".
 */
export type Transport = (request: GraphRequest) => Promise<GraphResponse>;

/** No HTTP answer. `left: false` only where the request surely never reached the other side. */
export class TransportError extends Error {
	readonly left: boolean;

	readonly code: string;

	constructor(message: string, options: { left: boolean; code: string; cause?: unknown }) {
		super(message, { cause: options.cause });
		this.name = 'TransportError';
		this.left = options.left;
		this.code = options.code;
	}
}

/** Time, injected so that tests need not wait. Milliseconds throughout. */
export interface Clock {
	now(): number;
	sleep(ms: number): Promise<void>;
}

/** Where a line for the person who runs the engine goes. Never pass secrets or full numbers. */
export interface Logger {
	info(message: string, details?: Record<string, unknown>): void;
	warn(message: string, details?: Record<string, unknown>): void;
}
