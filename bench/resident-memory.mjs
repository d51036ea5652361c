import { readFile } from 'node:fs/promises';

const EVERY_MS = 200;
const MB = 1024;

/** Memory a process holds, in MB; undefined where there is no /proc. */
async function residentMb(pid) {
	const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
	const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
	return kilobytes === undefined ? undefined : Number(kilobytes) / MB;
}

/** Looks at a process five times a second until `stop`, which returns the most it held, in MB. */
export function watchMemory(pid) {
	let peak;
	const look = async () => {
		const now = await residentMb(pid);
		if (now !== undefined) peak = Math.max(peak ?? 0, now);
	};
	const timer = setInterval(() => void look(), EVERY_MS);
	return {
		async stop() {
			await look();
			clearInterval(timer);
			return peak;
		},
	};
}
