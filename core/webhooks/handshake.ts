import { asText, type JsonObject } from './json';
import { sameText } from './same-text';

export interface HandshakeCall {
	/** The query of the GET request, parameters decoded. */
	query: JsonObject;
	/** The verify token the subscription was made with. */
	verifyToken: string;
}

export interface HandshakeAnswer {
	status: 200 | 403;
	body: string;
	/** Why it was refused, for the log; Meta sees only the status. */
	message?: string;
}

/**
 * Answers Meta's check of a new webhook address.
 * Follows Meta, "Webhooks: verification requests": `hub.mode=subscribe`, the verify token, and the
 * challenge to send back as the whole body.
 */
export function answerHandshake({ query, verifyToken }: HandshakeCall): HandshakeAnswer {
	if (verifyToken === '') return refuse('No verify token is set in the credential.');
	if (parameter(query, 'mode') !== 'subscribe') return refuse('hub.mode is not "subscribe".');
	const given = parameter(query, 'verify_token');
	if (given === undefined || !sameText(given, verifyToken)) {
		return refuse('The verify token is not the one in the credential.');
	}
	const challenge = parameter(query, 'challenge');
	if (challenge === undefined) return refuse('The call carries no hub.challenge.');
	return { status: 200, body: challenge };
}

/** Query parsers differ: `hub.mode` stays one key in most, becomes `hub: {mode}` or `hub_mode` in some. */
function parameter(query: JsonObject, name: string): string | undefined {
	const nested = query.hub;
	return (
		asText(query[`hub.${name}`]) ??
		asText(query[`hub_${name}`]) ??
		(typeof nested === 'object' && nested !== null
			? asText((nested as JsonObject)[name])
			: undefined)
	);
}

const refuse = (message: string): HandshakeAnswer => ({ status: 403, body: 'Forbidden', message });
