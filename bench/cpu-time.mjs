import { readFile } from 'node:fs/promises';

/** Linux counts in hundredths of a second, whatever the machine. */
const TICKS_PER_SECOND = 100;

/**
 * Seconds of CPU a process has used, which other work on the machine hardly changes; undefined where
 * there is no /proc. Source: proc(5), fields 14 and 15 of stat.
 */
export async function cpuSeconds(pid) {
	const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
	const afterName = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
	if (!afterName) return undefined;
	return (Number(afterName[11]) + Number(afterName[12])) / TICKS_PER_SECOND;
}
