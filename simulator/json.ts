/** A JSON object whose members have not been looked at yet. */
export type JsonObject = Record<string, unknown>;

/** The value when it is a plain object, else `undefined`: what arrives is never trusted. */
export function asObject(value: unknown): JsonObject | undefined {
	const plain = typeof value === 'object' && value !== null && !Array.isArray(value);
	return plain ? (value as JsonObject) : undefined;
}

/** The value when it is an array, else an empty one. */
export function asArray(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

/** The value when it is a string with something in it; numbers are written out, as Graph does. */
export function asText(value: unknown): string | undefined {
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Parses JSON; `undefined` when the text is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
