import { createHmac, timingSafeEqual } from 'crypto';
import type { RefusalReason, SignedRequest, Verification } from './platform';
import { requestHeader } from './request-header';

/** How one platform signs the bytes it sends: HMAC-SHA256, of the body alone or with a time stamp. */
export interface HmacScheme {
	platform: string;
	/** In the platform's spelling. */
	header: string;
	encoding: 'hex' | 'base64';
	/** What the platform calls the secret, and where it is found. */
	secretName: string;
	secretPlace: string;
	/**
	 * For headers like `t=1700000000,v1=…`: what stands between the stamp and the body in the signed
	 * text, and after how many seconds a stamp is too old, or too far ahead.
	 */
	stamp?: { separator: '' | '.'; tolerance: number };
}

/** A whole SHA-256, and nothing else: decoders skip what they do not know. */
const WHOLE = { hex: /^[0-9a-f]{64}$/i, base64: /^[A-Za-z0-9+/]{43}=$/ };

/** Verifies over the bytes as received, in constant time. */
export const verifyHmac =
	(scheme: HmacScheme) =>
	({ rawBody, headers, secret, now }: SignedRequest): Verification => {
		const { platform, header, secretName, secretPlace } = scheme;
		if (secret === undefined || secret === '') {
			return refuse('secret_missing', `No ${secretName} is set. Copy it from ${secretPlace}.`);
		}
		const given = requestHeader(headers, header)?.trim();
		if (!given) {
			return refuse(
				'signature_missing',
				`The call carries no ${header}: it does not come from ${platform}.`,
			);
		}
		const { stamp, signatures } = partsOf(given, scheme);
		if (signatures.length === 0) {
			return refuse(
				'signature_malformed',
				`The ${header} is not written as ${platform} writes it.`,
			);
		}
		const signed = createHmac('sha256', secret)
			.update(stamp === undefined ? '' : `${stamp}${scheme.stamp?.separator}`)
			.update(rawBody)
			.digest();
		let matches = false;
		for (const signature of signatures) {
			if (timingSafeEqual(signature, signed)) matches = true;
		}
		if (!matches) {
			return refuse(
				'signature_mismatch',
				`The ${header} does not fit the body. Is the ${secretName} in the credential the one of this webhook?`,
			);
		}
		if (scheme.stamp && Math.abs(now / 1000 - Number(stamp)) > scheme.stamp.tolerance) {
			return refuse(
				'signature_expired',
				`${platform} signed this call more than ${scheme.stamp.tolerance / 60} minutes ago. If that is not so, set the clock of this machine.`,
			);
		}
		return { ok: true };
	};

const refuse = (reason: RefusalReason, message: string): Verification => ({
	ok: false,
	reason,
	message,
});

/** The stamp as it is written, because it was signed as it is written, and every whole signature. */
function partsOf(
	header: string,
	{ encoding, stamp }: HmacScheme,
): { stamp?: string; signatures: Buffer[] } {
	if (stamp === undefined) return { signatures: digests([header], encoding) };
	const parts = header.split(',').map((part) => part.trim().split('=', 2));
	const time = parts.find(([name]) => name === 't')?.[1];
	if (time === undefined || !/^\d{1,12}$/.test(time)) return { signatures: [] };
	const values = parts.flatMap(([name, value]) =>
		name !== 't' && value !== undefined ? [value] : [],
	);
	return { stamp: time, signatures: digests(values, encoding) };
}

const digests = (texts: readonly string[], encoding: HmacScheme['encoding']): Buffer[] =>
	texts
		.map((text) => text.trim())
		.filter((text) => WHOLE[encoding].test(text))
		.map((text) => Buffer.from(text, encoding));
