/** Tries per thing in one run: what broke once is worth another try, ten thousand are not. */
const MOST_FAILURES = 3;

/**
 * Keeps a run from trying for each of its items what fails for all of them: reading a template,
 * uploading a file. After some failures the last one stands for the rest of the run.
 */
export class FewFailures {
	private readonly failures = new Map<string, { times: number; error: unknown }>();

	/** Runs `attempt`, unless the same `what` has failed too often: then fails as it did last. */
	async attempt<T>(what: string, attempt: () => Promise<T>): Promise<T> {
		const { times = 0, error: last } = this.failures.get(what) ?? {};
		if (times >= MOST_FAILURES) throw last;
		const attempted = attempt();
		attempted.catch((error: unknown) => this.failures.set(what, { times: times + 1, error }));
		return await attempted;
	}
}
