import { normaliseRecipient } from '../messages/recipient';
import type { Person } from './notice';

/** The same phone, however it is written, gives the same text; what is no phone compares as typed. */
export function phoneKey(phone: string, defaultCountry: string | undefined): string {
	const read = normaliseRecipient(phone, defaultCountry);
	return read.ok ? read.e164 : phone.replace(/\D/g, '') || phone.trim();
}

const same = (one: string | undefined, other: string | undefined): boolean =>
	one !== undefined && one.trim().toLowerCase() === other?.trim().toLowerCase();

/**
 * The person with a phone. Where the report gives none, that of another person in the same order
 * with the same e-mail address: the buyer who is an attendee, or the buyer who typed their own
 * address for a guest. Of several phones only the one of the same name.
 */
export function withPhone(
	person: Person,
	others: readonly Person[],
	defaultCountry?: string,
): Person {
	if (person.phone !== undefined) return person;
	const alike = others.filter(
		(other) => other.phone !== undefined && same(other.email, person.email),
	);
	const phones = new Set(alike.map((other) => phoneKey(other.phone as string, defaultCountry)));
	const match = phones.size === 1 ? alike[0] : alike.find((other) => same(other.name, person.name));
	return match === undefined ? person : { ...person, phone: match.phone };
}
