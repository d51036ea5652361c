import { asObject, asText, parseJson, type JsonObject } from '../json.ts';
import { jsonBody, type Request } from '../http/router.ts';

/** Parameters of a Graph call, from the query, a form body or a JSON body; the body wins. */
export function parametersOf(request: Request): JsonObject {
	const fromQuery = Object.fromEntries(request.query);
	const type = request.headers['content-type'] ?? '';
	if (type.includes('application/x-www-form-urlencoded')) {
		const form = new URLSearchParams(request.body.toString('utf8'));
		return { ...fromQuery, ...Object.fromEntries(form) };
	}
	return { ...fromQuery, ...asObject(jsonBody(request)) };
}

/** A list that may be an array, a JSON array in a string, or words between commas. */
export function readList(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap((one) => asText(one) ?? []);
	const text = asText(value)?.trim();
	if (text === undefined) return [];
	const parsed: unknown = text.startsWith('[') ? parseJson(text) : undefined;
	if (Array.isArray(parsed)) return readList(parsed);
	return text
		.split(',')
		.map((one) => one.trim())
		.filter(Boolean);
}
