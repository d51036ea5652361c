import { isObject } from '../../engine';

/**
 * What of a message is plain JSON and can be kept on the disk: no files, connections, functions, and
 * nothing that holds itself.
 */
export function plainMessage(msg: object): Record<string, unknown> {
	const kept: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(msg)) {
		if (isPlain(value, [])) kept[key] = value;
	}
	return kept;
}

function isPlain(value: unknown, above: readonly unknown[]): boolean {
	if (value === null || ['string', 'boolean', 'number'].includes(typeof value)) return true;
	if (above.includes(value)) return false;
	const inside = [...above, value];
	if (Array.isArray(value)) return value.every((entry) => isPlain(entry, inside));
	if (!isObject(value)) return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	if (prototype !== Object.prototype && prototype !== null) return false;
	return Object.values(value).every((entry) => entry === undefined || isPlain(entry, inside));
}
