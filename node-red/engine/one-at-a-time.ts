/** Does a task once all that came before it are done, however they ended. */
export type InTurn = <T>(task: () => Promise<T>) => Promise<T>;

/** One task after the other: each finds what the one before has left. */
export function oneAtATime(): InTurn {
	let last: Promise<unknown> = Promise.resolve();
	return async (task) => {
		const mine = last.then(task);
		last = mine.catch(() => undefined);
		return await mine;
	};
}
