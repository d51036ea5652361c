// npm run start:n8n — the simulator and a real n8n, ready to be looked at.
//   -- --once             registers somebody, waits for the read status, prints the time, ends
//   -- --fresh            starts over with an empty n8n and empty phones
//   -- --port 5678  --simulator-port 4400
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { startSimulator } from '../simulator/index.ts';
import { gulp } from './lib/build.mjs';
import { registerCommand, registerOnce, WEBHOOK_SECRET } from './lib/demo.mjs';
import { setUpDemo } from './lib/demo-n8n.mjs';
import { readOptions } from './lib/options.mjs';
import { repoRoot } from './lib/paths.mjs';
import { requireFree } from './lib/ports.mjs';
import { OWNER, startRealN8n } from './lib/real-n8n.mjs';
import { ensureN8n } from './lib/tool-install.mjs';

const USAGE = 'npm run start:n8n -- [--once] [--fresh] [--port 5678] [--simulator-port 4400]';

const values = readOptions(USAGE, {
	once: { type: 'boolean', default: false },
	fresh: { type: 'boolean', default: false },
	port: { type: 'string', default: '5678' },
	'simulator-port': { type: 'string', default: '4400' },
});

const dataDir = path.join(repoRoot, '.data/n8n');
const ports = { n8n: Number(values.port), simulator: Number(values['simulator-port']) };
await requireFree(ports.n8n, 'n8n', '--port');
await requireFree(ports.simulator, 'the simulator', '--simulator-port');

await ensureN8n();
const started = Date.now();
if (values.fresh) await rm(dataDir, { recursive: true, force: true });
await mkdir(dataDir, { recursive: true });
console.log('Bundling the nodes …');
await gulp('demoN8n');

const simulator = await startSimulator({
	port: ports.simulator,
	storage: path.join(dataDir, 'simulator.sqlite'),
});
console.log('Starting n8n …');
let n8n;
let stopping = false;
const stop = async (code) => {
	stopping = true;
	await n8n?.stop();
	await simulator.close();
	process.exit(code);
};
for (const signal of ['SIGINT', 'SIGTERM']) {
	process.once(signal, () => {
		console.log('\nStopping …');
		void stop(0);
	});
}

try {
	// The times that forms and pages show are those of whoever looks at them here.
	const env = { GENERIC_TIMEZONE: Intl.DateTimeFormat().resolvedOptions().timeZone };
	n8n = await startRealN8n({ dataDir, port: ports.n8n, env });
	void n8n.ended.then((code) => {
		if (stopping) return;
		console.error(`n8n ended (${code}). Its log: ${n8n.log}`);
		void simulator.close().then(() => process.exit(1));
	});
	await n8n.login();
	await setUpDemo(n8n, simulator.url, (line) => console.log(line));
	if (values.once) await once();
	else announce();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	await stop(1);
}

async function once() {
	const message = await registerOnce(simulator.url, (line) => console.log(line));
	console.log(`\n${message.body}\n`);
	console.log(
		`first message after ${((Date.parse(message.statusAt.sent) - started) / 1000).toFixed(1)} s`,
	);
	await stop(0);
}

function announce() {
	console.log(`
Ready after ${Math.round((Date.now() - started) / 1000)} s.

  Phones, and a form to register   ${simulator.url}/
  Templates, and their approval    ${simulator.url}/#templates
  Account: money, bans, limits     ${simulator.url}/#account
  Ticketing platforms              ${simulator.url}/#ticketing
  Switchboard                      ${n8n.url}/form/whatsapp-events-switchboard
  Send a notification              ${n8n.url}/form/whatsapp-notification-new
  Buy credits                      ${n8n.url}/form/whatsapp-credits-buy
  Credits and account health       ${n8n.url}/webhook/whatsapp-credits
  n8n                              ${n8n.url}/   (${OWNER.email} / ${OWNER.password})

Register somebody:

  ${registerCommand(simulator.url)}

Flows you add yourself: the ticketing platforms prove their webhooks with the secret ${WEBHOOK_SECRET}

The message appears on the phone, and its statuses in n8n's executions. Platforms that call nobody are asked twice a minute.
Ctrl+C stops both. Data is kept in .data/n8n; start over with: npm run start:n8n -- --fresh
`);
}
