import { TransportError } from '../ports';

/** Failures before the first byte of the request could leave: name resolution, connecting, TLS. */
const NEVER_LEFT = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'EHOSTDOWN',
	'ENETUNREACH',
	'ENETDOWN',
	'EADDRNOTAVAIL',
	'ERR_INVALID_URL',
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'ERR_FR_TOO_MANY_REDIRECTS',
]);

/** How deep an HTTP library may have wrapped the failure of the socket. */
const DEEPEST = 6;

/**
 * Any failure of an HTTP library → a {@link TransportError} that says whether the request can have
 * left. Looks through `cause` (and `errors` of an AggregateError) for the socket's code; a failure
 * nobody knows counts as left, because assuming the opposite could send a message twice.
 */
export function transportErrorFrom(failure: unknown): TransportError {
	const chain = [...causesOf(failure)];
	const codes = chain.map((error) => error.code).filter((code) => typeof code === 'string');
	const never = codes.find((code) => NEVER_LEFT.has(code));
	const connecting = chain.find((error) => error.code === 'ETIMEDOUT' && error.syscall === 'connect');
	const code = never ?? (connecting ? 'ETIMEDOUT' : codes[0]) ?? 'UNKNOWN';
	const left = never === undefined && connecting === undefined;
	return new TransportError(sentence(code, left), { left, code, cause: failure });
}

interface Failure {
	code?: unknown;
	syscall?: unknown;
	cause?: unknown;
	errors?: unknown;
}

function* causesOf(failure: unknown, depth = 0): Generator<Omit<Failure, 'code'> & { code?: string }> {
	if (typeof failure !== 'object' || failure === null || depth > DEEPEST) return;
	const error = failure as Failure;
	yield { ...pick(error), code: typeof error.code === 'string' ? error.code : undefined };
	yield* causesOf(error.cause, depth + 1);
	if (Array.isArray(error.errors)) for (const inner of error.errors) yield* causesOf(inner, depth + 1);
}

const pick = ({ syscall, cause, errors }: Failure) => ({ syscall, cause, errors });

function sentence(code: string, left: boolean): string {
	if (code === 'ECONNREFUSED') return 'the connection was refused (ECONNREFUSED)';
	if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `the address could not be found (${code})`;
	if (!left) return `no connection could be made (${code})`;
	if (code === 'ECONNABORTED' || code === 'ETIMEDOUT' || code === 'ESOCKETTIMEDOUT') {
		return `no answer came in time (${code})`;
	}
	if (code === 'ERR_CANCELED') return 'the request was cancelled while it was under way (ERR_CANCELED)';
	return `the connection broke while the request was under way (${code})`;
}
