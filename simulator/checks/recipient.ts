import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { GraphError, missingParameter } from '../graph/error.ts';
import { asText } from '../json.ts';

/** What Meta makes of the `to` of a message. */
export interface Recipient {
	/** As it was written. */
	input: string;
	/** Digits with the country code, no plus. */
	waId: string;
}

/**
 * Reads `to`. Plus, minus, brackets and spaces may be used. Without a plus Meta puts the sending
 * number's own country code in front; digits that are no number with it, but are one as they
 * stand, are taken as they stand. Source: Meta, "Phone numbers › Formatting", reference §1.
 *
 * @throws {GraphError} 100 when it is missing, 131009 when it cannot be a phone number
 */
export function readRecipient(to: unknown, businessCountryCode: string): Recipient {
	const input = asText(to);
	if (input === undefined) throw missingParameter('to');
	const digits = input.replace(/[\s()+-]/g, '');
	const written = input.trim();
	const hasPlus = written.startsWith('+');
	const candidates = hasPlus ? [digits] : [businessCountryCode + digits, digits];
	const possible = /^\d{5,17}$/.test(digits) && /^[\d\s()+-]+$/.test(written);
	const waId = possible ? candidates.find(canBePhone) : undefined;
	if (waId === undefined) {
		throw new GraphError(131009, {
			details: `Param to is not a valid phone number: ${input}`,
		});
	}
	return { input, waId };
}

/** `819012345678` → `+81 90 1234 5678`. */
export function displayPhone(waId: string): string {
	return parsePhoneNumberFromString(`+${waId}`)?.formatInternational() ?? `+${waId}`;
}

/** The two letters of the country a number belongs to; `ZZ` when none is known. */
export function countryOf(waId: string): string {
	return parsePhoneNumberFromString(`+${waId}`)?.country ?? 'ZZ';
}

function canBePhone(digits: string): boolean {
	return parsePhoneNumberFromString(`+${digits}`)?.isPossible() === true;
}
