/** Careful reading of JSON that somebody else wrote: a wrong type reads as absent, never throws. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const NOTHING: JsonObject = Object.freeze({});

/** The object at `key`, or an empty one, so that reading on needs no check. */
export function objectAt(source: JsonObject, key: string): JsonObject {
	const value = ownValue(source, key);
	return isObject(value) ? value : NOTHING;
}

export function listAt(source: JsonObject, key: string): readonly unknown[] {
	const value = ownValue(source, key);
	return Array.isArray(value) ? value : [];
}

/** Text, trimmed; numbers as text, because platforms disagree on ids. Empty reads as absent. */
export function textAt(source: JsonObject, key: string): string | undefined {
	return asText(ownValue(source, key));
}

export function numberAt(source: JsonObject, key: string): number | undefined {
	return asNumber(ownValue(source, key));
}

export function booleanAt(source: JsonObject, key: string): boolean | undefined {
	const value = ownValue(source, key);
	return typeof value === 'boolean' ? value : undefined;
}

export function asText(value: unknown): string | undefined {
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	if (typeof value !== 'string') return undefined;
	const trimmed = value.trim();
	return trimmed === '' ? undefined : trimmed;
}

/** A finite number, also where it is written as text: `"270.0"`. */
export function asNumber(value: unknown): number | undefined {
	const text = asText(value);
	if (text === undefined) return undefined;
	const number = Number(text);
	return Number.isFinite(number) ? number : undefined;
}

/** Only what the JSON itself carries: `constructor` and `__proto__` are nobody's fields. */
export function ownValue(source: JsonObject, key: string): unknown {
	return Object.prototype.hasOwnProperty.call(source, key) ? source[key] : undefined;
}

/** The object without its absent fields, so that items stay readable in an engine's editor. */
export function compact<T extends object>(object: T): T {
	return definedParts(object) as T;
}

/** Only the fields that have a value, to lay over another object. */
export function definedParts<T extends object>(object: T): Partial<T> {
	return Object.fromEntries(
		Object.entries(object).filter(([, value]) => value !== undefined),
	) as Partial<T>;
}
