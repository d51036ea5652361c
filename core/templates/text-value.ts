/**
 * Meta refuses line breaks, tabs and more than four spaces in a row inside a value (132018, or
 * 132012 on older numbers), and a value typed in a form often ends with one: they become a space.
 * A calculation that failed (NaN) is no value.
 */
export function asText(value: unknown): string | undefined {
	if (!['string', 'number', 'bigint', 'boolean'].includes(typeof value)) return undefined;
	if (typeof value === 'number' && !Number.isFinite(value)) return undefined;
	const text = String(value).replace(LINE_BREAKS, ' ').replace(/ {5,}/g, '    ').trim();
	return text === '' ? undefined : text;
}

/** Also those of word processors: vertical tab, form feed, next line, line and paragraph separator. */
const LINE_BREAKS = /[\r\n\t\v\f\u0085\u2028\u2029]+/g;

/** Neither a text nor anything else: the field was left empty. */
export const isEmptyValue = (value: unknown): boolean =>
	value === null || (typeof value !== 'object' && asText(value) === undefined);

/** JSON as it is typed into a field; what is already an object or a list stays one. */
export function asJson(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value);
	} catch {
		// The caller reports what it expected.
		return undefined;
	}
}
