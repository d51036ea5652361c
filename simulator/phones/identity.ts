import { createHash } from 'node:crypto';
import { countryOf } from '../checks/recipient.ts';

/**
 * The business-scoped user id of a phone (BSUID): country, dot, digits; always the same for the
 * same phone and business. Source: Meta, "Business-scoped user IDs", reference §1.
 */
export function userIdOf(waId: string, businessId: string): string {
	const digest = createHash('sha256').update(`${businessId}:${waId}`).digest();
	const digits = (digest.readBigUInt64BE(0) % 10n ** 17n) + 10n ** 17n;
	return `${countryOf(waId)}.${digits}`;
}
