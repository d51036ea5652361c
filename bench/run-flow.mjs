import { setTimeout as sleep } from 'node:timers/promises';
import { cpuSeconds } from './cpu-time.mjs';
import { runsOf } from './runs.mjs';

const OVER = ['success', 'error', 'crashed', 'canceled'];
const PROGRESS_EVERY_MS = 5000;

/**
 * Publishes a flow, starts it once and waits for its end.
 *
 * @param {{say: (line: string) => void, timeoutMs?: number}} options
 * @returns how the run ended, and how long it took by n8n's own clock, and in CPU seconds
 */
export async function runFlow({ n8n, simulator }, flow, { say, timeoutMs = 600_000 }) {
	const workflow = await n8n.createWorkflow(flow);
	await n8n.publish(workflow);
	const cpuBefore = await cpuSeconds(n8n.child.pid);
	await postOnceReady(`${n8n.url}/webhook/${flow.nodes[0].parameters.path}`);
	const deadline = Date.now() + timeoutMs;
	let saidAt = Date.now();
	while (Date.now() < deadline) {
		await sleep(500);
		const [run] = await runsOf(n8n, workflow);
		if (run && OVER.includes(run.status)) {
			const seconds = (Date.parse(run.stoppedAt) - Date.parse(run.startedAt)) / 1000;
			const cpu = (await cpuSeconds(n8n.child.pid)) - cpuBefore;
			return { status: run.status, seconds, cpu, hint: await hintOf(n8n, run) };
		}
		if (Date.now() - saidAt < PROGRESS_EVERY_MS) continue;
		saidAt = Date.now();
		say(`${simulator.control.stats().messages.accepted} accepted …`);
	}
	throw new Error(`The flow “${flow.name}” did not end within ${timeoutMs / 1000} s`);
}

/** n8n publishes in the background; until then the address is unknown, and calling it starts nothing. */
export async function postOnceReady(address) {
	for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(200)) {
		const answer = await fetch(address, { method: 'POST' });
		if (answer.status === 200) return answer;
		if (answer.status !== 404) throw new Error(`${address} answered ${answer.status}`);
	}
	throw new Error(`${address} was not registered within a minute`);
}

/** What the node itself says about messages it did not send: why a figure is not met. */
async function hintOf(n8n, { id }) {
	const { data } = await n8n.rest('GET', `/rest/executions/${id}`).catch(() => ({}));
	return /\d+ of \d+ were not sent: [^"\\]*/.exec(String(data))?.[0];
}
