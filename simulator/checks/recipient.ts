import { GraphError, missingParameter } from '../graph/error.ts';
import { asText } from '../json.ts';
import { partsOf } from './callingCodes.ts';

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
	const readable = /^\d{5,17}$/.test(digits) && /^[\d\s()+-]+$/.test(written);
	// Mexico gave up the 1 after its country code; Meta alters such prefixes.
	const candidates = written.startsWith('+')
		? [digits.replace(/^521(\d{10})$/, '52$1')]
		: [businessCountryCode + digits, digits];
	const waId = readable ? candidates.find((one) => partsOf(one) !== undefined) : undefined;
	if (waId === undefined) {
		throw new GraphError(131009, {
			details: `Param to is not a valid phone number: ${input}`,
		});
	}
	return { input, waId };
}

/** `819012345678` → `+81 90-1234-5678`. */
export function displayPhone(waId: string): string {
	const parts = partsOf(waId);
	if (parts === undefined) return `+${waId}`;
	const { callingCode, national } = parts;
	const [digits, written] = GROUPS[callingCode] ?? [];
	const inGroups = digits?.test(national)
		? national.replace(digits, written ?? '')
		: inThrees(national);
	return `+${callingCode} ${inGroups}`;
}

/** Where people write a number in groups of their own: Japan, North America, Brazil, Britain. */
const GROUPS: Readonly<Record<string, readonly [RegExp, string]>> = {
	81: [/^(\d{2})(\d{4})(\d{4})$/, '$1-$2-$3'],
	1: [/^(\d{3})(\d{3})(\d{4})$/, '$1-$2-$3'],
	55: [/^(\d{2})(\d{4,5})(\d{4})$/, '$1 $2-$3'],
	44: [/^(\d{4})(\d{6})$/, '$1 $2'],
};

/** `612 345 678`; no digit stands alone at the end. */
const inThrees = (digits: string): string =>
	digits.replace(/\d{3}(?=\d{2})/g, (three) => `${three} `);

/** The two letters of the country a number belongs to; `ZZ` when none is known. */
export function countryOf(waId: string): string {
	return partsOf(waId)?.country ?? 'ZZ';
}
