import { randomBytes } from 'node:crypto';
import type { JsonObject } from '../json.ts';
import { statusOf, titleOf } from './errorCodes.ts';

interface GraphErrorOptions {
	/** For messaging: Meta's explanation, in `error_data.details`. */
	details?: string;
	/** Replaces `(#code) title`. */
	message?: string;
	subcode?: number;
	status?: number;
	type?: string;
	/** For management calls: what Meta would show to a person. */
	userTitle?: string;
	userMessage?: string;
}

/** A refusal in the shape of the Graph API. Source: Meta, "Handling errors". */
export class GraphError extends Error {
	readonly code: number;
	readonly status: number;
	readonly body: { error: JsonObject };

	constructor(code: number, options: GraphErrorOptions = {}) {
		const message = options.message ?? `(#${code}) ${titleOf(code)}`;
		super(message);
		this.code = code;
		this.status = options.status ?? statusOf(code);
		this.body = {
			error: {
				message,
				type: options.type ?? 'OAuthException',
				code,
				...(options.subcode === undefined ? {} : { error_subcode: options.subcode }),
				...(options.userMessage === undefined
					? {}
					: {
							is_transient: false,
							error_user_title: options.userTitle ?? titleOf(code),
							error_user_msg: options.userMessage,
						}),
				...(options.details === undefined
					? {}
					: { error_data: { messaging_product: 'whatsapp', details: options.details } }),
				fbtrace_id: traceId(),
			},
		};
	}
}

/** An unknown id or path, as Graph words it for GET and for every other method. */
export function unknownObject(id: string, method: string): GraphError {
	const kind = method === 'GET' ? 'get' : method === 'DELETE' ? 'delete' : 'post';
	return new GraphError(100, {
		subcode: 33,
		type: 'GraphMethodException',
		message:
			`Unsupported ${kind} request. Object with ID '${id}' does not exist, cannot be loaded ` +
			'due to missing permissions, or does not support this operation. Please read the ' +
			'Graph API documentation at https://developers.facebook.com/docs/graph-api',
	});
}

/** A required parameter of a Graph call is absent. */
export function missingParameter(name: string): GraphError {
	return new GraphError(100, { message: `(#100) The parameter ${name} is required.` });
}

function traceId(): string {
	return `A${randomBytes(16).toString('base64url')}`;
}
