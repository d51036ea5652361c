import { asText, isObject } from '../../webhooks/json';

/**
 * A text that a platform keeps in several languages, `{"en": "red", "de": "rot"}`, in this one; else
 * in its base language, in English, or in whichever it has. Lines become one, because a template's
 * variable takes no line breaks.
 */
export function localText(value: unknown, locale?: string): string | undefined {
	const texts = isObject(value) ? value : { '': value };
	const keys = Object.keys(texts);
	const base = baseOf(locale ?? '');
	const wanted = [
		keys.find((key) => sameLocale(key, locale ?? '')),
		keys.find((key) => base !== '' && baseOf(key) === base),
		keys.find((key) => baseOf(key) === 'en'),
		...keys,
	];
	for (const key of wanted) {
		const text = key === undefined ? undefined : asText(texts[key]);
		if (text !== undefined) return text.split(/\s*[\r\n]+\s*/).join(', ');
	}
	return undefined;
}

/** Every language's text. */
export const localTexts = (value: unknown): string[] =>
	(isObject(value) ? Object.values(value) : [value])
		.map(asText)
		.filter((text) => text !== undefined);

const sameLocale = (one: string, other: string): boolean =>
	one.toLowerCase().replace('_', '-') === other.toLowerCase().replace('_', '-');

const baseOf = (locale: string): string => locale.toLowerCase().split(/[-_]/)[0] ?? '';
