import { currentLanguage } from './i18n.ts';

// Making one costs far more than using it, and a list shows hundreds of languages.
const names = new Map<string, Intl.DisplayNames>();

/** `pt_BR` in the reader's language: Portuguese (Brazil). */
export function languageName(code: string): string {
	const reader = currentLanguage();
	let known = names.get(reader);
	if (known === undefined) {
		known = new Intl.DisplayNames(reader, { type: 'language', languageDisplay: 'standard' });
		names.set(reader, known);
	}
	try {
		return known.of(code.replaceAll('_', '-')) ?? code;
	} catch {
		return code;
	}
}
