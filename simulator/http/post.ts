import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

/** What came back; status 0 when nothing did. */
export interface PostResult {
	status: number;
	statusMessage: string;
	body: string;
	ms: number;
	error?: string;
}

/** How long a receiver may take. Meta's own limit is not documented. */
const TIMEOUT_MS = 10_000;

/** Calls other servers over kept connections; closing it ends what is under way. */
export class OutgoingCalls {
	readonly #http = new HttpAgent({ keepAlive: true, maxSockets: 64 });
	readonly #https = new HttpsAgent({ keepAlive: true, maxSockets: 64 });
	readonly #closing = new AbortController();

	post(
		url: string,
		body: string | Uint8Array,
		headers: Record<string, string>,
		timeoutMs?: number,
	) {
		return this.#call('POST', url, headers, body, timeoutMs);
	}

	get(url: string, headers: Record<string, string> = {}) {
		return this.#call('GET', url, headers, undefined);
	}

	close(): void {
		this.#closing.abort();
		this.#http.destroy();
		this.#https.destroy();
	}

	#call(
		method: string,
		url: string,
		headers: Record<string, string>,
		body: string | Uint8Array | undefined,
		timeout = TIMEOUT_MS,
	): Promise<PostResult> {
		const started = performance.now();
		const result = (found: Omit<PostResult, 'ms'>): PostResult => ({
			...found,
			ms: Math.round(performance.now() - started),
		});
		const nothing = (error: Error) =>
			result({ status: 0, statusMessage: '', body: '', error: reason(error) });
		return new Promise<PostResult>((resolve) => {
			let target: URL;
			try {
				target = new URL(url);
				if (!/^https?:$/.test(target.protocol)) throw new Error('not an http address');
			} catch (error) {
				resolve(nothing(error as Error));
				return;
			}
			const secure = target.protocol === 'https:';
			const call = (secure ? httpsRequest : httpRequest)(
				target,
				{
					method,
					agent: secure ? this.#https : this.#http,
					signal: this.#closing.signal,
					timeout,
					headers: {
						...headers,
						...(body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }),
					},
				},
				(response) => {
					let text = '';
					response.setEncoding('utf8');
					response.on('data', (part: string) => {
						if (text.length < 10_000) text += part;
					});
					response.on('error', (error) => resolve(nothing(error)));
					response.on('end', () =>
						resolve(
							result({
								status: response.statusCode ?? 0,
								statusMessage: response.statusMessage ?? '',
								body: text,
							}),
						),
					);
				},
			);
			call.on('timeout', () => call.destroy(new Error('Operation timed out')));
			call.on('error', (error) => resolve(nothing(error)));
			call.end(body);
		});
	}
}

function reason(error: Error): string {
	const code = (error as NodeJS.ErrnoException).code;
	return error.message || code || 'no answer';
}
