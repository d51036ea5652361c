import type {
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { multipartBody, uploadBody } from '../../core/graph/multipart';
import { transportErrorFrom } from '../../core/graph/transport-failure';
import type { GraphRequest, GraphResponse, Transport } from '../../core/ports';
import { CREDENTIAL } from './account';

type RequestContext = IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions;

/**
 * Graph requests through n8n's own HTTP helper, so that proxies, certificates and the credential's
 * allowed domains are respected. Every HTTP status comes back as an answer; only a request without
 * one rejects, and then says whether it can have left.
 */
export function n8nTransport(context: RequestContext, apiUrl: string): Transport {
	return async (request) => {
		try {
			const response = (await context.helpers.httpRequestWithAuthentication.call(
				context,
				CREDENTIAL,
				optionsFor(request, apiUrl),
			)) as IN8nHttpFullResponse;
			return toGraphResponse(response);
		} catch (error) {
			throw transportErrorFrom(error);
		}
	};
}

function optionsFor(request: GraphRequest, apiUrl: string): IHttpRequestOptions {
	const headers: Record<string, string> = { ...request.headers };
	if (request.accessToken) {
		headers.Authorization = `${request.authorization ?? 'Bearer'} ${request.accessToken}`;
	}
	const form = rawBodyOf(request);
	if (form) headers['Content-Type'] = form.contentType;
	return {
		method: request.method,
		url: `${apiUrl}${request.path}`,
		headers,
		...(request.query ? { qs: request.query } : {}),
		...(form
			? { body: form.body }
			: request.body === undefined
				? {}
				: { body: request.body as object }),
		json: form === undefined,
		timeout: request.timeoutMs,
		// A redirected POST may arrive as a GET, or twice; Meta's API does not redirect.
		disableFollowRedirect: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	};
}

/** A body that is not JSON: a form with a file, or the bytes of an upload. */
function rawBodyOf(request: GraphRequest): { contentType: string; body: Buffer } | undefined {
	if (request.file) return multipartBody(request.file);
	return request.bytes && uploadBody(request.bytes);
}

function toGraphResponse(response: IN8nHttpFullResponse): GraphResponse {
	return {
		status: response.statusCode,
		headers: Object.fromEntries(
			Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
		),
		body: typeof response.body === 'string' ? parsed(response.body) : response.body,
	};
}

/** A body n8n left as text: an upload's answer, or a page of some proxy. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// Not JSON is a finding of its own: core reads it as an answer that is not Meta's.
		return text;
	}
}
