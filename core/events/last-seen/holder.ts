import { compact } from '../../webhooks/json';
import type { Person } from '../notice';
import { onePhone } from '../../opt-outs/person-key';
import { phoneKey } from '../reachable-people';

/** A person to recognise again, without their e-mail address and number. */
export interface Fingerprint {
	email?: string;
	phone?: string;
	name?: string;
}

export type Hash = (text: string) => string;

export function fingerprint(person: Person, hash: Hash, defaultCountry?: string): Fingerprint {
	const name = person.name ?? person.firstName;
	return compact({
		email: person.email === undefined ? undefined : hash(person.email.trim().toLowerCase()),
		// As `personKey` writes it, so that “Forget a person” finds the row.
		phone:
			person.phone === undefined
				? undefined
				: hash(onePhone(phoneKey(person.phone, defaultCountry))),
		name: name === undefined ? undefined : hash(name.trim().toLowerCase().replace(/\s+/g, ' ')),
	});
}

/**
 * Whether a ticket is still with the same person: of e-mail address, number and name, as far as both
 * reports have them, not more are different than alike. Somebody who corrects their address or takes
 * another number is no new holder; a buyer's address typed for every guest does not make them one.
 */
export function isSamePerson(before: Fingerprint, now: Fingerprint): boolean {
	const shared = (['email', 'phone', 'name'] as const).filter(
		(part) => before[part] !== undefined && now[part] !== undefined,
	);
	const alike = shared.filter((part) => before[part] === now[part]).length;
	// With nothing to compare nobody can say that it changed hands.
	return alike * 2 >= shared.length;
}
