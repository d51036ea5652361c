import type { Person } from './types.ts';

/** Made-up people. Where a country keeps numbers free for fiction, the number is one of those. */
const people: [firstName: string, lastName: string, phone: string, locale: string][] = [
	['Aiko', 'Tanaka', '+81 90 1234 5678', 'ja'],
	['Amelia', 'Clarke', '+44 7700 900123', 'en'],
	['Liam', 'Walker', '+1 202 555 0143', 'en'],
	['Priya', 'Raman', '+91 98765 43210', 'en'],
	['Mateo', 'García', '+34 612 345 678', 'es'],
	['ليلى', 'حداد', '+971 50 123 4567', 'ar'],
	['健一', '佐藤', '+81 80 2345 6789', 'ja'],
	['Chloé', 'Dubois', '+33 6 39 98 12 34', 'fr'],
	['Oliver', 'Nguyen', '+61 491 570 156', 'en'],
	['João', 'Pereira', '+55 11 91234 5678', 'pt-BR'],
];

/** Languages to choose for a person: those of the examples, and one more. */
export const personLanguages = ['en', 'ja', 'es', 'pt-BR', 'fr', 'de', 'ar'];

let next = 0;

/** The next example, a different one each time. */
export function examplePerson(): Person & { locale: string } {
	const [firstName, lastName, phone, locale] = people[next++ % people.length] ?? [
		'Aiko',
		'Tanaka',
		'',
		'ja',
	];
	return { firstName, lastName, phone, locale, email: `guest${next}@example.com` };
}
