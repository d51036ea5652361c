/** `a.b[0]["c d"]` → `['a', 'b', '0', 'c d']`; undefined where it is no path. */
export function parsePath(path: string): string[] | undefined {
	const steps: string[] = [];
	// Sticky, so that anything between two steps makes the whole text no path.
	const step = /\.?([^.[\]"']+)|\[(\d+)\]|\["([^"\]]*)"\]|\['([^'\]]*)'\]/y;
	const text = path.trim().replace(/^\$\.?/, '');
	while (step.lastIndex < text.length) {
		const match = step.exec(text);
		if (!match) return undefined;
		const name = match[1]?.trim() ?? match[2] ?? match[3] ?? match[4] ?? '';
		if (name === '') return undefined;
		steps.push(name);
	}
	return steps;
}

/**
 * The value at a path, or undefined. Reads only what the JSON itself carries: list elements by
 * number and own fields, never what every object inherits.
 */
export function valueAt(source: unknown, path: string): unknown {
	const steps = parsePath(path);
	if (steps === undefined) return undefined;
	let value = source;
	for (const name of steps) {
		if (FORBIDDEN.has(name)) return undefined;
		if (Array.isArray(value)) {
			value = /^\d+$/.test(name) ? value[Number(name)] : undefined;
		} else if (typeof value === 'object' && value !== null && Object.hasOwn(value, name)) {
			value = (value as Record<string, unknown>)[name];
		} else {
			return undefined;
		}
	}
	return value;
}

/** Names that every object inherits. */
export const FORBIDDEN = new Set(['__proto__', 'prototype', 'constructor']);
