import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until the answer is true, or a list that is not empty; returns it. */
export async function eventually(check, timeoutMs = 90_000) {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const found = await check();
		if (Array.isArray(found) ? found.length > 0 : found) return found;
		if (Date.now() > deadline) throw new Error('It did not happen in time');
		await sleep(500);
	}
}
