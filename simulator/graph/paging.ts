import type { JsonObject } from '../json.ts';
import type { Request } from '../http/router.ts';
import { GraphError } from './error.ts';

/** Items on a page when nothing is said. Source: Graph API, "Paginated results". */
export const DEFAULT_LIMIT = 25;

/** One page with its cursors and the addresses of its neighbours. */
export interface Page<T> {
	items: T[];
	paging: JsonObject | undefined;
}

/**
 * Cuts a page out of a list, by `limit`, `after` and `before`.
 *
 * @throws {GraphError} 100 for a limit or a cursor that makes no sense
 */
export function pageOf<T>(items: readonly T[], request: Request): Page<T> {
	const limit = readLimit(request.query.get('limit'));
	const after = request.query.get('after');
	const before = request.query.get('before');
	let start = 0;
	let end = limit;
	if (after !== null && after !== '') {
		start = position(after) + 1;
		end = start + limit;
	} else if (before !== null && before !== '') {
		end = position(before);
		start = Math.max(0, end - limit);
	}
	const page = items.slice(start, end);
	if (page.length === 0) return { items: page, paging: undefined };
	const last = start + page.length - 1;
	const cursors = { before: cursor(start), after: cursor(last) };
	return {
		items: page,
		paging: {
			cursors,
			...(last + 1 < items.length ? { next: address(request, 'after', cursors.after, limit) } : {}),
			...(start > 0 ? { previous: address(request, 'before', cursors.before, limit) } : {}),
		},
	};
}

/** A cursor in Meta's look: base64 with `ZD` in place of each `=`, as in `MAZDZD`. */
function cursor(index: number): string {
	return Buffer.from(String(index)).toString('base64').replaceAll('=', 'ZD');
}

function position(text: string): number {
	const index = Buffer.from(text.replace(/(ZD)+$/, ''), 'base64').toString();
	if (!/^\d{1,9}$/.test(index)) {
		throw new GraphError(100, { message: '(#100) Invalid cursors values' });
	}
	return Number(index);
}

function readLimit(text: string | null): number {
	if (text === null || text === '') return DEFAULT_LIMIT;
	const limit = Number(text);
	if (!Number.isInteger(limit) || limit < 1) {
		throw new GraphError(100, { message: '(#100) param limit must be a positive integer' });
	}
	return limit;
}

function address(request: Request, side: string, value: string, limit: number): string {
	const query = new URLSearchParams(request.query);
	query.delete('after');
	query.delete('before');
	query.set('limit', String(limit));
	query.set(side, value);
	return `${request.origin}${request.path}?${query.toString()}`;
}
