// What a run of a workflow came to, as n8n's own API tells it.
import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until an execution has ended; returns the items of each node, output by output. */
export async function finished(n8n, executionId, timeoutMs = 60_000) {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const execution = await n8n.rest('GET', `/rest/executions/${executionId}`);
		if (!['new', 'running', 'waiting'].includes(execution.status)) return resultOf(execution);
		if (Date.now() > deadline) throw new Error(`Execution ${executionId} is ${execution.status}`);
		await sleep(200);
	}
}

function resultOf({ status, data }) {
	const { resultData } = inflate(typeof data === 'string' ? JSON.parse(data) : data);
	if (resultData.error) throw new Error(`The run failed: ${resultData.error.message}`);
	const items = (node, output = 0) =>
		(resultData.runData[node]?.at(-1)?.data?.main?.[output] ?? []).map(({ json }) => json);
	return { status, items, ran: Object.keys(resultData.runData) };
}

/** n8n writes executions as a flat list, in which every text that is no key is a place in that list. */
function inflate(flat) {
	const made = new Map();
	const at = (index) => {
		const value = flat[index];
		if (typeof value !== 'object' || value === null) return value;
		if (made.has(index)) return made.get(index);
		const copy = Array.isArray(value) ? [] : {};
		made.set(index, copy);
		for (const [key, inner] of Object.entries(value)) {
			copy[key] = typeof inner === 'string' ? at(Number(inner)) : inner;
		}
		return copy;
	};
	return at(0);
}
