import type { GraphResponse } from '../ports';
import { factsOfCode, type ErrorClass } from './error-codes';

/** What Meta said when it refused, in one flat shape. */
export interface GraphError {
	class: ErrorClass;
	/** Meta's `error.code`; absent when the answer was not Meta's (a proxy's page, say). */
	code?: number;
	subcode?: number;
	/** Meta's message without its `(#code)` prefix. */
	title: string;
	/** Meta's `error_data.details` or `error_user_msg`: the most precise sentence there is. */
	details?: string;
	fbtraceId?: string;
	httpStatus: number;
	/** The organiser's next step. */
	whatToDo: string;
	/** Milliseconds after which trying again makes sense, where known. */
	waitMs?: number;
}

/** A refused Graph call outside sending (reading templates, subscribing); carries Meta's answer. */
export class GraphCallError extends Error {
	readonly error: GraphError;

	constructor(action: string, error: GraphError) {
		super(`${action}: ${describeGraphError(error)}`);
		this.name = 'GraphCallError';
		this.error = error;
	}
}

/**
 * Reads an error answer: `{error: {message, type, code, error_subcode, error_data: {details},
 * error_user_title, error_user_msg, fbtrace_id}}`. Never throws: an answer that is not Meta's
 * becomes class `unknown` (5xx, which may hide a message that left) or `request` (4xx).
 */
export function readGraphError(
	response: Pick<GraphResponse, 'status' | 'body' | 'headers'>,
): GraphError {
	const error = objectAt(response.body, 'error');
	if (!error || typeof error.code !== 'number') return foreignAnswer(response);
	const data = objectAt(error, 'error_data');
	const facts = factsOfCode(error.code);
	return {
		class: facts.class,
		code: error.code,
		subcode: numberAt(error, 'error_subcode'),
		title: (stringAt(error, 'message') ?? 'Unknown error').replace(/^\(#\d+\)\s*/, ''),
		details:
			stringAt(data, 'details') ??
			stringAt(error, 'error_user_msg') ??
			stringAt(error, 'error_user_title'),
		fbtraceId: stringAt(error, 'fbtrace_id'),
		httpStatus: response.status,
		whatToDo: facts.whatToDo,
		waitMs: regainAccessMs(response.headers) ?? facts.waitMs,
	};
}

/**
 * Whether a refusal leaves open what became of the request: a server that stumbled, or a gateway's page,
 * does not say whether it was done.
 */
export const leavesOpen = (error: GraphError): boolean =>
	error.class === 'transient' || (error.class === 'unknown' && error.httpStatus >= 500);

/** One line with everything needed to look an error up: sentence, code, subcode, trace. */
export function describeGraphError(error: GraphError): string {
	const sentence =
		error.details && error.details !== error.title
			? `${error.title}. ${error.details}`
			: error.title;
	return `${sentence} (${codesOf(error)})`;
}

/** `code 100, subcode 2388124, fbtrace_id Az8…`: what Meta's support asks for. */
export function codesOf(error: GraphError): string {
	return [
		error.code === undefined ? `HTTP ${error.httpStatus}` : `code ${error.code}`,
		error.subcode === undefined ? undefined : `subcode ${error.subcode}`,
		error.fbtraceId ? `fbtrace_id ${error.fbtraceId}` : undefined,
	]
		.filter(Boolean)
		.join(', ');
}

function foreignAnswer(response: Pick<GraphResponse, 'status'>): GraphError {
	return {
		class: response.status >= 500 ? 'unknown' : 'request',
		title: `The address answered HTTP ${response.status}, but not in the way WhatsApp answers`,
		httpStatus: response.status,
		whatToDo: 'Check the API address in the credential, and any proxy or firewall in between.',
	};
}

/** `X-Business-Use-Case-Usage` tells in minutes when a throttled account may call again. */
function regainAccessMs(headers: Record<string, string> | undefined): number | undefined {
	const header = headers?.['x-business-use-case-usage'];
	if (!header) return undefined;
	try {
		const usage = JSON.parse(header) as Record<string, Array<Record<string, unknown>>>;
		const minutes = Object.values(usage)
			.flat()
			.map((entry) => Number(entry?.estimated_time_to_regain_access))
			.filter((value) => Number.isFinite(value) && value > 0);
		return minutes.length > 0 ? Math.max(...minutes) * 60_000 : undefined;
	} catch {
		// An unreadable usage header only means that there is no hint how long to wait.
		return undefined;
	}
}

function objectAt(value: unknown, key: string): Record<string, unknown> | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const inner = (value as Record<string, unknown>)[key];
	return typeof inner === 'object' && inner !== null
		? (inner as Record<string, unknown>)
		: undefined;
}

function stringAt(value: Record<string, unknown> | undefined, key: string): string | undefined {
	const inner = value?.[key];
	return typeof inner === 'string' && inner !== '' ? inner : undefined;
}

function numberAt(value: Record<string, unknown>, key: string): number | undefined {
	const inner = value[key];
	return typeof inner === 'number' ? inner : undefined;
}
