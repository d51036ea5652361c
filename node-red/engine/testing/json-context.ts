import type { ContextValues } from '../context-values';

/** A context store that keeps JSON, as the one that writes files does. */
export function jsonContext(): ContextValues {
	const values = new Map<string, string>();
	return {
		get: (name: string, done: (error: unknown, value: unknown) => void) =>
			done(null, values.has(name) ? JSON.parse(values.get(name) as string) : undefined),
		set: (name: string, value: unknown, done: (error: unknown) => void) => {
			values.set(name, JSON.stringify(value));
			done(null);
		},
	} as never;
}
