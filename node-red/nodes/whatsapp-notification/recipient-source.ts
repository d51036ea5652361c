/**
 * Whether a value is a list of recipients, and not what a button or a topic left in the message: a text is one
 * where it has more than a line, as each CSV file has.
 */
export const isList = (value: unknown): boolean =>
	Array.isArray(value) ||
	value instanceof Uint8Array ||
	(typeof value === 'string' && /\S[^\S\n]*\r?\n\s*\S/.test(value));
