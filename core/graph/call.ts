import type { GraphRequest, GraphResponse, Transport } from '../ports';
import { GraphCallError, readGraphError } from './error';

/**
 * One Graph call that must succeed; returns the answer's JSON object.
 *
 * @param action what was tried, for the error: "Reading the templates"
 * @throws {GraphCallError} when Meta refuses, with its code and fbtrace_id
 * @throws {TransportError} when no answer came
 */
export async function callGraph(
	transport: Transport,
	action: string,
	request: GraphRequest,
): Promise<Record<string, unknown>> {
	const response = await transport(request);
	return jsonOf(action, response);
}

function jsonOf(action: string, response: GraphResponse): Record<string, unknown> {
	const { body, status } = response;
	const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
	if (status >= 200 && status < 300 && isObject && !('error' in body)) {
		return body as Record<string, unknown>;
	}
	throw new GraphCallError(action, readGraphError(response));
}
