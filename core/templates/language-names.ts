/**
 * The name of a template language for people: `pt_BR` → `Brazilian Portuguese`.
 *
 * @param code Meta's code
 * @param reader the language of whoever reads it
 */
export function languageName(code: string, reader = 'en'): string {
	try {
		const names = new Intl.DisplayNames([reader], { type: 'language' });
		return names.of(code.replace(/_/g, '-')) ?? code;
	} catch {
		// Not a code at all, as somebody may type one.
		return code;
	}
}
