// node-red, node-red-http: 10,000 recipients through our node, 2,000 through what one would draw without
// it, each in a fresh Node-RED. node-red-load, first-message: how soon one can begin.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../scripts/lib/ports.mjs';
import { repoRoot } from '../scripts/lib/paths.mjs';
import { cpuSeconds } from './cpu-time.mjs';
import { countDeliveries, LIMIT } from './deliveries.mjs';
import { recipients } from './flows.mjs';
import { httpRequest, ours } from './node-red-flows.mjs';
import { inNodeRed } from './node-red-stage.mjs';
import { watchMemory } from './resident-memory.mjs';

const LATENCY_MS = 80;
const PACE_WITHIN = 0.02;
const MOST_ABOVE_MB = 60;
const MOST_LOAD_MS = 150;
const MOST_FIRST_MESSAGE_S = 15;
/** Node-RED is left alone before a run, so that its start is not measured. */
const SETTLE_MS = 3000;
const PROGRESS_EVERY_MS = 5000;
const QUIET_MS = 10_000;
const LOADS = 9;

const WAYS = {
	'node-red': { flow: ours, count: 10_000 },
	'node-red-http': { flow: httpRequest, count: 2000 },
};

export const NODE_RED = [...Object.keys(WAYS), 'node-red-load', 'first-message'];

export async function benchNodeRed(name, say) {
	if (name === 'node-red-load') return await benchLoad(say);
	if (name === 'first-message') return await benchFirstMessage(say);
	const { flow, count } = WAYS[name];
	say(
		`${name}: ${count} recipients, ${LIMIT} a second, ${LATENCY_MS} ms latency, about ${count / LIMIT} s`,
	);
	return await inNodeRed({ latencyMs: LATENCY_MS }, async ({ child, ask, simulator }) => {
		await ask({ flows: flow(simulator) });
		await sleep(SETTLE_MS);
		const idleMb = await watchMemory(child.pid).stop();
		const memory = watchMemory(child.pid);
		const cpuBefore = await cpuSeconds(child.pid);
		const began = Date.now();
		const progress = setInterval(() => {
			say(`${name}: ${simulator.control.stats().messages.accepted} accepted …`);
		}, PROGRESS_EVERY_MS);
		// Split is done long before the messages it has made have been sent.
		const { error } = await Promise.race([ask({ send: count }), untilQuiet(simulator, count)]);
		clearInterval(progress);
		if (error) say(`${name}: ${error}`);
		const runSeconds = (Date.now() - began) / 1000;
		const peakMb = await memory.stop();
		const counted = countDeliveries(simulator, recipients(count));
		const { refused, highestInFlight } = simulator.control.stats().messages;
		const aboveIdleMb = peakMb && idleMb ? Math.round(peakMb - idleMb) : null;
		const { lost, twice, shareOfLimit } = counted;
		const ok =
			lost === 0 &&
			twice === 0 &&
			Math.abs(shareOfLimit - 1) <= PACE_WITHIN &&
			aboveIdleMb !== null &&
			aboveIdleMb <= MOST_ABOVE_MB;
		return {
			line: { name, ...counted, aboveIdleMb, ...(flow === ours ? { ok } : {}) },
			details: {
				...{ runSeconds, cpu: (await cpuSeconds(child.pid)) - cpuBefore },
				...{ refused, highestInFlight, idleMb, peakMb },
			},
		};
	});
}

/** Resolves when all have arrived, or nothing has for some seconds. */
async function untilQuiet({ control }, count) {
	let last = { count: 0, at: Date.now() };
	while (Date.now() - last.at < QUIET_MS) {
		await sleep(200);
		const { accepted, refused } = control.stats().messages;
		if (accepted >= count) break;
		if (accepted + refused !== last.count) last = { count: accepted + refused, at: Date.now() };
	}
	// The results are still on their way through the flow.
	await sleep(SETTLE_MS);
	return {};
}

/** What Node-RED's start takes longer for: reading and running the files of the package. */
async function benchLoad(say) {
	say(`node-red-load: ${LOADS} fresh processes that load the package`);
	const times = [];
	for (let i = 0; i < LOADS; i++) {
		const { stdout } = await promisify(execFile)(process.execPath, [
			path.join(repoRoot, 'bench/load-node-red-package.cjs'),
		]);
		times.push(Number(stdout));
	}
	times.sort((a, b) => a - b);
	const medianMs = Math.round(times[Math.floor(LOADS / 2)]);
	return {
		line: { name: 'node-red-load', medianMs, ok: medianMs <= MOST_LOAD_MS },
		details: { lowestMs: Math.round(times[0]), highestMs: Math.round(times.at(-1)) },
	};
}

/** `npm start -- --once`, bundling included: from its start to the first message on a phone. */
async function benchFirstMessage(say) {
	say('first-message: npm start -- --once');
	const ports = ['--port', String(await freePort()), '--simulator-port', String(await freePort())];
	const began = Date.now();
	const { stdout } = await promisify(execFile)('npm', ['start', '--', '--once', ...ports], {
		cwd: repoRoot,
	});
	const seconds = Number(/first message after ([\d.]+) s/.exec(stdout)?.[1]);
	return {
		line: { name: 'first-message', seconds, ok: seconds <= MOST_FIRST_MESSAGE_S },
		details: { withEverythingSeconds: (Date.now() - began) / 1000 },
	};
}
