// npm run matrix — every platform × every automatic trigger × both engines, from the platform's webhook to the phone.
//   -- --engine n8n|node-red  --platform pretix  --trigger reassigned   try some of them
//   -- --repeats   instead: each webhook three times and five at once, one overtaking another, and A → B → A → B
import { gulp } from './lib/build.mjs';
import { readOptions } from './lib/options.mjs';
import { ensureN8n } from './lib/tool-install.mjs';
import { documentedPlatforms } from '../test/matrix/platforms.mjs';
import { readPack } from '../test/matrix/pack.mjs';
import { table } from '../test/matrix/table.mjs';

const USAGE =
	'npm run matrix -- [--engine n8n|node-red] [--platform pretix] [--trigger reassigned] [--repeats]';

const values = readOptions(USAGE, {
	engine: { type: 'string', default: '' },
	platform: { type: 'string', default: '' },
	trigger: { type: 'string', default: '' },
	repeats: { type: 'boolean', default: false },
});
const wanted = ['n8n', 'node-red'].filter((name) => name.includes(values.engine));
if (wanted.includes('n8n')) await ensureN8n();
console.log('Bundling the nodes …');
await gulp('bundle');
// Imported now: what they load was bundled a moment ago.
const { startInN8n, startInNodeRed } = await import('../test/matrix/engines.mjs');
const { REPEATS, runMatrix, runRepeats } = await import('../test/matrix/run.mjs');
const { repeatedPlatforms } = await import('../test/matrix/repeats.mjs');

const [platforms, pack] = [await documentedPlatforms(), await readPack()];
const results = [];
const names = { n8n: 'n8n', 'node-red': 'Node-RED' };
const only = { platform: values.platform, trigger: values.trigger };
// Side by side: each engine waits for its own phones.
const ends = await Promise.allSettled(
	wanted.map(async (name) => {
		console.log(`Starting ${names[name]} …`);
		const engine = await (name === 'n8n' ? startInN8n(pack) : startInNodeRed(pack));
		try {
			if (values.repeats) await runRepeats(engine, platforms, report, only);
			else await runMatrix(engine, platforms, pack, report, only);
		} finally {
			await engine.stop();
		}
	}),
);

function report(result) {
	results.push(result);
	const { engine, platform, trigger, error } = result;
	console.log(`${error ? '✗' : '✓'} ${engine}: ${platform.name}, ${trigger}`);
	if (error) console.log(error.message.replace(/^/gm, '    '));
}

for (const { reason } of ends.filter(({ status }) => status === 'rejected')) console.error(reason);
console.log(
	`\n${wanted.map((name) => names[name]).join(' and ')}; · the platform cannot report it: docs/guides/platforms.md\n`,
);
console.log(
	table(
		values.repeats ? repeatedPlatforms(platforms) : platforms,
		wanted.map((name) => names[name]),
		results,
		values.repeats ? REPEATS : undefined,
	),
);
const failed = results.filter(({ error }) => error).length;
const broken = ends.some(({ status }) => status === 'rejected');
console.log(`\n${results.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 && !broken && results.length > 0 ? 0 : 1);
