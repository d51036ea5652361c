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
	'UND_ERR_CONNECT_TIMEOUT',
	'CERT_HAS_EXPIRED',
	'CERT_NOT_YET_VALID',
	'CERT_REVOKED',
	'CERT_UNTRUSTED',
	'CERT_REJECTED',
	'CERT_SIGNATURE_FAILURE',
	'INVALID_CA',
	'HOSTNAME_MISMATCH',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** System calls before the request is written; whatever fails there, nothing has left. */
const BEFORE_WRITING = new Set(['connect', 'getaddrinfo']);

/** System calls on an open connection: a host that becomes unreachable there may have read the request. */
const WHILE_OPEN = new Set(['read', 'write', 'writev']);

/** Breaks of an open connection, which count even when a deeper cause tells of an earlier attempt. */
const BROKE_LATER = new Set(['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ESOCKETTIMEDOUT']);

/** More errors than this inside one another are not a wrapped failure any more. */
const MOST_ERRORS = 100;

interface Finding {
	code: string;
	left: boolean;
}

const NOBODY_KNOWS: Finding = { code: 'UNKNOWN', left: true };

/**
 * Any failure of an HTTP library → a {@link TransportError} that says whether the request can have
 * left. Looks through `cause` (and `errors` of an AggregateError) for what the socket said. The
 * request counts as never left only where every one of these says so: a failure nobody knows, or one
 * attempt of several that got through, could otherwise send a message twice. Never throws.
 */
export function transportErrorFrom(failure: unknown): TransportError {
	const findings = findingsSafely(failure);
	const { code, left } = findings.find((finding) => finding.left) ?? findings[0] ?? NOBODY_KNOWS;
	return new TransportError(sentence(code, left), { left, code, cause: failure });
}

function findingsSafely(failure: unknown): Finding[] {
	try {
		return findingsOf(failure, new Set());
	} catch {
		// An error object that cannot even be read tells nothing.
		return [NOBODY_KNOWS];
	}
}

/** What the innermost failures say; a wrapper's own code only where there is nothing inside. */
function findingsOf(failure: unknown, seen: Set<object>): Finding[] {
	if (typeof failure !== 'object' || failure === null || seen.has(failure)) return [];
	if (seen.size >= MOST_ERRORS) return [NOBODY_KNOWS];
	seen.add(failure);
	const { code, syscall, cause, errors } = failure as Record<string, unknown>;
	const inner = findingsOf(cause, seen);
	for (const attempt of Array.isArray(errors) ? errors : []) {
		if (!seen.has(attempt)) inner.push(...orUnknown(findingsOf(attempt, seen)));
	}
	if (typeof code !== 'string') return inner;
	const own = { code, left: mayHaveLeft(code, syscall) };
	return inner.length === 0 || (own.left && BROKE_LATER.has(code)) ? [own, ...inner] : inner;
}

const orUnknown = (findings: Finding[]) => (findings.length > 0 ? findings : [NOBODY_KNOWS]);

function mayHaveLeft(code: string, syscall: unknown): boolean {
	if (BEFORE_WRITING.has(String(syscall))) return false;
	return WHILE_OPEN.has(String(syscall)) || !NEVER_LEFT.has(code);
}

function sentence(code: string, left: boolean): string {
	if (!left && code === 'ECONNREFUSED') return 'the connection was refused (ECONNREFUSED)';
	if (!left && (code === 'ENOTFOUND' || code === 'EAI_AGAIN')) {
		return `the address could not be found (${code})`;
	}
	if (!left) return `no connection could be made (${code})`;
	if (code === 'ECONNABORTED' || code === 'ETIMEDOUT' || code === 'ESOCKETTIMEDOUT') {
		return `no answer came in time (${code})`;
	}
	if (code === 'ERR_CANCELED')
		return 'the request was cancelled while it was under way (ERR_CANCELED)';
	return `the connection broke while the request was under way (${code})`;
}
