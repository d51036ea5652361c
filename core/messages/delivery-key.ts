import { createHash, createHmac } from 'crypto';

/**
 * Longest `biz_opaque_callback_data`. Documented for calls only; kept to for messages as well, so that
 * the key comes back whole in every status.
 */
const LONGEST_KEY = 512;

/**
 * A recipient inside a delivery key: a keyed hash, never the number. `hashKey` must stay the same for
 * as long as deliveries are remembered: an instance id, not a token that is renewed.
 */
export function recipientHash(e164: string, hashKey: string): string {
	return createHmac('sha256', hashKey).update(e164).digest('hex').slice(0, 20);
}

/**
 * The key one delivery is claimed under: what happened, and to whom. The recipient is always part of
 * it, so a key as broad as an order number still reaches everybody of that order once.
 */
export function deliveryKey(base: string, e164: string, hashKey: string): string {
	const hash = recipientHash(e164, hashKey);
	const key = `${base}:${hash}`;
	if (key.length <= LONGEST_KEY && isPlain(base) && !holdsNumber(base, e164)) return key;
	return `${createHash('sha256').update(base).digest('hex')}:${hash}`;
}

/** An expression may have put the phone number into the base; its end is enough to know somebody by. */
function holdsNumber(base: string, e164: string): boolean {
	return base.replace(/\D/g, '').includes(e164.slice(1).slice(-8));
}

/** Printable ASCII only: anything else could come back differently from how it was sent. */
const isPlain = (base: string) => /^[\x21-\x7e][\x20-\x7e]*$/.test(base);
