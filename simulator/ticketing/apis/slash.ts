import type { Answer, Request } from '../../http/router.ts';

/** Django sends a path without its last slash on: a client that follows no redirect gets nothing. */
export function slashMissing({ path, query }: Request): Answer | undefined {
	if (path.endsWith('/')) return undefined;
	const search = query.size === 0 ? '' : `?${query}`;
	return { status: 301, headers: { Location: `${path}/${search}` } };
}
