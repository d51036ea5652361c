import { hoursAgo, inDays } from '../people';

export const tanaka = {
	name: 'Aiko Tanaka',
	firstName: 'Aiko',
	phone: '+81 90-1234-5678',
	email: 'aiko@example.com',
	company: 'Aozora Ltd',
	locale: 'ja',
};

let notices = 0;

/** A notice in our own shape: something that has just happened. Cases change what they are about. */
export const notice = (parts: object = {}): object => ({
	id: `n-${++notices}`,
	source: 'our-forms',
	type: 'registration.completed',
	occurredAt: hoursAgo(1),
	event: { id: 'test-conf', name: 'Test Conf', startsAt: inDays(30), timeZone: 'Asia/Tokyo' },
	order: { id: 'o-1', payment: 'paid' },
	ticket: { id: 't-1' },
	...parts,
});
