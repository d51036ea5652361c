import { isObject, type JsonObject } from '../../webhooks/json';

/**
 * The things of one list, however an HTTP Request hands them over: the answer itself (`{results:
 * […]}`, `{sessions: […]}`), its pages one after the other, or the bare list.
 */
export function listedIn(answer: unknown, ...names: readonly string[]): JsonObject[] {
	if (Array.isArray(answer)) return answer.flatMap((one) => listedIn(one, ...names));
	if (!isObject(answer)) return [];
	const name = names.find((key) => Array.isArray(answer[key]));
	return name === undefined ? [answer] : (answer[name] as unknown[]).filter(isObject);
}
