import type { GraphRequest, GraphResponse, Transport } from '../ports';

/** What one request gets: an answer, or a failure to throw. */
export type ScriptedAnswer = Partial<GraphResponse> | Error;

export interface ScriptedTransport {
	transport: Transport;
	/** Every request so far, in order. */
	requests: GraphRequest[];
}

/**
 * A transport that plays answers in order, or asks `script` for each request. A request beyond the
 * script fails the test.
 */
export function scriptedTransport(
	script:
		| ScriptedAnswer[]
		| ((request: GraphRequest, count: number) => ScriptedAnswer | Promise<ScriptedAnswer>),
): ScriptedTransport {
	const requests: GraphRequest[] = [];
	const transport: Transport = async (request) => {
		requests.push(request);
		const count = requests.length;
		const answer = typeof script === 'function' ? await script(request, count) : script[count - 1];
		if (!answer) throw new Error(`No answer is scripted for request ${count} (${request.path})`);
		if (answer instanceof Error) throw answer;
		return { status: 200, headers: {}, body: {}, ...answer };
	};
	return { transport, requests };
}

/** Meta's refusal of a call: `{error: {message, type, code, fbtrace_id, …}}`. */
export function refusal(
	code: number,
	more: { status?: number; details?: string; subcode?: number } = {},
): GraphResponse {
	return {
		status: more.status ?? 400,
		headers: {},
		body: {
			error: {
				message: `(#${code}) Refused`,
				type: 'OAuthException',
				code,
				...(more.subcode === undefined ? {} : { error_subcode: more.subcode }),
				...(more.details
					? { error_data: { messaging_product: 'whatsapp', details: more.details } }
					: {}),
				fbtrace_id: 'Az8or2yhqkZfEZ-_4Qn_Bam',
			},
		},
	};
}

/** Meta's answer to a message it took. */
export function accepted(messageId: string, to = '16505551234'): GraphResponse {
	return {
		status: 200,
		headers: {},
		body: {
			messaging_product: 'whatsapp',
			contacts: [{ input: `+${to}`, wa_id: to }],
			messages: [{ id: messageId, message_status: 'accepted' }],
		},
	};
}
