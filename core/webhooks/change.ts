import { createHash } from 'crypto';
import { objectAt, textAt, type JsonObject } from './json';

/** One element of `entry[].changes[]`, with what its entry says about it. */
export interface Change {
	field: string;
	value: JsonObject;
	businessAccountId: string;
	/** `entry.time`, seconds since 1970; Meta leaves it out for `messages`. */
	entryTime?: unknown;
}

/** The number a change is about, where it names one. */
export function numberOf(change: Change): { phoneNumberId?: string; displayPhoneNumber?: string } {
	const metadata = objectAt(change.value, 'metadata');
	const phoneNumberId = textAt(metadata, 'phone_number_id');
	const displayPhoneNumber =
		textAt(metadata, 'display_phone_number') ?? textAt(change.value, 'display_phone_number');
	return {
		...(phoneNumberId !== undefined && { phoneNumberId }),
		...(displayPhoneNumber !== undefined && { displayPhoneNumber }),
	};
}

/** Seconds since 1970, as text or number, to ISO 8601; null where it is neither or absurd. */
export function isoTime(seconds: unknown): string | null {
	const value = typeof seconds === 'string' ? Number(seconds.trim() || NaN) : seconds;
	if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return null;
	// Meta documents seconds; a thirteen-digit value can only be milliseconds.
	const date = new Date(value > 1e11 ? value : value * 1000);
	return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/**
 * A key for updates that carry no id of their own: the same bytes delivered again give the same
 * key, the same event at another time another one.
 */
export function contentKey(prefix: string, change: Change, part: unknown): string {
	const content = serialise([
		change.businessAccountId,
		change.field,
		change.entryTime ?? null,
		part ?? null,
	]);
	return `${prefix}:${createHash('sha256').update(content).digest('hex').slice(0, 32)}`;
}

/** JSON nested thousands deep parses, but does not serialise; Meta never sends such a thing. */
function serialise(parts: unknown[]): string {
	try {
		return JSON.stringify(parts);
	} catch {
		return JSON.stringify(parts.slice(0, 2));
	}
}
