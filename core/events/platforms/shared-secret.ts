import { sameText } from '../../webhooks/same-text';
import type { PlatformSignature, SignedRequest, Verification } from './platform';
import { requestHeader } from './request-header';

/** How a platform without signatures proves itself: a secret only the two of us know. */
export const sharedSecretSignature: PlatformSignature = {
	type: 'shared-secret',
	header: 'X-Webhook-Secret',
	query: 'secret',
	description:
		'This platform does not sign its webhooks. Put a long random secret at the end of the webhook address (?secret=…), or have it sent in the header X-Webhook-Secret or as "Authorization: Bearer …".',
};

/** Compares in constant time; a secret that is not set refuses everything. */
export function verifySharedSecret({ headers, query, secret }: SignedRequest): Verification {
	if (secret === undefined || secret === '') {
		return {
			ok: false,
			reason: 'secret_missing',
			message:
				'No secret is set for this platform, so anyone who finds the address could send in your name. Set a secret in the credential and in the webhook address.',
		};
	}
	const given = [
		requestHeader(headers, 'X-Webhook-Secret'),
		...authorizationsOf(requestHeader(headers, 'Authorization')),
		query?.secret,
	].filter((value): value is string => typeof value === 'string' && value !== '');
	if (given.length === 0) {
		return {
			ok: false,
			reason: 'signature_missing',
			message:
				'The call carries no secret. Add ?secret=… to the webhook address on the ticketing platform.',
		};
	}
	let matches = false;
	for (const value of given) {
		if (sameText(value, secret)) matches = true;
	}
	if (matches) return { ok: true };
	return {
		ok: false,
		reason: 'signature_mismatch',
		message: 'The secret of the call is not the one in the credential.',
	};
}

/** `Bearer …`, or `Basic …` of an address `https://user:secret@…`: the secret is the password, or both. */
function authorizationsOf(header: string | undefined): string[] {
	const basic = /^Basic\s+(\S+)\s*$/i.exec(header ?? '')?.[1];
	if (basic === undefined) return [(header ?? '').replace(/^Bearer\s+/i, '')];
	const pair = Buffer.from(basic, 'base64').toString('utf8');
	const colon = pair.indexOf(':');
	return colon < 0 ? [] : [pair.slice(colon + 1), pair];
}
