import { compact } from '../../webhooks/json';
import type { Person } from '../notice';

interface PersonParts extends Person {
	lastName?: string;
}

/** A person out of what a platform gave, or undefined where it gave nothing that names one. */
export function personOf({ lastName, ...parts }: PersonParts): Person | undefined {
	const joined = [parts.firstName, lastName].filter((part) => part !== undefined).join(' ');
	const person = compact({ ...parts, name: parts.name ?? (joined === '' ? undefined : joined) });
	// A language alone is nobody.
	const names = Object.keys(person).filter((key) => key !== 'locale');
	return names.length === 0 ? undefined : person;
}
