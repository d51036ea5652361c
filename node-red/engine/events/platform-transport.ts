import type { PlatformTransport } from '../../../core/events/platform-api';

/** An order with all its tickets is some hundred KB; more than this is not an answer about one. */
const LARGEST_ANSWER = 8 * 1024 * 1024;

/** One GET of a ticketing platform's API. No redirect is followed: the token would go along. */
export const platformTransport: PlatformTransport = async ({ url, headers, timeoutMs }) => {
	// Loaded at the first request, as in transport.ts.
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it at once
	const { default: axios } = require('axios') as typeof import('axios');
	const { status, data } = await axios.get<unknown>(url, {
		headers,
		// axios' own limit counts from the first byte on; the signal ends what never begins, too.
		timeout: timeoutMs,
		signal: AbortSignal.timeout(timeoutMs),
		maxRedirects: 0,
		maxContentLength: LARGEST_ANSWER,
		validateStatus: () => true,
		responseType: 'json',
	});
	return { status, body: data };
};
