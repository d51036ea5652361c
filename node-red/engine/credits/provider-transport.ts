import type { ProviderTransport } from '../../../core/credits/balance/balance';
import { transportErrorFrom } from '../../../core/graph/transport-failure';
import { responseFrom } from '../transport';

/** A balance is a few lines; more than this is not one. */
const LARGEST_ANSWER = 1024 * 1024;

/** One request to a provider of WhatsApp numbers. No redirect is followed: the key would go along. */
export const providerTransport: ProviderTransport = async (request) => {
	const { method, url, headers, body, timeoutMs } = request;
	// Loaded at the first request, as in transport.ts.
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it at once
	const { default: axios } = require('axios') as typeof import('axios');
	try {
		const answer = await axios.request<unknown>({
			...{ method, url, headers, data: body },
			// axios' own limit counts from the first byte on; the signal ends what never begins, too.
			timeout: timeoutMs,
			signal: AbortSignal.timeout(timeoutMs),
			maxRedirects: 0,
			maxContentLength: LARGEST_ANSWER,
			validateStatus: () => true,
			responseType: 'text',
			transformResponse: (text: unknown) => text,
		});
		return responseFrom(answer);
	} catch (error) {
		throw transportErrorFrom(error);
	}
};
