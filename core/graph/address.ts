/** Meta's address of the Graph API; a simulator or a Cloud-API-shaped provider has its own. */
export const DEFAULT_API_URL = 'https://graph.facebook.com';

/** Newest Graph API version at the time of writing (v26.0, 2026-07-29). */
export const DEFAULT_API_VERSION = 'v26.0';

/** Versions offered for choice, newest first. Expired ones are served by the oldest live one. */
export const API_VERSIONS = ['v26.0', 'v25.0', 'v24.0', 'v23.0', 'v22.0'] as const;

/**
 * A Graph path with its version: `graphPath('v26.0', '123', 'messages')` → `/v26.0/123/messages`.
 * Segments are escaped, so that an id typed with a slash or a space cannot reach another endpoint.
 */
export function graphPath(version: string, ...segments: string[]): string {
	const tidy = version.trim().replace(/^\/+|\/+$/g, '');
	const prefix = /^\d+(\.\d+)?$/.test(tidy) ? `v${tidy}` : tidy;
	return '/' + [prefix, ...segments].filter(Boolean).map(escapedSegment).join('/');
}

/** A path of escaped segments below any address: `pathOf('Accounts', 'AC1')` → `/Accounts/AC1`. */
export const pathOf = (...segments: string[]): string =>
	'/' + segments.map(escapedSegment).join('/');

/**
 * Escapes `.` and `..` twice: a URL parser resolves them even when they are escaped once. Half a
 * surrogate pair, which nothing can escape, is dropped.
 */
function escapedSegment(segment: string): string {
	const inert = /^\.{1,2}$/.test(segment) ? segment.replaceAll('.', '%2E') : segment;
	return encodeURIComponent(inert.replace(/[\ud800-\udfff]/gu, ''));
}

/** The API address without trailing slashes, so that joining with a path gives one slash. */
export function tidyApiUrl(apiUrl: string | undefined): string {
	const url = (apiUrl ?? '').trim().replace(/\/+$/, '');
	return url === '' ? DEFAULT_API_URL : url;
}
