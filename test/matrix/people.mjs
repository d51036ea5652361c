// A new person for each case, so that a message on a wrong phone is seen.
const FIRST = [
	'Aiko',
	'Ben',
	'Carla',
	'Dora',
	'Emil',
	'Fumi',
	'Gino',
	'Hana',
	'Ivo',
	'Jun',
	'Kira',
];
const LAST = ['Tanaka', 'Lee', 'Ruiz', 'Klein', 'Olsen', 'Sato', 'Rossi', 'Kim', 'Novak', 'Ito'];

let count = 0;

/** @returns somebody nobody else is, with a phone of their own */
export function somebody(locale) {
	const index = count++;
	const firstName = FIRST[index % FIRST.length];
	const lastName = `${LAST[index % LAST.length]}-${index}`;
	return {
		...{ firstName, lastName, locale },
		email: `${firstName}.${index}@example.com`.toLowerCase(),
		phone: `+81 90-${String(2000 + index)}-${String(1000 + ((index * 7919) % 9000))}`,
	};
}

export const nameOf = ({ firstName, lastName }) => `${firstName} ${lastName}`;
export const waIdOf = ({ phone }) => phone.replace(/\D/g, '');
/** The same person without a number: nobody to be reached. */
export const unreachable = (person) => ({ ...person, phone: '' });
