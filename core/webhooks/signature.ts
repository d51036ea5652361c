import { createHmac, timingSafeEqual } from 'crypto';

export interface SignatureCheck {
	/** The bytes as received. Meta signs its escaped form; a re-serialised body never matches. */
	rawBody: Uint8Array;
	/** The value of `X-Hub-Signature-256`. */
	header: string | undefined;
	/** App secrets; more than one while a secret is being changed. */
	secrets: readonly string[];
}

export type SignatureRefusal =
	'secret_missing' | 'signature_missing' | 'signature_malformed' | 'signature_mismatch';

export type SignatureResult =
	{ ok: true } | { ok: false; reason: SignatureRefusal; message: string };

const SHAPE = /^sha256=([0-9a-f]{64})$/i;

/**
 * Checks that a webhook was signed with the app secret.
 * Follows Meta, "Webhooks: validate payloads": `X-Hub-Signature-256: sha256=` and the hex
 * HMAC-SHA256 of the raw body. Compares in constant time, against every secret.
 */
export function verifySignature({ rawBody, header, secrets }: SignatureCheck): SignatureResult {
	const usable = secrets.filter((secret) => secret !== '');
	if (usable.length === 0) {
		return refuse(
			'secret_missing',
			'No app secret is set, so nobody can tell a webhook of Meta from a forged one. Put the app secret into the credential.',
		);
	}
	if (header === undefined || header === '') {
		return refuse(
			'signature_missing',
			'The call carries no X-Hub-Signature-256 header: it does not come from Meta, or a proxy removed the header.',
		);
	}
	const hex = SHAPE.exec(header.trim())?.[1];
	if (hex === undefined) {
		return refuse(
			'signature_malformed',
			'The X-Hub-Signature-256 header is not "sha256=" followed by 64 hex digits.',
		);
	}
	const given = Buffer.from(hex, 'hex');
	let matches = false;
	for (const secret of usable) {
		// No early exit: the time taken must not tell which secret matched.
		if (timingSafeEqual(hmac(rawBody, secret), given)) matches = true;
	}
	if (matches) return { ok: true };
	return refuse(
		'signature_mismatch',
		'The signature does not fit the body. Is the app secret the one of the app that sends this webhook, and is the raw body passed on unchanged?',
	);
}

/** The header value Meta would send for this body: for tests, simulators and sample requests. */
export function signBody(rawBody: Uint8Array | string, secret: string): string {
	const bytes = typeof rawBody === 'string' ? Buffer.from(rawBody, 'utf8') : rawBody;
	return `sha256=${hmac(bytes, secret).toString('hex')}`;
}

const hmac = (bytes: Uint8Array, secret: string): Buffer =>
	createHmac('sha256', secret).update(bytes).digest();

const refuse = (reason: SignatureRefusal, message: string): SignatureResult => ({
	ok: false,
	reason,
	message,
});
