import { createHash, createHmac } from 'crypto';
import { normaliseRecipient } from './recipient';

/**
 * Longest `biz_opaque_callback_data`. Documented for calls only; kept to for messages as well, so that
 * the key comes back whole in every status.
 */
const LONGEST_KEY = 512;

/** Of a recipient's hash, with the colon before it. */
const PERSON_LENGTH = 21;

const LONGEST_BASE = LONGEST_KEY - PERSON_LENGTH;

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
	const travels = isPlain(base) && !holdsNumber(base, e164);
	return `${travels ? shortened(base) : digest(base)}:${hash}`;
}

/** The same for a number as people write it; undefined where it is none. */
export function deliveryKeyTo(
	base: string,
	{ to, defaultCountry }: { to: unknown; defaultCountry?: string },
	hashKey: string,
): string | undefined {
	const read = normaliseRecipient(to, defaultCountry);
	return read.ok ? deliveryKey(base, read.e164, hashKey) : undefined;
}

/** As it is where it leaves room for the recipient. */
const shortened = (base: string) => (base.length <= LONGEST_BASE ? base : digest(base));

const digest = (base: string) => createHash('sha256').update(base).digest('hex');

/** An expression may have put the phone number into the base; its end is enough to know somebody by. */
function holdsNumber(base: string, e164: string): boolean {
	return base.replace(/\D/g, '').includes(e164.slice(1).slice(-8));
}

/** Printable ASCII only: anything else could come back differently from how it was sent. */
const isPlain = (base: string) => /^[\x21-\x7e][\x20-\x7e]*$/.test(base);

const TRY_AND_PERSON = /(?::try-(\d{1,9}))?(:[0-9a-f]{20})$/;

/**
 * The key of the same delivery for another try, after one that WhatsApp accepted and then could not charge: the first key is
 * used up, and late statuses of it must not be taken for those of the next. Without its recipient it is a base again, from
 * which {@link deliveryKey} makes the same key.
 *
 * @returns undefined where the key is none of ours
 */
export function keyOfNextTry(key: string): string | undefined {
	const [end, tried = '1', person] = TRY_AND_PERSON.exec(key) ?? [];
	if (end === undefined || end === key) return undefined;
	const base = `${key.slice(0, -end.length)}:try-${Number(tried) + 1}`;
	return `${shortened(base)}${person}`;
}
