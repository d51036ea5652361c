/** A field with parameters: `pricing_analytics.start(1).end(2).dimensions([COUNTRY])`. */
export type FieldCall = ReadonlyMap<string, string>;

/**
 * The parameters of a field in a `fields` parameter; `undefined` when the field is not asked for.
 * Source: Graph API, "Field expansion"; Meta, "Analytics".
 */
export function fieldCall(fields: string | null, name: string): FieldCall | undefined {
	const start = new RegExp(`(?:^|,)\\s*${name}(?=[.,]|\\s*$)`).exec(fields ?? '');
	if (start === null) return undefined;
	const rest = (fields ?? '').slice(start.index + start[0].length);
	const parameters = new Map<string, string>();
	const each = /\s*\.\s*(\w+)\s*\(([^()]*)\)/y;
	for (let found = each.exec(rest); found !== null; found = each.exec(rest)) {
		parameters.set(found[1] ?? '', (found[2] ?? '').trim());
	}
	return parameters;
}

/** A list in a parameter: `["US","IN"]`, `[US, IN]` or `US,IN`. */
export function listOf(text: string | undefined): string[] {
	return (text ?? '')
		.replace(/^\[|\]$/g, '')
		.split(',')
		.map((one) => one.trim().replace(/^["']|["']$/g, ''))
		.filter(Boolean);
}
