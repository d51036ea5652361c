import { en } from './words.en.ts';
import { ja } from './words.ja.ts';

export type Word = keyof typeof en;
export type Language = 'en' | 'ja';

const dictionaries: Record<Language, Record<Word, string>> = { en, ja };
let language: Language = 'en';

export function currentLanguage(): Language {
	return language;
}

export function setLanguage(next: Language): void {
	language = next;
}

/** The reader's choice if there was one, else the browser's language. */
export function preferredLanguage(stored: string | null, browser: string): Language {
	if (stored === 'en' || stored === 'ja') return stored;
	return /^ja\b/i.test(browser) ? 'ja' : 'en';
}

export function t(word: Word, values: Record<string, string | number> = {}): string {
	return dictionaries[language][word].replace(/\{(\w+)\}/g, (whole, name: string) =>
		name in values ? String(values[name]) : whole,
	);
}

/** A template category in words; one that is not known is shown as it came. */
export function categoryName(category: string): string {
	if (category === 'UTILITY' || category === 'MARKETING' || category === 'AUTHENTICATION') {
		return t(category);
	}
	return category;
}
