import { asText, type JsonObject } from '../json.ts';

/** A person as the registration form has them. */
export interface Person {
	firstName: string;
	lastName: string;
	email: string;
	phone: string;
	/** As the platform writes it, e.g. `ja`. */
	locale?: string;
	/** What they answered when asked whether they want news; absent: nobody asked. */
	consent?: boolean;
}

export function readPerson(given: JsonObject | undefined): Person | undefined {
	if (given === undefined) return undefined;
	const text = (name: string) => asText(given[name]) ?? '';
	const locale = asText(given['locale']);
	const consent = given['consent'];
	return {
		firstName: text('firstName'),
		lastName: text('lastName'),
		email: text('email'),
		phone: text('phone'),
		...(locale === undefined ? {} : { locale }),
		...(typeof consent === 'boolean' ? { consent } : {}),
	};
}

/** First and last name as one. */
export function fullName(person: Person): string {
	return `${person.firstName} ${person.lastName}`.trim();
}
