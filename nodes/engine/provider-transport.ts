import type { FunctionsBase, IN8nHttpFullResponse } from 'n8n-workflow';
import type { ProviderTransport } from '../../core/credits/balance/balance';
import { transportErrorFrom } from '../../core/graph/transport-failure';

interface RequestContext extends FunctionsBase {
	helpers: { httpRequest(options: object): Promise<unknown> };
}

/**
 * One request to a provider through n8n's own HTTP helper, so that proxies and certificates are respected. The key
 * goes along, so no redirect is followed; core has checked the host.
 */
export function providerTransport(context: RequestContext): ProviderTransport {
	return async ({ method, url, headers, body, timeoutMs }) => {
		try {
			const answer = (await context.helpers.httpRequest({
				...{ method, url, headers, timeout: timeoutMs, json: false, encoding: 'text' },
				...(body === undefined ? {} : { body }),
				...{ disableFollowRedirect: true, returnFullResponse: true, ignoreHttpStatusErrors: true },
			})) as IN8nHttpFullResponse;
			return {
				status: answer.statusCode,
				headers: Object.fromEntries(
					Object.entries(answer.headers).map(([name, value]) => [
						name.toLowerCase(),
						String(value),
					]),
				),
				body: typeof answer.body === 'string' ? parsed(answer.body) : answer.body,
			};
		} catch (error) {
			throw transportErrorFrom(error);
		}
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// Not JSON is a finding of its own: core says so.
		return text;
	}
}
