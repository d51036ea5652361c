import type { SendItem } from '../words/sending';

/** Values for the seeded template attendee_registration_confirmation. */
export const values = {
	first_name: 'Aiko',
	event_name: 'Tokyo Tech Summit',
	event_date: 'December 1, 2026',
	venue: 'Tokyo Forum',
	ticket_name: 'VIP',
};

/** A phone number of its own for each index; `…0001` is the first. */
export const phone = (index: number) => `+8190${String(10_000_000 + index)}`;

/** Somebody who has registered. */
export const person = (index = 1, more: SendItem = {}): SendItem => ({
	to: phone(index),
	variables: values,
	deliveryKey: `test-conf:registration_confirmed:order-${index}:1`,
	...more,
});

export const people = (count: number): SendItem[] =>
	Array.from({ length: count }, (_, index) => person(index + 1));

/** Somebody who gets another template than the confirmation. */
export const guest = (variables: object): SendItem => ({
	to: phone(1),
	variables: { first_name: 'Ann', ...variables },
});

const HOUR = 3_600_000;

/** Taken once, so that all engines get the same bytes. */
const now = Date.now();

export const hoursAgo = (hours: number) => new Date(now - hours * HOUR).toISOString();
export const inDays = (days: number) => hoursAgo(-24 * days);
