import { transportErrorFrom } from '../../core/graph/transport-failure';
import type { Transport } from '../../core/ports';

/** The client's port to the network, by Node's own fetch: JSON only. */
export function fetchTransport(apiUrl: string, accessToken: string): Transport {
	return async ({ method, path, query, body, timeoutMs }) => {
		const search = query ? `?${new URLSearchParams(query)}` : '';
		try {
			const response = await fetch(`${apiUrl}${path}${search}`, {
				method,
				headers: {
					Authorization: `Bearer ${accessToken}`,
					...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
				},
				...(body === undefined ? {} : { body: JSON.stringify(body) }),
				signal: AbortSignal.timeout(timeoutMs),
			});
			return {
				status: response.status,
				headers: Object.fromEntries(response.headers),
				body: await response.json(),
			};
		} catch (error) {
			throw transportErrorFrom(error);
		}
	};
}
