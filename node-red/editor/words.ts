/** Every word of the shared parts of the dialogs stands in the catalogue of whatsapp-account. */
const NAMESPACE = '@whatsapp-events/node-red/whatsapp-account:shared.';

/** A text in the language of the editor. */
export function t(key: string, values: Record<string, unknown> = {}): string {
	return RED._(NAMESPACE + key, values);
}

/** The text in the language of the editor where it is known, else the one that came from elsewhere. */
export function tOr(key: string, fallback: string, values: Record<string, unknown> = {}): string {
	const text = t(key, { ...values, defaultValue: fallback });
	return text === NAMESPACE + key ? fallback : text;
}

export const isJapanese = (): boolean => /^ja\b/i.test(RED.i18n.lang());

/** `pt_BR` → "Portuguese (Brazil)" in the language of the editor; the code where it is not known. */
export function languageName(code: string): string {
	try {
		const names = new Intl.DisplayNames([RED.i18n.lang(), 'en'], { type: 'language' });
		return names.of(code.replace(/_/g, '-')) ?? code;
	} catch {
		return code;
	}
}

/** `zoho-backstage` → `Zoho Backstage`, `first_name` → `First Name`, `startsAt` → `Starts At`. */
export function humanised(id: string): string {
	return id
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.split(/[-_ ]+/)
		.filter(Boolean)
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');
}
