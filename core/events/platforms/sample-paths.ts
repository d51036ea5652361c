import { isObject } from '../../webhooks/json';
import { FORBIDDEN } from './path';

/** One place in a sample: how a mapping writes it, and what stands there. */
export interface SamplePath {
	path: string;
	/** The value as one would read it aloud; for a list, how many it holds. */
	value: string;
	/** For the fields of each element of a list: where the list stands. */
	within?: string;
}

/** Samples are read by eye: deeper, or more, is not. */
const DEEPEST = 8;
const MOST = 500;
const LONGEST_VALUE = 60;

/**
 * Everything a mapping can point at in a sample of somebody's JSON, in its order: values, lists, and
 * the fields of a list's elements, which the fields of tickets are read from.
 */
export function samplePaths(sample: unknown): SamplePath[] {
	const found: SamplePath[] = [];
	walk(Array.isArray(sample) ? sample[0] : sample, '', 0, found);
	return found.slice(0, MOST);
}

function walk(value: unknown, path: string, depth: number, found: SamplePath[]): void {
	if (depth > DEEPEST || found.length >= MOST) return;
	if (Array.isArray(value)) {
		found.push({ path, value: `list of ${value.length}` });
		const [first] = value as unknown[];
		if (isObject(first)) {
			const inner: SamplePath[] = [];
			walk(first, '', depth + 1, inner);
			found.push(...inner.map((entry) => ({ ...entry, within: entry.within ?? path })));
		}
		if (first !== undefined) walk(first, `${path}[0]`, depth + 1, found);
	} else if (isObject(value)) {
		for (const [key, inner] of Object.entries(value)) {
			if (canBeNamed(key)) walk(inner, join(path, key), depth + 1, found);
		}
	} else if (path !== '') {
		found.push({ path, value: String(value ?? '').slice(0, LONGEST_VALUE) });
	}
}

/** Names a path has no way to write are left out: nobody could choose them. */
const canBeNamed = (key: string): boolean =>
	key !== '' && key === key.trim() && !/["\]]/.test(key) && !FORBIDDEN.has(key);

/** `a.b`, or `a["c d"]` for names that a path would take apart. */
function join(path: string, key: string): string {
	if (!/^[^.[\]"'\s$]+$/.test(key)) return `${path}["${key}"]`;
	return path === '' ? key : `${path}.${key}`;
}
