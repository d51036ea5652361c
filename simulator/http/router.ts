import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { parseJson } from '../json.ts';

/** A request whose body has been read. */
export interface Request {
	method: string;
	path: string;
	query: URLSearchParams;
	headers: IncomingHttpHeaders;
	body: Buffer;
	/** `http://host` as the caller wrote it: links in answers lead back the same way. */
	origin: string;
	/** Named parts of the path. */
	params: Record<string, string>;
	/** For answers that stay open: server-sent events. */
	response: ServerResponse;
}

/** An answer; `json` or `bytes`, or neither when the route has written to the response itself. */
export interface Answer {
	status: number;
	json?: unknown;
	bytes?: Uint8Array | string;
	headers?: Record<string, string>;
}

/** Answers a request; `undefined` leaves the response as it is. */
export type Route = (request: Request) => Answer | undefined | Promise<Answer | undefined>;

interface Entry {
	method: string;
	segments: string[];
	route: Route;
}

/** Finds the route of a path. Parts that begin with `:` are parameters; the first match wins. */
export class Router {
	readonly #entries: Entry[] = [];

	add(method: string, path: string, route: Route): this {
		this.#entries.push({ method, segments: path.split('/').filter(Boolean), route });
		return this;
	}

	/** @param path without a version or a query */
	find(method: string, path: string): { route: Route; params: Record<string, string> } | undefined {
		const parts = path.split('/').filter(Boolean);
		for (const { method: wanted, segments, route } of this.#entries) {
			if (wanted !== method || segments.length !== parts.length) continue;
			const params: Record<string, string> = {};
			const fits = segments.every((segment, position) => {
				const part = parts[position] ?? '';
				if (!segment.startsWith(':')) return segment === part;
				params[segment.slice(1)] = decode(part);
				return true;
			});
			if (fits) return { route, params };
		}
		return undefined;
	}
}

/** The JSON body; `undefined` when there is none or it is not JSON. */
export function jsonBody(request: Request): unknown {
	return request.body.length === 0 ? undefined : parseJson(request.body.toString('utf8'));
}

function decode(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
