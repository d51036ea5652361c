import type { Headers } from './platform';

/** One header, whatever its case; the first value where it was sent more than once. */
export function requestHeader(headers: Headers | undefined, name: string): string | undefined {
	const wanted = name.toLowerCase();
	for (const [key, value] of Object.entries(headers ?? {})) {
		if (key.toLowerCase() !== wanted) continue;
		const first: unknown = Array.isArray(value) ? value[0] : value;
		return typeof first === 'string' && first !== '' ? first : undefined;
	}
	return undefined;
}
