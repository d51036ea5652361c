import type { GraphRequest, Transport } from '../ports';
import { callGraph } from './call';

export interface Page {
	data: unknown[];
	/** Cursor of the next page; absent on the last one. */
	after?: string;
	/** Figures of the whole list, where the request asks for a `summary`. */
	summary?: Record<string, unknown>;
}

/**
 * One page of a Graph list. Follows `paging.cursors.after`, and only while `paging.next` is there:
 * Meta gives a cursor on the last page too.
 */
export async function readPage(
	transport: Transport,
	action: string,
	request: Omit<GraphRequest, 'method'>,
	after?: string,
): Promise<Page> {
	const query = { ...request.query, ...(after ? { after } : {}) };
	const answer = await callGraph(transport, action, { ...request, method: 'GET', query });
	const paging = (answer.paging ?? {}) as { cursors?: { after?: string }; next?: string };
	const { summary } = answer as { summary?: Record<string, unknown> | null };
	return {
		data: Array.isArray(answer.data) ? answer.data : [],
		after: paging.next ? paging.cursors?.after : undefined,
		...(summary && typeof summary === 'object' ? { summary } : {}),
	};
}

/**
 * Every entry of a Graph list, page after page. `maxPages` guards against a server whose cursors
 * never end.
 */
export async function readAllPages(
	transport: Transport,
	action: string,
	request: Omit<GraphRequest, 'method'>,
	maxPages = 100,
): Promise<unknown[]> {
	const all: unknown[] = [];
	let after: string | undefined;
	for (let page = 0; page < maxPages; page++) {
		const { data, after: next } = await readPage(transport, action, request, after);
		all.push(...data);
		if (!next || next === after) return all;
		after = next;
	}
	throw new Error(`${action}: the list did not end after ${maxPages} pages`);
}
