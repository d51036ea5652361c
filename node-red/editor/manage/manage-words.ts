const NAMESPACE = '@whatsapp-events/node-red/whatsapp-manage-template:';

/** A text of Manage Template's own catalogue, in the language of the editor. */
export const m = (key: string, values: Record<string, unknown> = {}): string =>
	RED._(NAMESPACE + key, values);

/** The same where the catalogue has it, else the text that came from elsewhere. */
export function mOr(key: string, fallback: string, values: Record<string, unknown> = {}): string {
	const text = m(key, { ...values, defaultValue: fallback });
	return text === NAMESPACE + key ? fallback : text;
}
