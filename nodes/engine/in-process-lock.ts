const tails = new Map<string, Promise<unknown>>();

/**
 * Runs one task at a time per name within this process: n8n's deduplication store reads, changes and
 * writes a whole list, so two at once would lose each other's keys.
 */
export async function withLock<T>(name: string, task: () => Promise<T>): Promise<T> {
	const before = tails.get(name) ?? Promise.resolve();
	const run = before.then(task, task);
	const tail = run.catch(() => undefined);
	tails.set(name, tail);
	try {
		return await run;
	} finally {
		if (tails.get(name) === tail) tails.delete(name);
	}
}
