// webhook: what a broadcast's status updates cost the n8n that receives them.
import { setTimeout as sleep } from 'node:timers/promises';
import { json } from '../scripts/lib/demo.mjs';
import { readFlow } from '../scripts/lib/demo-n8n.mjs';
import { BUILT_IN_TRIGGER, failuresOnly, OUR_TRIGGER } from './trigger-flows.mjs';
import { callsPerSecond } from './signed-calls.mjs';
import { runsOf } from './runs.mjs';
import { onStage } from './stage.mjs';
import { publishTrigger, unpublishTrigger } from './subscribe.mjs';

const UPDATES = 1000;
const FLOODS = 3;
const MOST_MS = 1000;
/** How long a run that should not be there is given to show itself. */
const GRACE_MS = 1500;

export async function benchWebhook(say) {
	return await onStage({}, async (stage) => {
		say(`webhook: ${FLOODS} calls of ${UPDATES} updates each, delivery-status flow`);
		const calls = await floodShippedFlow(stage);
		say('webhook: updates nobody subscribed to, to Business Trigger');
		const ours = await filtered(stage, OUR_TRIGGER);
		say('webhook: updates nobody subscribed to, to the built-in WhatsApp Trigger');
		const builtIn = await filtered(stage, BUILT_IN_TRIGGER);
		const answeredMs = Math.max(...calls.map(({ ms }) => ms));
		const ok =
			calls.every(({ status, runs }) => status === 200 && runs === 1) &&
			answeredMs < MOST_MS &&
			ours.runs === 0;
		return {
			line: {
				...{ name: 'webhook', updates: UPDATES, runs: calls.map(({ runs }) => runs), answeredMs },
				runsWhenFiltered: ours.runs,
				filteredPerSecond: ours.perSecond,
				builtInFilteredPerSecond: builtIn.perSecond,
				ok,
			},
			details: { refused: ours.failed, builtInRefused: builtIn.failed, builtInRuns: builtIn.runs },
		};
	});
}

async function floodShippedFlow(stage) {
	const flow = await readFlow('delivery-status');
	const nodes = flow.nodes.map((node) =>
		node.type === OUR_TRIGGER.type ? { ...node, ...OUR_TRIGGER.credentialsOf(stage) } : node,
	);
	const workflow = await publishTrigger(stage, { ...flow, nodes }, OUR_TRIGGER);
	const calls = [];
	for (let call = 0; call < FLOODS; call++) {
		const before = await countRuns(stage, workflow);
		const { status, ms } = await flood(stage);
		await lastRunOver(stage, workflow, before + 1);
		calls.push({ status, ms, runs: (await countRuns(stage, workflow)) - before });
	}
	await unpublishTrigger(stage, workflow);
	return calls;
}

/**
 * A trigger that wants failures gets deliveries: many small calls, and before them one big one. The
 * built-in trigger never subscribes the account, so WhatsApp would not call it, and no big one comes.
 */
async function filtered(stage, trigger) {
	const workflow = await publishTrigger(stage, failuresOnly(trigger, stage), trigger);
	if (trigger.account) await flood(stage);
	const rate = await callsPerSecond(workflow.address, stage.simulator.credentials);
	await sleep(GRACE_MS);
	const runs = await countRuns(stage, workflow);
	await unpublishTrigger(stage, workflow);
	return { ...rate, runs };
}

/** One signed call; what was not answered 200 would be repeated, and counted twice. */
async function flood({ simulator }) {
	simulator.control.change({ webhooks: { retryMs: [] } });
	const body = { updates: UPDATES, status: 'delivered' };
	const answer = await json(`${simulator.url}/sim/control/webhooks/flood`, 'POST', body);
	return answer.delivery ?? answer;
}

const countRuns = async ({ n8n }, workflow) => (await runsOf(n8n, workflow)).length;

async function lastRunOver({ n8n }, workflow, due) {
	for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(250)) {
		const runs = await runsOf(n8n, workflow);
		if (runs.length >= due && runs.every(({ stoppedAt }) => stoppedAt)) break;
	}
	await sleep(GRACE_MS);
}
