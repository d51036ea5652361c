import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { AxiosInstance, AxiosRequestConfig, AxiosResponse } from 'axios';
import { multipartBody, uploadBody } from '../../core/graph/multipart';
import { transportErrorFrom } from '../../core/graph/transport-failure';
import type { GraphRequest, GraphResponse, Transport } from '../../core/ports';

/**
 * How long a connection waits for its next request. Short, because a request that leaves at the moment
 * in which the other side closes an idle connection ends as "nobody knows whether it arrived".
 */
const IDLE_MS = 3_000;

/** Graph's lists are some hundred KB; more than this is not an answer of WhatsApp. */
const LARGEST_ANSWER = 32 * 1024 * 1024;

/**
 * Requests under way, to be given up together. Each has a signal of its own: one that ten thousand
 * requests listen to, one after the other, keeps the garbage of all of them from being collected soon.
 */
export class OpenRequests {
	private readonly open = new Set<AbortController>();

	/** Ends what is under way: such a request may have left. */
	abort(): void {
		for (const controller of this.open) controller.abort();
	}

	/** Runs one request with its signal. */
	async run<T>(request: (signal: AbortSignal) => Promise<T>): Promise<T> {
		const controller = new AbortController();
		this.open.add(controller);
		try {
			return await request(controller.signal);
		} finally {
			this.open.delete(controller);
		}
	}
}

/** Graph requests of one account over connections that are kept open between them. */
export class GraphClient {
	private readonly agents = {
		httpAgent: new HttpAgent({ keepAlive: true, timeout: IDLE_MS }),
		httpsAgent: new HttpsAgent({ keepAlive: true, timeout: IDLE_MS }),
	};

	private client: AxiosInstance | undefined;

	constructor(
		private readonly apiUrl: string,
		private readonly accessToken: string,
	) {}

	/** Made at the first request: loading axios would take most of the time in which the package loads. */
	private http(): AxiosInstance {
		if (this.client) return this.client;
		// eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it at once
		const { default: axios } = require('axios') as typeof import('axios');
		this.client = axios.create({
			...this.agents,
			baseURL: this.apiUrl,
			// A redirected POST may arrive as a GET, or twice; Meta's API does not redirect.
			maxRedirects: 0,
			maxBodyLength: Infinity,
			maxContentLength: LARGEST_ANSWER,
			validateStatus: () => true,
			responseType: 'text',
			transformResponse: (body: unknown) => body,
		});
		return this.client;
	}

	/**
	 * Every HTTP status comes back as an answer; only a request without one rejects, and then says whether
	 * it can have left.
	 *
	 * @param requests counts them among these, which can be given up together
	 */
	transport(requests = new OpenRequests()): Transport {
		return async (request) => {
			try {
				return await requests.run(async (signal) =>
					responseFrom(await this.http().request(this.configFor(request, signal))),
				);
			} catch (error) {
				throw transportErrorFrom(error);
			}
		};
	}

	/** Closes what is idle; a request under way keeps its connection, which then closes by itself. */
	close(): void {
		for (const agent of Object.values(this.agents)) {
			for (const sockets of Object.values(agent.freeSockets)) {
				for (const socket of sockets ?? []) socket.destroy();
			}
		}
	}

	private configFor(request: GraphRequest, signal: AbortSignal): AxiosRequestConfig {
		const form = request.file
			? multipartBody(request.file)
			: request.bytes && uploadBody(request.bytes);
		return {
			method: request.method,
			url: request.path,
			params: request.query,
			headers: {
				...request.headers,
				Authorization: `${request.authorization ?? 'Bearer'} ${request.accessToken ?? this.accessToken}`,
				Accept: 'application/json',
				...(form ? { 'Content-Type': form.contentType } : {}),
			},
			data: form ? form.body : request.body,
			timeout: request.timeoutMs,
			signal,
		};
	}
}

/** An answer of axios whose text was left alone → as core reads it. */
export function responseFrom({ status, headers, data }: AxiosResponse<unknown>): GraphResponse {
	return {
		status,
		headers: Object.fromEntries(
			Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
		),
		body: parsed(data),
	};
}

function parsed(body: unknown): unknown {
	if (typeof body !== 'string') return body;
	try {
		return JSON.parse(body);
	} catch {
		// Not JSON is a finding of its own: core reads it as an answer that is not of whom was asked.
		return body;
	}
}
