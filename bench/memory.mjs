// memory, memory-512: 10,000 recipients in one run, against the same flow with No Operation in the node's
// place; with the heap Node takes on this machine, and with that of a server with 1 GB.
import { setTimeout as sleep } from 'node:timers/promises';
import { countDeliveries, LIMIT } from './deliveries.mjs';
import { noOperation, recipients, sendingFlow, sendTemplate } from './flows.mjs';
import { watchMemory } from './resident-memory.mjs';
import { runFlow } from './run-flow.mjs';
import { onStage } from './stage.mjs';

const COUNT = 10_000;
const LATENCY_MS = 80;
const WANTED_PACE_WITHIN = 0.05;
const MOST_ABOVE_MB = 150;
/** Requests at a Time, as the node has it without a wish. */
const REQUESTS_AT_A_TIME = 50;
/** n8n is left alone before a run, so that its start is not measured, and after it, for what it writes. */
const SETTLE_MS = 5000;

/** Node lets garbage lie as long as its heap may grow, which on a big machine is for gigabytes. */
const HEAP_MB = { memory: undefined, 'memory-512': 512 };

export const MEMORY = Object.keys(HEAP_MB);

export async function benchMemory(name, say) {
	say(`${name}: ${COUNT} items through No Operation`);
	const noOp = await measure(name, noOperation, say);
	say(`${name}: ${COUNT} recipients through Send Template, about ${COUNT / LIMIT} s`);
	const ours = await measure(name, sendTemplate, say);
	const { lost, twice, seconds, shareOfLimit } = ours.counted;
	const known = ours.peakMb !== undefined && noOp.peakMb !== undefined;
	const aboveNoOpMb = known ? Math.round(ours.peakMb - noOp.peakMb) : null;
	const { highestInFlight } = ours.stats;
	const ok =
		lost === 0 &&
		twice === 0 &&
		Math.abs(shareOfLimit - 1) <= WANTED_PACE_WITHIN &&
		aboveNoOpMb !== null &&
		aboveNoOpMb <= MOST_ABOVE_MB &&
		highestInFlight <= REQUESTS_AT_A_TIME;
	const { accepted } = ours.counted;
	return {
		line: {
			...{ name, accepted, lost, twice, seconds, shareOfLimit },
			...{ aboveNoOpMb, highestInFlight, ok },
		},
		details: {
			...{ run: ours.run.status, runSeconds: ours.run.seconds, cpu: ours.run.cpu },
			...{ startMb: ours.startMb, peakMb: ours.peakMb },
			...{ noOpStartMb: noOp.startMb, noOpPeakMb: noOp.peakMb },
		},
	};
}

/** Each in an n8n of its own: what one run has grown, the next does not have to. */
async function measure(name, node, say) {
	const tell = (line) => say(`${name}: ${line}`);
	const play = async (stage) => {
		await sleep(SETTLE_MS);
		const { pid } = stage.n8n.child;
		const startMb = await watchMemory(pid).stop();
		const memory = watchMemory(pid);
		const run = await runFlow(stage, sendingFlow(name, COUNT, node(stage)), { say: tell });
		await sleep(SETTLE_MS);
		if (run.hint) tell(run.hint);
		return {
			run,
			startMb,
			peakMb: await memory.stop(),
			counted: countDeliveries(stage.simulator, recipients(COUNT)),
			stats: stage.simulator.control.stats().messages,
		};
	};
	return await onStage({ latencyMs: LATENCY_MS }, play, { heapMb: HEAP_MB[name] });
}
