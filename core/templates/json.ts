export type JsonObject = Record<string, unknown>;

/** Whether a value of parsed JSON is an object, not a list and not null. */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Two values of parsed JSON that say the same; the order of an object's fields says nothing. */
export function sameJson(one: unknown, other: unknown): boolean {
	if (Array.isArray(one) && Array.isArray(other)) {
		return one.length === other.length && one.every((entry, at) => sameJson(entry, other[at]));
	}
	if (!isObject(one) || !isObject(other)) return Object.is(one, other);
	const keys = Object.keys(one);
	return (
		keys.length === Object.keys(other).length &&
		keys.every((key) => Object.hasOwn(other, key) && sameJson(one[key], other[key]))
	);
}

/** An object without some of its fields, or undefined if nothing is left. */
export function fieldsBeside(object: JsonObject, known: readonly string[]): JsonObject | undefined {
	const left = Object.entries(object).filter(([key]) => !known.includes(key));
	return left.length > 0 ? Object.fromEntries(left) : undefined;
}
