import {
	isSupportedCountry,
	parsePhoneNumberFromString,
	type CountryCode,
	type PhoneNumber,
} from 'libphonenumber-js/min';

export type RecipientReading =
	| { ok: true; e164: string; country?: string }
	| {
			ok: false;
			reason: 'phone_missing' | 'phone_no_country' | 'phone_invalid';
			message: string;
			whatToDo: string;
	  };

/**
 * A phone number as people type it → E.164 (`+819012345678`).
 *
 * `defaultCountry` is an ISO 3166 code (`JP`) for numbers without a country code. Without one such a
 * number is refused: Meta would silently put the sender's own country in front of it. What cannot be
 * a number in any country is told as that, since no default country would help.
 * Full-width digits, spaces, brackets, dots, the invisible marks that copying from a phone leaves, a
 * leading `00` and `whatsapp:`/`tel:` are accepted; extensions are not, since WhatsApp has none. Only
 * the length is checked against the country's plan, because plans get new ranges. Never throws.
 */
export function normaliseRecipient(raw: unknown, defaultCountry?: string): RecipientReading {
	const text = typeof raw === 'number' || typeof raw === 'bigint' ? wholeNumber(raw) : raw;
	if (typeof text !== 'string' || tidied(text) === '') {
		return {
			ok: false,
			reason: 'phone_missing',
			message: 'There is no phone number',
			whatToDo:
				'Ask for the phone number in the registration form, or map the field that holds it to To.',
		};
	}
	const typed = tidied(text);
	const country = readCountry(defaultCountry);
	if (!typed.startsWith('+') && !country && couldBePhone(typed)) {
		const wrong = defaultCountry?.trim() ? `, and “${defaultCountry.trim()}” is not a country` : '';
		return {
			ok: false,
			reason: 'phone_no_country',
			message: `The phone number ${maskPhone(typed)} has no country code${wrong}`,
			whatToDo:
				'Set Default Country to two letters such as JP, or write the number with its country code, e.g. +81 90 1234 5678.',
		};
	}
	const parsed = parse(typed, country);
	if (!parsed || !isWhatsAppNumber(parsed)) {
		return {
			ok: false,
			reason: 'phone_invalid',
			message: `${/\d/.test(typed) ? maskPhone(typed) : 'The text given'} is not a phone number`,
			whatToDo: 'Correct the number; write it with its country code, e.g. +81 90 1234 5678.',
		};
	}
	return { ok: true, e164: parsed.number, country: parsed.country };
}

/** A number from a spreadsheet cell; a fraction or a sign is no part of a phone number. */
function wholeNumber(value: number | bigint): string {
	return value >= 0 && (typeof value === 'bigint' || Number.isInteger(value))
		? String(value)
		: 'no number';
}

/** As people type it → digits and punctuation, with `+` in front where the country code is there. */
function tidied(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/\p{Cf}/gu, '')
		.trim()
		.replace(/^(whatsapp|tel):\s*/i, '')
		.replace(/^[([\s]+\+/, '+')
		.replace(/^\D*00\D*(?=[1-9])/, '+');
}

/** The shortest numbers of mobile phones have six digits: Andorra, the Faroe Islands. */
const couldBePhone = (typed: string): boolean => (typed.match(/\d/g)?.length ?? 0) >= 6;

function readCountry(defaultCountry: string | undefined): CountryCode | undefined {
	const country = defaultCountry?.trim().toUpperCase() ?? '';
	return isSupportedCountry(country) ? country : undefined;
}

function isWhatsAppNumber(parsed: PhoneNumber): boolean {
	if (!parsed.isPossible() || parsed.ext) return false;
	if (parsed.nationalNumber.length > (LONGEST_NATIONAL[parsed.countryCallingCode] ?? Infinity))
		return false;
	return /^\+\d{7,15}$/.test(parsed.number);
}

/** Plans whose longest numbers are freephone only: there a digit too many would pass as possible. */
const LONGEST_NATIONAL: Record<string, number> = { '81': 10 };

function parse(typed: string, country: CountryCode | undefined) {
	const options = { extract: false, ...(country ? { defaultCountry: country } : {}) };
	const parsed = parsePhoneNumberFromString(typed, options);
	const number = parsed && withoutMobilePrefix(parsed.number);
	return number === parsed?.number || !number
		? parsed
		: parsePhoneNumberFromString(number, options);
}

/**
 * Mexico dropped the 1 after +52 (and 044, 045 at home) in 2019, but address books still have it; all
 * reach the same person, so all must give the same number or one person gets two messages.
 */
function withoutMobilePrefix(e164: string): string {
	return e164.replace(/^\+52(?:1|04[45])(?=\d{10}$)/, '+52');
}

/** At most the last four digits, for logs and errors: `…5678`. What is masked already stays as it is. */
export function maskPhone(value: unknown): string {
	if (typeof value === 'string' && /^…\d{4}$/.test(value)) return value;
	const isText =
		typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint';
	const digits = isText ? String(value).normalize('NFKC').replace(/\D/g, '') : '';
	return digits.length > 4 ? `…${digits.slice(-4)}` : '…';
}
