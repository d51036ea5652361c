import type { NodeContextData } from 'node-red';

export type ContextValues = Pick<NodeContextData, 'get' | 'set'>;

/** A value of a context store; undefined where there is none. */
export const readValue = async (context: Pick<ContextValues, 'get'>, name: string) =>
	await new Promise<unknown>((resolve, reject) => {
		context.get(name, (error, value) => (error ? reject(error) : resolve(value)));
	});

export const writeValue = async (
	context: Pick<ContextValues, 'set'>,
	name: string,
	value: unknown,
) =>
	await new Promise<void>((resolve, reject) => {
		context.set(name, value, (error) => (error ? reject(error) : resolve()));
	});
