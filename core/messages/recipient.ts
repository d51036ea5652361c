import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';

export type RecipientReading =
	| { ok: true; e164: string; country?: string }
	| { ok: false; reason: 'phone_missing' | 'phone_no_country' | 'phone_invalid'; message: string; whatToDo: string };

/**
 * A phone number as people type it → E.164 (`+819012345678`).
 *
 * `defaultCountry` is an ISO 3166 code (`JP`) for numbers without a country code. Without one such a
 * number is refused: Meta would silently put the sender's own country in front of it.
 * Full-width digits, spaces, brackets, dots, a leading `00` and `whatsapp:`/`tel:` are accepted;
 * extensions are not, since WhatsApp has none.
 */
export function normaliseRecipient(raw: unknown, defaultCountry?: string): RecipientReading {
	const text = typeof raw === 'number' || typeof raw === 'bigint' ? String(raw) : raw;
	if (typeof text !== 'string' || text.trim() === '') {
		return {
			ok: false,
			reason: 'phone_missing',
			message: 'There is no phone number',
			whatToDo: 'Ask for the phone number in the registration form, or map the field that holds it to To.',
		};
	}
	const typed = text
		.normalize('NFKC')
		.trim()
		.replace(/^(whatsapp|tel):/i, '')
		.replace(/^\s*00(?=\s*[1-9])/, '+');
	const country = defaultCountry?.trim().toUpperCase() as CountryCode | undefined;
	if (!typed.startsWith('+') && !country) {
		return {
			ok: false,
			reason: 'phone_no_country',
			message: `The phone number ${maskPhone(typed)} has no country code`,
			whatToDo: 'Set Default Country, or write the number with its country code, e.g. +81 90 1234 5678.',
		};
	}
	const parsed = parse(typed, country);
	if (!parsed?.isPossible() || parsed.ext) {
		return {
			ok: false,
			reason: 'phone_invalid',
			message: `${maskPhone(typed)} is not a phone number`,
			whatToDo: 'Correct the number; write it with its country code, e.g. +81 90 1234 5678.',
		};
	}
	return { ok: true, e164: withoutMobilePrefix(parsed.number), country: parsed.country };
}

function parse(typed: string, country: CountryCode | undefined) {
	try {
		return parsePhoneNumberFromString(typed, country ? { defaultCountry: country, extract: false } : { extract: false });
	} catch {
		// An unknown default country throws; the number then reads as not a phone number.
		return undefined;
	}
}

/**
 * Mexico dropped the 1 after +52 in 2019, but address books still have it; both reach the same
 * person, so both must give the same number or one person gets two messages.
 */
function withoutMobilePrefix(e164: string): string {
	return /^\+521\d{10}$/.test(e164) ? e164.replace('+521', '+52') : e164;
}

/** At most the last four digits, for logs and errors: `…5678`. */
export function maskPhone(value: unknown): string {
	const digits = String(value ?? '').replace(/\D/g, '');
	return digits.length > 4 ? `…${digits.slice(-4)}` : '…';
}
