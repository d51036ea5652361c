import { createHmac, timingSafeEqual } from 'crypto';

export type StripeRefusal =
	| 'secret_missing'
	| 'signature_missing'
	| 'signature_malformed'
	| 'signature_mismatch'
	| 'signature_expired';

export type StripeVerification =
	{ ok: true } | { ok: false; reason: StripeRefusal; message: string };

/** Stripe's own libraries accept five minutes. */
const TOLERANCE_S = 300;

/** Nobody rotates through more; a long header must not cost long. */
const MOST_SIGNATURES = 20;

/**
 * Checks that a webhook was signed by Stripe. Follows Stripe, "Verify webhook signatures manually":
 * `Stripe-Signature: t=<seconds>,v1=<hex>[,v1=<hex>…]`, each the HMAC-SHA256 of `<t>.<raw body>`
 * with the endpoint's secret (`whsec_…`). Every secret is compared with every signature in constant
 * time: two of each while a secret is rolled. Other schemes (`v0`) do not count.
 *
 * @param rawBody the bytes as received; a re-serialised body never matches
 * @param now milliseconds since 1970
 */
export function verifyStripe(
	rawBody: Uint8Array,
	signatureHeader: string | undefined,
	secrets: readonly string[],
	now: number,
): StripeVerification {
	const usable = secrets.map((secret) => secret.trim()).filter(Boolean);
	if (usable.length === 0) {
		return refuse(
			'secret_missing',
			'No signing secret is set, so nobody can tell a webhook of Stripe from a forged one. Copy it from the endpoint in Stripe’s Workbench (whsec_…) into the credential.',
		);
	}
	if (signatureHeader === undefined || signatureHeader.trim() === '') {
		return refuse(
			'signature_missing',
			'The call carries no Stripe-Signature header: it does not come from Stripe, or a proxy removed the header.',
		);
	}
	const { time, signatures } = parseHeader(signatureHeader);
	if (time === undefined || signatures.length === 0) {
		return refuse(
			'signature_malformed',
			'The Stripe-Signature header has no t=… and v1=… as Stripe writes them.',
		);
	}
	let matches = false;
	for (const secret of usable) {
		const expected = createHmac('sha256', secret).update(`${time}.`).update(rawBody).digest();
		for (const signature of signatures) {
			// No early exit: the time taken must not tell which one matched.
			if (timingSafeEqual(expected, signature)) matches = true;
		}
	}
	if (!matches) {
		return refuse(
			'signature_mismatch',
			'The signature does not fit the body. Is the signing secret the one of this very endpoint (test and live have different ones), and is the raw body passed on unchanged?',
		);
	}
	if (Math.abs(now / 1000 - Number(time)) > TOLERANCE_S) {
		return refuse(
			'signature_expired',
			'The signature is more than five minutes old: a repeated call, or the clock of this machine is wrong.',
		);
	}
	return { ok: true };
}

/** The header value Stripe would send for this body: for tests, simulators and sample requests. */
export function signAsStripe(rawBody: Uint8Array | string, secret: string, now: number): string {
	const time = Math.floor(now / 1000);
	const signature = createHmac('sha256', secret).update(`${time}.`).update(rawBody).digest('hex');
	return `t=${time},v1=${signature}`;
}

/** The time stays text: what was signed is what stands there. */
function parseHeader(header: string): { time?: string; signatures: Buffer[] } {
	const parts = header.split(',').map((part) => part.trim());
	const times = parts.filter((part) => part.startsWith('t=')).map((part) => part.slice(2));
	const signatures = parts
		.flatMap((part) => /^v1=([0-9a-f]{64})$/i.exec(part)?.[1] ?? [])
		.slice(0, MOST_SIGNATURES)
		.map((hex) => Buffer.from(hex, 'hex'));
	const time = times.length === 1 && /^\d{1,12}$/.test(times[0]!) ? times[0] : undefined;
	return { ...(time === undefined ? {} : { time }), signatures };
}

const refuse = (reason: StripeRefusal, message: string): StripeVerification => ({
	ok: false,
	reason,
	message,
});
