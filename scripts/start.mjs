// npm start — the simulator and Node-RED with the shipped flows, ready to be looked at.
//   -- --once             registers somebody, waits for the read status, prints the time, ends
//   -- --fresh            starts over with the shipped flows and empty phones
//   -- --port 1880  --simulator-port 4400
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { gulp } from './lib/build.mjs';
import { registerCommand, registerOnce } from './lib/demo.mjs';
import { setUpDemo } from './lib/demo-node-red.mjs';
import { readOptions } from './lib/options.mjs';
import { repoRoot } from './lib/paths.mjs';
import { requireFree } from './lib/ports.mjs';

const USAGE = 'npm start -- [--once] [--fresh] [--port 1880] [--simulator-port 4400]';

const values = readOptions(USAGE, {
	once: { type: 'boolean', default: false },
	fresh: { type: 'boolean', default: false },
	port: { type: 'string', default: '1880' },
	'simulator-port': { type: 'string', default: '4400' },
});

const ports = { nodeRed: Number(values.port), simulator: Number(values['simulator-port']) };
await requireFree(ports.nodeRed, 'Node-RED', '--port');
await requireFree(ports.simulator, 'the simulator', '--simulator-port');

const dataDir = path.join(repoRoot, '.data/node-red');
if (values.fresh) await rm(dataDir, { recursive: true, force: true });
await mkdir(dataDir, { recursive: true });
console.log('Bundling the nodes …');
await gulp('demo');

/** Since this command was started, and not since its last import. */
const secondsUntil = (time) => ((time - performance.timeOrigin) / 1000).toFixed(1);

const closers = [];
let stopping = false;
async function stop(code) {
	if (stopping) return;
	stopping = true;
	for (const close of closers.reverse())
		await close().catch((error) => console.error(error.message));
	process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM']) {
	process.once(signal, () => {
		console.log('\nStopping …');
		void stop(0);
	});
}

try {
	console.log('Starting the simulator and Node-RED …');
	// Imported now: what they load was bundled a moment ago.
	const { startSimulator } = await import('../simulator/index.ts');
	const { startNodeRed } = await import('./lib/embedded-node-red.mjs');
	const simulator = await startSimulator({
		port: ports.simulator,
		storage: path.join(dataDir, 'simulator.sqlite'),
	});
	closers.push(async () => await simulator.close());
	const nodeRed = await startNodeRed({
		userDir: path.join(dataDir, 'user'),
		port: ports.nodeRed,
		log: warnings,
	});
	closers.push(async () => await nodeRed.stop());
	await setUpDemo(nodeRed, simulator.url);
	if (values.once) await once(simulator.url);
	else announce(simulator.url, nodeRed.url);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	await stop(1);
}

/** What somebody should see of Node-RED's log: errors and warnings of the nodes. */
function warnings({ level, msg, type, name }) {
	if (level > 30 || !type) return;
	console.warn(`[${name || type}] ${msg?.message ?? msg}`);
}

async function once(simulatorUrl) {
	const message = await registerOnce(simulatorUrl, (line) => console.log(line));
	console.log(`\n${message.body}\n`);
	console.log(`first message after ${secondsUntil(Date.parse(message.statusAt.sent))} s`);
	await stop(0);
}

function announce(simulatorUrl, nodeRedUrl) {
	console.log(`
Ready after ${secondsUntil(Date.now())} s.

  Phones, and a form to register   ${simulatorUrl}/
  Templates, and their approval    ${simulatorUrl}/#templates
  Account: money, bans, limits     ${simulatorUrl}/#account
  Ticketing platforms              ${simulatorUrl}/#ticketing
  Buy credits                      ${nodeRedUrl}/buy-credits
  Credits and account health       ${nodeRedUrl}/credits
  Node-RED                         ${nodeRedUrl}/

Register somebody:

  ${registerCommand(simulatorUrl)}

The message appears on the phone, and its statuses in Node-RED's debug sidebar. Instead of generic: tito, zoho-backstage.
Ctrl+C stops both. Data is kept in .data/node-red; start over with: npm start -- --fresh
The same in a real n8n: npm run start:n8n
`);
}
