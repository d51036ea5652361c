import type { Person, Registration } from './types.ts';

export interface RegistrationForm {
	buyer: Person;
	ticketName: string;
	/** The buyer holds the first ticket. */
	attends: boolean;
	/** Holders of the other tickets; what is left blank is taken from the buyer. */
	others: Partial<Person>[];
	paid: boolean;
	test: boolean;
	/** Each attendee is reported beside the order. */
	attendees: boolean;
	repeat: number;
	badSignature: boolean;
}

/** What the form says, as the simulator's register call wants it: one ticket per person. */
export function registrationOf(form: RegistrationForm): Registration {
	const buyer = trimmed(form.buyer);
	const ticketName = form.ticketName.trim();
	const others = form.others.map((other) => holderOf(trimmed(other), buyer));
	const holders = form.attends ? [buyer, ...others] : others;
	return {
		buyer,
		tickets: holders.map((holder) => ({ ...holder, ticketName })),
		paid: form.paid,
		test: form.test,
		...(form.attendees ? { attendees: true } : {}),
		...(form.repeat > 1 ? { repeat: form.repeat } : {}),
		...(form.badSignature ? { badSignature: true } : {}),
	};
}

/** A name counts as a whole: a first name alone does not borrow the buyer's last name. */
function holderOf(other: Person, buyer: Person): Person {
	const named = other.firstName !== '' || other.lastName !== '';
	const { firstName, lastName } = named ? other : buyer;
	return {
		...buyer,
		...other,
		firstName,
		lastName,
		email: other.email || buyer.email,
		phone: other.phone || buyer.phone,
	};
}

function trimmed(person: Partial<Person>): Person {
	const { firstName = '', lastName = '', email = '', phone = '', locale, consent } = person;
	return {
		firstName: firstName.trim(),
		lastName: lastName.trim(),
		email: email.trim(),
		phone: phone.trim(),
		...(locale === undefined ? {} : { locale }),
		...(consent === undefined ? {} : { consent }),
	};
}

/** Whether a number says its country by itself. */
export function hasCountryCode(phone: string): boolean {
	return /^\s*(\+|00)\s*[1-9]/.test(phone);
}
