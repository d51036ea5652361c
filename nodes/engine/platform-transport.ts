import type { FunctionsBase, IN8nHttpFullResponse } from 'n8n-workflow';
import type { PlatformTransport } from '../../core/events/platform-api';

/** A context with n8n's HTTP helper: that of a webhook, or of an execution. */
interface RequestContext extends FunctionsBase {
	helpers: { httpRequest(options: object): Promise<unknown> };
}

/**
 * One GET of a ticketing platform's API through n8n's own HTTP helper, so that proxies and certificates
 * are respected. The token goes along, so no redirect is followed; core has checked the host.
 */
export function platformTransport(context: RequestContext): PlatformTransport {
	return async ({ url, headers, timeoutMs }) => {
		const answer = (await context.helpers.httpRequest({
			...{ method: 'GET', url, headers, timeout: timeoutMs, json: true },
			...{ disableFollowRedirect: true, returnFullResponse: true, ignoreHttpStatusErrors: true },
		})) as IN8nHttpFullResponse;
		return { status: answer.statusCode, body: answer.body };
	};
}
