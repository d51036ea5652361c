import { getCountries } from 'libphonenumber-js/min';
import { readConsent } from '../../opt-outs/consent';

/** Besides yes and no, what lists have in a column of consent. */
const AGREED = new Set(
	(
		'agreed accepted optin optedin subscribed granted x ✓ ✔ ☑ ○ ◯ 同意 同意する 同意します 同意しました 希望 希望する 希望します ' +
		'する ja oui wahr'
	).split(' '),
);

/**
 * Whether a cell says yes. Consent is given in words or it is not: what is not understood is no consent.
 *
 * @returns undefined for an empty cell
 */
export function saysYes(cell: unknown): boolean | undefined {
	if (typeof cell === 'boolean') return cell;
	if (Array.isArray(cell)) return cell.length > 0;
	const text = cellText(cell).toLowerCase();
	if (text === '') return undefined;
	return readConsent(text) ?? AGREED.has(text.replace(/[\s_-]/g, ''));
}

/** A text or a number, tidied; nothing of whatever else a row may hold. */
export const cellText = (cell: unknown): string =>
	['string', 'number', 'bigint', 'boolean'].includes(typeof cell)
		? String(cell)
				.normalize('NFKC')
				.replace(/\p{Cf}/gu, '')
				.trim()
		: '';

/** Languages in which lists name countries. */
const READERS = ['en', 'ja', 'de', 'es', 'fr', 'pt'];

let byName: Map<string, string> | undefined;

/** A country as lists write it, by code or by name → two letters; undefined where it is none we know. */
export function countryCode(cell: unknown): string | undefined {
	const text = cellText(cell);
	if (text === '') return undefined;
	byName ??= countryNames();
	return byName.get(text.toLowerCase());
}

function countryNames(): Map<string, string> {
	const names = new Map<string, string>();
	for (const reader of READERS) {
		const display = new Intl.DisplayNames([reader], { type: 'region' });
		for (const code of getCountries()) names.set((display.of(code) ?? code).toLowerCase(), code);
	}
	for (const code of getCountries()) names.set(code.toLowerCase(), code);
	return new Map([
		...names,
		['usa', 'US'],
		['uk', 'GB'],
		['u.s.', 'US'],
		['u.k.', 'GB'],
		['uae', 'AE'],
	]);
}

/** An IANA name, or undefined. */
export function timeZoneName(cell: unknown): string | undefined {
	const text = cellText(cell);
	if (text === '') return undefined;
	try {
		return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
	} catch {
		return undefined;
	}
}
