import type { Person } from './types.ts';

/** Made-up people. Where a country keeps numbers free for fiction, the number is one of those. */
const people: [string, string, string][] = [
	['Aiko', 'Tanaka', '+81 90 1234 5678'],
	['Amelia', 'Clarke', '+44 7700 900123'],
	['Liam', 'Walker', '+1 202 555 0143'],
	['Priya', 'Raman', '+91 98765 43210'],
	['Mateo', 'García', '+34 612 345 678'],
	['ليلى', 'حداد', '+971 50 123 4567'],
	['健一', '佐藤', '+81 80 2345 6789'],
	['Chloé', 'Dubois', '+33 6 39 98 12 34'],
	['Oliver', 'Nguyen', '+61 491 570 156'],
	['João', 'Pereira', '+55 11 91234 5678'],
];

let next = 0;

/** The next example, a different one each time. */
export function examplePerson(): Person {
	const [firstName, lastName, phone] = people[next++ % people.length] ?? ['Aiko', 'Tanaka', ''];
	return { firstName, lastName, phone, email: `guest${next}@example.com` };
}
