const SIZES = [1_000, 10_000, 100_000];

/** Ten times the input takes ten times the work, a hundred times if it is looked at again for each letter. */
const MOST_TIMES = 40;

/** What less work takes is noise. */
const LEAST_MS = 1;

/**
 * Expects work to grow with its input, not with the square of it: what a careless pattern does. Counted in
 * the process's own CPU time and compared within one run, so that a slow or busy machine does not fail it.
 *
 * @param work what is done with an input of so many pieces
 * @param measure milliseconds that something takes
 */
export function expectLinear(work: (pieces: number) => unknown, measure = cpuMs): void {
	work(SIZES[0]!);
	let most = Infinity;
	for (const size of SIZES) {
		const ms = leastOf(() => measure(() => work(size)), most);
		expect(ms).toBeLessThan(most);
		most = Math.max(ms, LEAST_MS) * MOST_TIMES;
	}
}

/** Of up to three tries, since garbage is collected at any time; one that is good enough suffices. */
function leastOf(measured: () => number, enough: number): number {
	let least = Infinity;
	for (let tries = 0; tries < 3 && least >= enough; tries++) least = Math.min(least, measured());
	return least;
}

function cpuMs(work: () => unknown): number {
	const began = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(began);
	return (user + system) / 1000;
}
