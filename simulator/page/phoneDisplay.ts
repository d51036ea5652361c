import { parseFormatting, plainOf } from './format.ts';
import type { Message, Phone } from './types.ts';

/** One or two letters for the round picture: initials, or nothing for a number without a name. */
export function initialsOf(name: string): string {
	const all = name
		.trim()
		.split(/\s+/)
		.filter((word) => /[\p{L}\p{N}]/u.test(word));
	const named = all.filter((word) => /\p{L}/u.test(word));
	const words = named.length > 0 ? named : all; // "Summit 2026" is an S, not an S2
	const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
	return [first, last].map((word) => firstLetter(word ?? '')).join('');
}

function firstLetter(word: string): string {
	return (word.match(/[\p{L}\p{N}]/u)?.[0] ?? '').toLocaleUpperCase();
}

/** A colour that stays with the number, as degrees on the colour wheel. */
export function hueOf(waId: string): number {
	let hash = 0;
	for (const character of waId) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 360_007;
	return (hash * 47) % 360;
}

export function titleOf(phone: Pick<Phone, 'name' | 'display' | 'waId'>): string {
	return phone.name.trim() || numberOf(phone);
}

export function numberOf(phone: Pick<Phone, 'display' | 'waId'>): string {
	return phone.display || `+${phone.waId}`;
}

/** The first line somebody would read of a message, without formatting marks, at most 120 long. */
export function previewOf(message: Message): string {
	const body = message.body ?? (message.header?.type === 'text' ? message.header.text : '');
	const line = plainOf(parseFormatting(body)).replace(/\s+/g, ' ').trim();
	return [...line].slice(0, 120).join('');
}

/** Whether a phone answers a search: by name, or by digits of its number in any spelling. */
export function matches(phone: Phone, query: string): boolean {
	const wanted = query.trim().toLocaleLowerCase();
	if (wanted === '') return true;
	if (phone.name.toLocaleLowerCase().includes(wanted)) return true;
	const digits = wanted.replace(/[\s+().-]/g, '');
	return /^\d+$/.test(digits) && phone.waId.includes(digits.replace(/^0/, ''));
}

/** The business that last wrote to this phone: the chat's title. */
export function businessOf(phone: Phone): Message['from'] {
	return phone.messages.findLast((message) => message.from !== undefined)?.from;
}
