// npm run bench — what a user would pick instead, measured beside ours; bench/README.md says how.
//   -- node-red node-red-http node-red-load first-message
//      ours builtin http memory memory-512 webhook templates   some of them only
import os from 'node:os';
import { benchMemory, MEMORY } from '../bench/memory.mjs';
import { benchNodeRed, NODE_RED } from '../bench/node-red.mjs';
import { printReport } from '../bench/report.mjs';
import { benchSending, SENDING } from '../bench/send.mjs';
import { closeStages } from '../bench/stage.mjs';
import { benchTemplates } from '../bench/templates.mjs';
import { benchWebhook } from '../bench/webhook.mjs';
import { gulp } from './lib/build.mjs';
import { ensureN8n } from './lib/tool-install.mjs';

const ALL = [...NODE_RED, ...SENDING, ...MEMORY, 'webhook', 'templates'];
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !ALL.includes(name));
if (unknown.length > 0) {
	console.error(`There is no benchmark ${unknown.join(', ')}. Choose from: ${ALL.join(' ')}`);
	process.exit(1);
}
const runs = (name) => wanted.length === 0 || wanted.includes(name);

const started = Date.now();
const say = (line) =>
	console.log(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${line}`);

for (const signal of ['SIGINT', 'SIGTERM']) {
	process.once(signal, () => {
		console.log('\nStopping …');
		void closeStages().finally(() => process.exit(130));
	});
}

try {
	if ([...SENDING, ...MEMORY, 'webhook', 'templates'].some(runs)) await ensureN8n();
	const [load] = os.loadavg();
	const busy = load > os.availableParallelism() / 2 ? ' (busy: repeat later before you judge)' : '';
	say(`${os.availableParallelism()} cores, load ${load.toFixed(1)}${busy}`);
	await gulp('bundle');
	const results = [];
	const keep = (...measured) => {
		results.push(...measured);
		for (const { line } of measured) say(JSON.stringify(line));
	};
	for (const name of NODE_RED.filter(runs)) keep(await benchNodeRed(name, say));
	const sending = SENDING.filter(runs);
	if (sending.length > 0) keep(...(await benchSending(sending, say)));
	for (const name of MEMORY.filter(runs)) keep(await benchMemory(name, say));
	if (runs('webhook')) keep(await benchWebhook(say));
	if (runs('templates')) keep(...(await benchTemplates(say)));
	printReport(results);
	process.exit(0);
} catch (error) {
	console.error(error);
	await closeStages();
	process.exit(1);
}
