import type { TemplateDefinition } from '../definition';
import { isObject, type JsonObject } from '../json';
import { upperCaseKinds } from '../upper-case-kinds';

/** The components of one kind that a definition keeps as Meta gave them. */
export function keptComponents({ other }: TemplateDefinition, type: string): JsonObject[] {
	return (other?.components ?? [])
		.map(({ meta }) => (isObject(meta) ? upperCaseKinds(meta) : {}))
		.filter((meta) => meta.type === type);
}

/** The objects in a field that should be a list of them. */
export function listOf(value: unknown): JsonObject[] {
	return Array.isArray(value) ? value.filter(isObject) : [];
}
