// ours, builtin, http: the same 2,000 recipients, one way of sending after another, on one n8n.
import { countDeliveries, LIMIT } from './deliveries.mjs';
import { builtInNode, httpRequest, recipients, sendingFlow, sendTemplate } from './flows.mjs';
import { runFlow } from './run-flow.mjs';
import { onStage } from './stage.mjs';

const COUNT = 2000;
const LATENCY_MS = 80;
const WANTED_SHARE = 0.95;

const NODES = { ours: sendTemplate, builtin: builtInNode, http: httpRequest };

export const SENDING = Object.keys(NODES);

/** @returns one result per name, `ok` where a figure is asked of it */
export async function benchSending(names, say) {
	return await onStage({ latencyMs: LATENCY_MS }, async (stage) => {
		const results = [];
		for (const name of names) {
			say(`${name}: ${COUNT} recipients, ${LIMIT} a second, ${LATENCY_MS} ms latency`);
			results.push(await sendWith(name, stage, (line) => say(`${name}: ${line}`)));
		}
		return results;
	});
}

async function sendWith(name, stage, say) {
	const { control, credentials } = stage.simulator;
	control.reset();
	control.change({ throughput: { [credentials.phoneNumberId]: LIMIT } });
	const flow = sendingFlow(name, COUNT, NODES[name](stage));
	const run = await runFlow(stage, flow, { say });
	if (run.hint) say(run.hint);
	const counted = countDeliveries(stage.simulator, recipients(COUNT));
	const { refused, highestInFlight } = control.stats().messages;
	const details = {
		run: run.status,
		runSeconds: run.seconds,
		cpu: run.cpu,
		refused,
		highestInFlight,
	};
	if (name !== 'ours') return { line: { name, ...counted }, details };
	const { lost, twice, shareOfLimit } = counted;
	const ok = lost === 0 && twice === 0 && shareOfLimit >= WANTED_SHARE;
	return { line: { name, ...counted, ok }, details };
}
